package org.portcullis.order;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The range of porting dates that the list shows, both days included, as typed.
 *
 * @param from the first day as typed, possibly empty
 * @param to the last day as typed, possibly empty
 * @param problems why they are not valid dates; empty if they are
 */
public record DateRange(String from, String to, List<Problem> problems) {

    public static final DateRange ANY = new DateRange("", "", List.of());

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** What may be wrong with the two dates. */
    public enum Problem {
        FROM_UNREADABLE, TO_UNREADABLE, REVERSED
    }

    public static DateRange of(String from, String to) {
        var first = day(from);
        var last = day(to);
        var problems = new ArrayList<Problem>();
        if (!from.isEmpty() && first.isEmpty()) {
            problems.add(Problem.FROM_UNREADABLE);
        }
        if (!to.isEmpty() && last.isEmpty()) {
            problems.add(Problem.TO_UNREADABLE);
        }
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            problems.add(Problem.REVERSED);
        }
        return new DateRange(from, to, List.copyOf(problems));
    }

    /** @return the value of a {@code date} field; empty if it is not a date, or not a possible porting date */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.isAfter(EARLIEST) && day.isBefore(SortKeys.NEVER));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public boolean isFailed() {
        return !problems.isEmpty();
    }

    public boolean isFromWrong() {
        return problems.contains(Problem.FROM_UNREADABLE) || problems.contains(Problem.REVERSED);
    }

    public boolean isToWrong() {
        return problems.contains(Problem.TO_UNREADABLE) || problems.contains(Problem.REVERSED);
    }

    public boolean isSet() {
        return !from.isEmpty() || !to.isEmpty();
    }

    /** @return the first day, or null if the range is open */
    public LocalDate getFirst() {
        return day(from).orElse(null);
    }

    /** @return the last day, or null if the range is open */
    public LocalDate getLast() {
        return day(to).orElse(null);
    }

    public LocalDate lowest() {
        return day(from).orElse(EARLIEST);
    }

    /** An order without a date is in no range, not even in an open one. */
    public LocalDate highest() {
        return day(to).orElse(SortKeys.NEVER.minusDays(1));
    }
}
