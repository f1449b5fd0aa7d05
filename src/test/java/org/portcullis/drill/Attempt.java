package org.portcullis.drill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One method of porting numbers out, with its results.
 *
 * @param partner that the request goes through
 * @param what the method, in words
 * @param tries each request, in the order of completion
 */
record Attempt(String partner, String what, List<Try> tries) {

    /**
     * One request.
     *
     * @param kept whether the partner leaves the numbers in place
     * @param fate the partner's decision, in a few words
     * @param took the time until the partner decided
     */
    record Try(boolean kept, String fate, Duration took) {
    }

    long countLeft() {
        return tries.stream().filter(each -> !each.kept).count();
    }

    /** @return each decision with its count */
    String fates() {
        var counts = tries.stream().collect(Collectors.groupingBy(Try::fate, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(Attempt::fate).collect(Collectors.joining("; "));
    }

    private static String fate(Map.Entry<String, Long> count) {
        return count.getValue() == 1 ? count.getKey() : count.getKey() + " × " + count.getValue();
    }

    Duration slowest() {
        return tries.stream().map(Try::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
