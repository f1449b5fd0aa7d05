package org.portcullis.order;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;

/**
 * Numbers as shown on a page that has to stay small.
 *
 * @param ranges the first ranges, formatted
 * @param more how many more ranges there are
 */
public record FewRanges(List<String> ranges, int more) {

    private static final int SHOWN = 50;

    public static FewRanges of(Collection<String> numbers) {
        var all = NumberRanges.compact(numbers);
        var shown = all.subList(0, Math.min(SHOWN, all.size()));
        return new FewRanges(shown.stream().map(NumberRange::getText).toList(), all.size() - shown.size());
    }

    /**
     * @param some numbers as a stored change holds them, or null for none
     * @param others in the same format
     * @return those of the first that are not among the others
     */
    static FewRanges without(String some, String others) {
        var left = new LinkedHashSet<>(read(some));
        read(others).forEach(left::remove);
        return of(left);
    }

    public static List<String> read(String text) {
        return text == null ? List.of() : NumberRanges.read(text);
    }
}
