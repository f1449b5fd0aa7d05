package org.portcullis.siege;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Counts results by name. */
final class Tally {

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    void add(String what) {
        counts.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
    }

    long of(String what) {
        var count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    @Override
    public String toString() {
        return new TreeMap<>(counts).entrySet().stream().map(each -> each.getKey() + " × " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
