package org.portcullis.numbers;

import java.util.Collection;
import java.util.List;

public final class NumberRanges {

    private NumberRanges() {
    }

    public record Range(String text, int count) {
    }

    public static List<Range> of(Collection<String> e164) {
        return e164.stream().map(n -> new Range(n, 1)).toList();
    }

    public static String text(Collection<String> e164) {
        return String.join("\n", e164);
    }
}
