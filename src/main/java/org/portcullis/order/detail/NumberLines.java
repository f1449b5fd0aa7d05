package org.portcullis.order.detail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.order.NumberStatus;
import org.portcullis.order.PortOrderNumber;

/**
 * The numbers of an order as its page shows them: a few one by one, many as ranges with the same status, on several
 * pages, so that an order of 20,000 numbers stays a small page.
 *
 * @param lines of this page
 * @param page number of this page, from 1
 * @param pages how many there are
 */
public record NumberLines(List<Line> lines, int page, int pages) {

    private static final int SHOWN_ONE_BY_ONE = 50;
    private static final int PAGE_SIZE = 100;

    /** A number or a range of numbers that have the same status. */
    public record Line(String text, NumberStatus status, int count) {
    }

    static NumberLines of(List<PortOrderNumber> numbers, int page) {
        var lines = numbers.size() <= SHOWN_ONE_BY_ONE
                ? numbers.stream().map(number -> new Line(NumberRanges.text(List.of(number.number)), number.status, 1))
                        .toList()
                : compacted(numbers);
        int pages = Math.max(1, (lines.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.max(1, Math.min(page, pages));
        return new NumberLines(lines.subList((shown - 1) * PAGE_SIZE, Math.min(shown * PAGE_SIZE, lines.size())), shown,
                pages);
    }

    private static List<Line> compacted(List<PortOrderNumber> numbers) {
        var byStatus = new EnumMap<NumberStatus, List<String>>(NumberStatus.class);
        numbers.forEach(
                number -> byStatus.computeIfAbsent(number.status, status -> new ArrayList<>()).add(number.number));
        var lines = new ArrayList<Line>();
        byStatus.forEach((status, those) -> NumberRanges.compact(those)
                .forEach(range -> lines.add(new Line(range.getText(), status, range.count()))));
        lines.sort(Comparator.comparing(Line::text));
        return lines;
    }
}
