package org.portcullis.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.portcullis.settings.Settings;

/** The time left in the current request's session, for the warning on every page. */
@Named("sessionClock")
@RequestScoped
public class SessionClock {

    /** Attribute of the security identity: the {@link SessionEnd} after this request. */
    static final String END = "portcullis.session-end";

    /** WCAG 2.2, 2.2.1 requires at least 20 seconds; two minutes leave time to finish a sentence. */
    private static final Duration LONGEST_WARNING = Duration.ofMinutes(2);

    private final SecurityIdentity identity;
    private final Settings.Session settings;
    private final Clock clock;

    @Inject
    SessionClock(SecurityIdentity identity, Settings settings, Clock clock) {
        this.identity = identity;
        this.settings = settings.session();
        this.clock = clock;
    }

    /** @return when the session ends without further activity; null without a session */
    public Instant getEndsAt() {
        SessionEnd end = identity.getAttribute(END);
        return end == null ? null : end.first();
    }

    /** @return seconds until the session ends without further activity; 0 without a session */
    public long getLeft() {
        return left(identity.getAttribute(END), SessionEnd::first);
    }

    /** @return seconds until the session's absolute limit, which activity can't extend; 0 without a session */
    public long getLongest() {
        return left(identity.getAttribute(END), SessionEnd::absolute);
    }

    /** @return how many seconds before the end the page warns; half the length of a very short session */
    public long getWarning() {
        var half = settings.idleTimeout().dividedBy(2);
        return (half.compareTo(LONGEST_WARNING) < 0 ? half : LONGEST_WARNING).toSeconds();
    }

    private long left(SessionEnd end, Function<SessionEnd, Instant> moment) {
        return end == null ? 0 : Math.max(0, Duration.between(clock.instant(), moment.apply(end)).toSeconds());
    }
}
