package org.portcullis.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** Logs what others can cause as often as they like: each kind once a minute, with how often it happened since. */
public final class RareLog {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();
    /** Kinds are few; should they ever be many, it begins anew. */
    private static final int MOST_KINDS = 1_000;

    private final Logger log;
    private final LongSupplier nanoTime;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    public RareLog(Logger log) {
        this(log, System::nanoTime);
    }

    RareLog(Logger log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    private static final class Kind {

        private boolean isKnown;
        private long loggedAt;
        private long untold;

        /** @return how many were not told since the last time, or -1 if it is too early to tell */
        private synchronized long happened(long now) {
            if (isKnown && now - loggedAt < PAUSE) {
                untold++;
                return -1;
            }
            var before = untold;
            isKnown = true;
            loggedAt = now;
            untold = 0;
            return before;
        }
    }

    /**
     * @param kind what counts as the same
     * @param thrown or null
     */
    public void log(Level level, String kind, Throwable thrown, String message) {
        if (kinds.size() > MOST_KINDS) {
            kinds.clear();
        }
        var before = kinds.computeIfAbsent(kind, key -> new Kind()).happened(nanoTime.getAsLong());
        if (before >= 0) {
            log.log(level, before == 0 ? message
                    : message + " (and " + before + " more times since the last time that this was logged)", thrown);
        }
    }
}
