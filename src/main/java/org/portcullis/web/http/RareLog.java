package org.portcullis.web.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;

/**
 * Logs events that senders can cause as often as they like: each kind once a minute, with how often it happened since.
 */
public final class RareLog {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();
    /** Beyond this number, all further kinds of a minute count as one. */
    private static final int MOST_KINDS = 1_000;
    private static final String OTHERS = "others";
    private static final int MOST_CAUSES = 10;
    private static final String OURS = "org.portcullis.";

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
        private String reference;

        /** @return how often it happened since it was last logged, or -1 if that was less than a minute ago */
        private synchronized Happening happened(long now) {
            if (isKnown && now - loggedAt < PAUSE) {
                untold++;
                return new Happening(-1, reference);
            }
            var before = untold;
            isKnown = true;
            loggedAt = now;
            untold = 0;
            reference = UUID.randomUUID().toString();
            return new Happening(before, reference);
        }

        private synchronized boolean isOver(long now) {
            return now - loggedAt >= PAUSE;
        }
    }

    private record Happening(long before, String reference) {
    }

    /**
     * @param kind events of the same kind are logged together; it must not come from a sender
     * @param thrown or null
     */
    public void log(Level level, String kind, Throwable thrown, String message) {
        log(level, kind, thrown, reference -> message);
    }

    /**
     * @param message makes the message from a reference, which stands for all events of the kind until it is logged
     * again
     * @return that reference
     */
    public String log(Level level, String kind, Throwable thrown, UnaryOperator<String> message) {
        var now = nanoTime.getAsLong();
        var happening = kind(kind, now).happened(now);
        if (happening.before >= 0) {
            var line = message.apply(happening.reference);
            log.log(level, happening.before == 0 ? line
                    : line + " (and " + happening.before + " more times since the last time that this was logged)",
                    thrown);
        }
        return happening.reference;
    }

    private Kind kind(String kind, long now) {
        if (kinds.size() >= MOST_KINDS && !kinds.containsKey(kind)) {
            kinds.values().removeIf(known -> known.isOver(now));
        }
        return kinds.computeIfAbsent(kinds.size() < MOST_KINDS || kinds.containsKey(kind) ? kind : OTHERS,
                key -> new Kind());
    }

    /** @return the type and place of the failure, without its message, which may quote a sender */
    public static String kindOf(Throwable failure) {
        var causes = new ArrayList<String>();
        for (var cause = failure; cause != null && causes.size() < MOST_CAUSES; cause = cause.getCause()) {
            causes.add(cause.getClass().getName());
        }
        var frames = List.of(failure.getStackTrace());
        return causes + " "
                + Arrays.stream(failure.getStackTrace()).filter(frame -> frame.getClassName().startsWith(OURS))
                        .findFirst()
                        .or(() -> frames.stream().findFirst()).map(StackTraceElement::toString).orElse("");
    }
}
