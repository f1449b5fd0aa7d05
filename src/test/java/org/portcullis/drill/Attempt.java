package org.portcullis.drill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One way in which numbers were tried for, and what became of it.
 *
 * @param partner through which it was tried
 * @param what was tried
 * @param tries each request, in the order in which they ended
 */
record Attempt(String partner, String what, List<Try> tries) {

    /**
     * One request.
     *
     * @param kept whether the partner leaves the numbers where they are
     * @param fate what the partner does, in a few words
     * @param took until the partner knew it
     */
    record Try(boolean kept, String fate, Duration took) {
    }

    long countLeft() {
        return tries.stream().filter(each -> !each.kept).count();
    }

    /** @return each fate with how often it came up */
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
