package org.portcullis.web.http;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Bounds the warnings and errors of libraries, which log each failed query and each broken connection: ten a minute for
 * each logger and level; the next one says how many were left out. The portal's own loggers use {@link RareLog}.
 */
@LoggingFilter(name = "libraries")
public final class LibraryLog implements Filter {

    private static final String OURS = "org.portcullis.";
    private static final int MOST_A_MINUTE = 10;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    public LibraryLog() {
        this(System::nanoTime);
    }

    LibraryLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private static final class Count {

        private long since;
        private int logged;
        private long leftOut;

        Count(long now) {
            this.since = now;
        }

        /** @return how many were left out before this one, or -1 if this one is left out, too */
        private synchronized long next(long now) {
            if (now - since >= MINUTE) {
                since = now;
                logged = 0;
            }
            if (logged == MOST_A_MINUTE) {
                leftOut++;
                return -1;
            }
            logged++;
            var before = leftOut;
            leftOut = 0;
            return before;
        }
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        var logger = entry.getLoggerName();
        if (logger == null || logger.startsWith(OURS) || entry.getLevel().intValue() < Level.WARNING.intValue()) {
            return true;
        }
        var now = nanoTime.getAsLong();
        var before = counts.computeIfAbsent(logger + " " + entry.getLevel(), key -> new Count(now)).next(now);
        if (before > 0) {
            entry.setMessage(entry.getMessage() + " (and " + before + " more of this logger, which were left out)");
        }
        return before >= 0;
    }
}
