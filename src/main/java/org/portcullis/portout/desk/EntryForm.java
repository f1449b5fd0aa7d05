package org.portcullis.portout.desk;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portcullis.numbers.NumberProblem;
import org.portcullis.portout.desk.EntryField.Problem;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.http.Readable;

/**
 * A carrier's request that the desk types in. The PIN is not part of it, so that it is never shown again.
 *
 * @param id generated with the empty form, so that a repeated submission is recognized
 * @param problems by field
 * @param unreadable entries that are no telephone number
 * @param undecided whether the portal could not decide
 */
record EntryForm(UUID id, Map<EntryField, String> values, Map<EntryField, Problem> problems,
        List<NumberProblem> unreadable, boolean undecided) {

    private static final int SHOWN = 50;

    static EntryForm empty() {
        return new EntryForm(UUID.randomUUID(), Map.of(), Map.of(), List.of(), false);
    }

    static EntryForm typed(UUID id, FormFields fields) {
        var values = new EnumMap<EntryField, String>(EntryField.class);
        var problems = new EnumMap<EntryField, Problem>(EntryField.class);
        for (EntryField field : EntryField.values()) {
            var value = FormFields.text(fields.get(field.getKey()));
            values.put(field, value);
            if (value.isEmpty()) {
                if (!field.isOptional()) {
                    problems.put(field,
                            field == EntryField.CARRIER ? Problem.CARRIER_MISSING : Problem.NUMBERS_MISSING);
                }
            } else if (value.length() > field.getLongest()) {
                problems.put(field, Problem.TOO_LONG);
            } else if (field != EntryField.NUMBERS && !Readable.is(value)) {
                problems.put(field, Problem.NOT_READABLE);
            }
        }
        return new EntryForm(id, values, problems, List.of(), false);
    }

    EntryForm refusing(List<NumberProblem> found) {
        var all = new EnumMap<EntryField, Problem>(EntryField.class);
        all.putAll(problems);
        all.put(EntryField.NUMBERS, Problem.NUMBERS_UNREADABLE);
        return new EntryForm(id, values, all, found, false);
    }

    EntryForm leftUndecided() {
        return new EntryForm(id, values, problems, unreadable, true);
    }

    public String value(EntryField field) {
        return values.getOrDefault(field, "");
    }

    /** @return the entered value, or null if the field is blank */
    String given(EntryField field) {
        return value(field).isEmpty() ? null : value(field);
    }

    /** @return the problem of the field, or null */
    public Problem problem(EntryField field) {
        return problems.get(field);
    }

    public List<EntryField> getFields() {
        return List.of(EntryField.values());
    }

    public boolean isFailed() {
        return !problems.isEmpty() || undecided;
    }

    /** @return the first of the invalid numbers; the others are shown once these are corrected */
    public List<NumberProblem> getUnreadableShown() {
        return unreadable.subList(0, Math.min(SHOWN, unreadable.size()));
    }

    public int getUnreadableMore() {
        return Math.max(0, unreadable.size() - SHOWN);
    }

    /** @return the bytes that identify the request: all entered values with the PIN, and the form's id */
    byte[] body(String pin) {
        var text = new StringBuilder(id.toString());
        for (EntryField field : EntryField.values()) {
            text.append('\0').append(value(field));
        }
        return text.append('\0').append(pin).toString().getBytes(StandardCharsets.UTF_8);
    }
}
