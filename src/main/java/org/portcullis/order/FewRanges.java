package org.portcullis.order;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;

/**
 * Numbers as a page shows them that has to stay light.
 *
 * @param ranges the first of them, as they are read
 * @param more how many ranges there are besides
 */
public record FewRanges(List<String> ranges, int more) {

    private static final int SHOWN = 50;

    public static FewRanges of(Collection<String> numbers) {
        var all = NumberRanges.compact(numbers);
        var shown = all.subList(0, Math.min(SHOWN, all.size()));
        return new FewRanges(shown.stream().map(NumberRange::getText).toList(), all.size() - shown.size());
    }

    /**
     * @param some numbers as a kept change says them, or null for none
     * @param others likewise
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
