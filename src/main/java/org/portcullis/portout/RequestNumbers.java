package org.portcullis.portout;

import java.util.List;
import org.portcullis.numbers.NumberRanges;

/**
 * The numbers of a request as few lines, paged. For a reader who may only see the region of the numbers, their last
 * digits are masked.
 *
 * @param lines of this page
 * @param page from 1
 * @param pages how many there are
 */
public record RequestNumbers(List<Line> lines, int page, int pages) {

    private static final int PAGE_SIZE = 100;
    private static final int SUMMED_UP = 2;

    /** A number or a range of numbers, and how many numbers that is. */
    public record Line(String text, int count) {
    }

    public static RequestNumbers of(PortOutRequest request, boolean masked, int page) {
        var lines = lines(request, masked);
        int pages = Math.max(1, (lines.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.max(1, Math.min(page, pages));
        return new RequestNumbers(lines.subList((shown - 1) * PAGE_SIZE, Math.min(shown * PAGE_SIZE, lines.size())),
                shown, pages);
    }

    /** @return the first lines, for a list without room for all */
    public static RequestNumbers summary(PortOutRequest request, boolean masked) {
        var lines = lines(request, masked);
        return new RequestNumbers(lines.subList(0, Math.min(SUMMED_UP, lines.size())), 1,
                lines.size() > SUMMED_UP ? 2 : 1);
    }

    private static List<Line> lines(PortOutRequest request, boolean masked) {
        var ranges = request.getRanges();
        return masked
                ? NumberRanges.masked(ranges).entrySet().stream()
                        .map(entry -> new Line(entry.getKey(), entry.getValue())).toList()
                : ranges.stream().map(range -> new Line(range.getText(), range.count())).toList();
    }

    /** @return whether there are more lines */
    public boolean isCut() {
        return pages > 1;
    }
}
