package org.portcullis.order.draft;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ranges of numbers to be removed from an order, as a form sends them. They are never expanded, because a request may
 * state any length.
 */
final class RemovedNumbers {

    private static final String RANGE = "\\d{5,15}-\\d{1,5}";

    /** The first number of each range and how many numbers it holds; of those that begin alike, the longest. */
    private final TreeMap<Long, Long> ranges;

    private RemovedNumbers(TreeMap<Long, Long> ranges) {
        this.ranges = ranges;
    }

    /** @param texts the first number of each without its plus sign, and how many: {@code 12065550100-50}; anything else is ignored */
    static RemovedNumbers of(Collection<String> texts) {
        var ranges = new TreeMap<Long, Long>();
        texts.stream().filter(text -> text.matches(RANGE)).map(text -> text.split("-"))
                .forEach(ends -> ranges.merge(Long.valueOf(ends[0]), Long.valueOf(ends[1]), Math::max));
        return new RemovedNumbers(ranges);
    }

    /** @return those of the numbers that stay */
    List<String> without(Collection<String> e164) {
        return e164.stream().filter(number -> !holds(Long.parseLong(number.substring(1)))).toList();
    }

    private boolean holds(long number) {
        // Ranges that overlap come from no page of the portal: the nearest one that begins before the number decides.
        Map.Entry<Long, Long> range = ranges.floorEntry(number);
        return range != null && number - range.getKey() < range.getValue();
    }
}
