package org.portcullis.order;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The sort orders of the list. */
public enum OrderSort {
    NEWEST("createdAt", true, order -> order.createdAt, OrderSort::moment),
    CHANGED("changedAt", true, order -> order.changedAt, OrderSort::moment),
    NAME("sortName", false, order -> order.sortName, Function.identity()),
    TRANSFER("transferOn", false, order -> order.transferOn, OrderSort::day);

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = SortKeys.NEVER;

    private final String field;
    private final boolean descending;
    private final Function<PortOrder, Object> key;
    private final Function<String, Object> parser;

    <T> OrderSort(String field, boolean descending, Function<PortOrder, T> key, Function<String, ? extends T> parser) {
        this.field = field;
        this.descending = descending;
        this.key = key::apply;
        this.parser = parser::apply;
    }

    /** @return the value used in addresses */
    public String getValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the value of {@code aria-sort} */
    public String getDirection() {
        return descending ? "descending" : "ascending";
    }

    public static Optional<OrderSort> byValue(String value) {
        return Arrays.stream(values()).filter(sort -> sort.getValue().equals(value)).findFirst();
    }

    public Cursor cursor(PortOrder order) {
        return new Cursor(getValue(), key.apply(order).toString(), order.id);
    }

    /** @return the cursor with this text in a list with this sort order; empty for an invalid text */
    public Optional<Cursor> parse(String text) {
        return Cursor.parse(getValue(), text).filter(cursor -> key(cursor).isPresent());
    }

    /** @param cursor the position beside which the page is, or null */
    public Keyset keyset(Cursor cursor, boolean backwards) {
        return new Keyset(List.of(), field, descending, cursor == null ? null : key(cursor).orElseThrow(), cursor,
                backwards);
    }

    private Optional<Object> key(Cursor cursor) {
        try {
            return Optional.of(parser.apply(cursor.key()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @throws DateTimeException if the text is not a moment, or not one that both databases support */
    public static Instant moment(String text) {
        var moment = Instant.parse(text);
        checked(moment.atOffset(ZoneOffset.UTC).toLocalDate());
        return moment;
    }

    private static LocalDate day(String text) {
        return checked(LocalDate.parse(text));
    }

    private static LocalDate checked(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new DateTimeException("Out of range");
        }
        return day;
    }
}
