package org.portcullis.order.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portcullis.calendar.ClosedDay;
import org.portcullis.calendar.EarliestDate;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Length;

/**
 * Some fields of an order as shown on a page: typed values and their problems. Secrets are never shown again.
 *
 * @param version of the order that the form is made for
 * @param checked the normalized value of each valid field, such as a telephone number in E.164
 * @param stale who changed the order meanwhile, or null
 * @param current the order's present values of fields that differ from the typed ones; empty unless the form is stale
 * @param closed why no numbers are ported on the requested date, or null
 */
public record OrderForm(List<FormField> fields, Map<FormField, String> typed, int version,
        Map<FormField, FieldProblem> problems,
        Map<FormField, String> checked, StaleOrderException stale, Map<FormField, String> current,
        ClosedDay closed) {

    static OrderForm of(Collection<FormField> fields, PortOrder order, Map<FormField, String> unfinished) {
        var values = new EnumMap<FormField, String>(FormField.class);
        fields.forEach(field -> values.put(field, unfinished.getOrDefault(field, field.in(order))));
        return new OrderForm(List.copyOf(fields), values, order.getVersion(), Map.of(), Map.of(), null, Map.of(), null);
    }

    static OrderForm typed(Collection<FormField> fields, FormFields posted, int version) {
        var values = new EnumMap<FormField, String>(FormField.class);
        fields.forEach(field -> values.put(field, posted.get(field.getKey()).strip().replace("\r\n", "\n")));
        return new OrderForm(List.copyOf(fields), values, version, Map.of(), Map.of(), null, Map.of(), null);
    }

    /** @return the typed values of all fields */
    static OrderForm typed(FormFields posted, int version) {
        return typed(Arrays.stream(FormField.values()).filter(field -> posted.has(field.getKey())).toList(), posted,
                version);
    }

    OrderForm withProblems(Map<FormField, FieldProblem> found, Map<FormField, String> good, ClosedDay closedDay) {
        return new OrderForm(fields, typed, version, found, good, stale, current, closedDay);
    }

    OrderForm madeFor(int newVersion) {
        return new OrderForm(fields, typed, newVersion, problems, checked, stale, current, closed);
    }

    /**
     * Keeps the typed values of a stale form beside the order's present values, so that it can be submitted again for
     * the current version.
     */
    OrderForm overtaken(StaleOrderException exception, PortOrder now) {
        var differing = new EnumMap<FormField, String>(FormField.class);
        for (FormField field : fields) {
            if (field.getInput() != FormField.Input.SECRET && !Objects.equals(value(field), field.in(now))) {
                differing.put(field, field.in(now));
            }
        }
        return new OrderForm(fields, typed, now.getVersion(), Map.of(), Map.of(), exception, differing, null);
    }

    /** Writes what is good into the order; what is not stays out of it. */
    void writeInto(PortOrder order) {
        checked.forEach((field, text) -> field.write(order, text));
    }

    /**
     * @return typed values that can't be stored in the order because they are invalid; without options that do not
     * exist
     */
    Map<FormField, String> unfinished() {
        var left = new EnumMap<FormField, String>(FormField.class);
        problems.forEach((field, problem) -> {
            if (field.getInput() != FormField.Input.SECRET && !problem.isOfPin()) {
                left.put(field, value(field));
            }
        });
        return left;
    }

    public String value(FormField field) {
        return typed.getOrDefault(field, "");
    }

    /** @return what the page shows in the field: nothing of a secret */
    public String shown(FormField field) {
        return field.getInput() == FormField.Input.SECRET ? "" : value(field);
    }

    /** @return of what was typed, in characters */
    public int length(FormField field) {
        return Length.of(value(field));
    }

    /** @return what is wrong with the field, or null */
    public FieldProblem problem(FormField field) {
        return problems.get(field);
    }

    /** @param forbidden the option that can't be chosen, or null; where it was, another one is */
    public boolean isChosen(FormField field, Choice option, Choice forbidden) {
        var chosen = field.option(value(field));
        return option != forbidden && (chosen == option || chosen != null && chosen == forbidden);
    }

    /** @return the ids of what is said about the field on the page; null where nothing is */
    public String describedBy(FormField field, EarliestDate earliest) {
        var ids = new ArrayList<String>();
        if (field.isHinted()) {
            ids.add(field.getKey() + "-hint");
        }
        if (field == FormField.REQUESTED_DATE && earliest != null) {
            ids.add(field.getKey() + "-earliest");
        }
        if (problem(field) != null) {
            ids.add(field.getKey() + "-problem");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    public boolean isFailed() {
        return !problems.isEmpty() || stale != null;
    }

    public boolean isStale() {
        return stale != null;
    }
}
