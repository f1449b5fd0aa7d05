package org.portcullis.siege;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The results of one kind of use: the time from when each was due, and whether the answer was right. */
final class Samples {

    private final List<Double> milliseconds = new ArrayList<>();
    private final Tally wrong = new Tally();
    private int wrongCount;

    /** @param problem null if the answer was right */
    synchronized void add(double taken, String problem) {
        milliseconds.add(taken);
        if (problem != null) {
            wrongCount++;
            wrong.add(problem);
        }
    }

    synchronized int count() {
        return milliseconds.size();
    }

    synchronized int wrongCount() {
        return wrongCount;
    }

    String wrong() {
        return wrong.toString();
    }

    /** @return in milliseconds */
    synchronized double percentile(int percent) {
        if (milliseconds.isEmpty()) {
            return Double.NaN;
        }
        var sorted = new ArrayList<>(milliseconds);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    synchronized double slowest() {
        return milliseconds.isEmpty() ? Double.NaN : Collections.max(milliseconds);
    }
}
