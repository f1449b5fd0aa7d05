package org.portcullis.siege;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The result of an attack.
 *
 * @param others what the other users experienced meanwhile
 * @param recovered time until all was as before; null if that took too long
 * @param ownBroken the broken promises that the attack itself detected
 * @param left resources that were not released, in a few words; empty if none
 */
record Outcome(Attack attack, Map<Use, Samples> others, String got, Duration recovered, List<String> ownBroken,
        List<String> left) {

    static final Duration RECOVERS_WITHIN = Duration.ofSeconds(30);

    /** @return each promise that was broken */
    List<String> broken() {
        var broken = broken(others);
        if (recovered == null) {
            broken.add("not as before within " + RECOVERS_WITHIN.toSeconds() + " s");
        }
        broken.addAll(ownBroken);
        broken.addAll(left);
        return broken;
    }

    /** @return the broken promises to the other users */
    static List<String> broken(Map<Use, Samples> others) {
        var broken = new ArrayList<String>();
        others.forEach((use, samples) -> {
            double longest = use == Use.PAGES ? samples.percentile(99) : samples.slowest();
            if (longest >= use.within.toMillis()) {
                broken.add("%s took %.1f s".formatted(use.words, longest / 1_000));
            }
            if (samples.wrongCount() > 0) {
                broken.add("%s: %d of %d not right (%s)".formatted(use.words, samples.wrongCount(), samples.count(),
                        samples.wrong()));
            }
        });
        return broken;
    }

    /** @return a row of each use's p50 and p99 in milliseconds */
    static String times(Map<Use, Samples> others) {
        var row = new StringBuilder();
        for (Use use : Use.values()) {
            var samples = others.get(use);
            row.append("%,8.0f /%,8.0f |".formatted(samples.percentile(50), samples.percentile(99)));
        }
        return row.toString();
    }
}
