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
 * A carrier's request as the desk types it in; the PIN is no part of it, so that it can't come back.
 *
 * @param id made with the empty form, by which the same form is known that was sent twice
 * @param problems by field
 * @param unreadable what is no telephone number
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

    /** @return what was given, or null where nothing was */
    String given(EntryField field) {
        return value(field).isEmpty() ? null : value(field);
    }

    /** @return what is wrong with the field, or null */
    public Problem problem(EntryField field) {
        return problems.get(field);
    }

    public List<EntryField> getFields() {
        return List.of(EntryField.values());
    }

    public boolean isFailed() {
        return !problems.isEmpty() || undecided;
    }

    /** @return the first of what is no telephone number: the others come up once these are corrected */
    public List<NumberProblem> getUnreadableShown() {
        return unreadable.subList(0, Math.min(SHOWN, unreadable.size()));
    }

    public int getUnreadableMore() {
        return Math.max(0, unreadable.size() - SHOWN);
    }

    /** @return what makes it the same request as another one: everything that was typed, the PIN included, in this very form */
    byte[] body(String pin) {
        var text = new StringBuilder(id.toString());
        for (EntryField field : EntryField.values()) {
            text.append('\0').append(value(field));
        }
        return text.append('\0').append(pin).toString().getBytes(StandardCharsets.UTF_8);
    }
}
