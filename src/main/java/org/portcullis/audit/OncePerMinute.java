package org.portcullis.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which of many alike is worth an entry, for what strangers can cause as often as they like: a flood must not fill the trail. */
public final class OncePerMinute {

    private static final Duration QUIET = Duration.ofMinutes(1);
    /** Keys that are remembered at a time. */
    private static final int MOST = 10_000;

    private final Map<String, Instant> noted = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** @return whether there was none with that key in this process within the last minute */
    public synchronized boolean isFirst(String key, Instant now) {
        var before = noted.get(key);
        if (before != null && before.plus(QUIET).isAfter(now)) {
            return false;
        }
        noted.remove(key);
        noted.put(key, now);
        return true;
    }
}
