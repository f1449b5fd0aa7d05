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

/** How much time is left of the session that a request belongs to, for the warning that every page holds. */
@Named("sessionClock")
@RequestScoped
public class SessionClock {

    /** Attribute of the security identity: the {@link SessionEnd} as this request leaves it. */
    static final String END = "portcullis.session-end";

    /** WCAG 2.2, 2.2.1 asks for 20 seconds at least; two minutes leave time to finish a sentence. */
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

    /** @return the moment at which the session ends if its person does nothing from now on; null for a stranger */
    public Instant getEndsAt() {
        SessionEnd end = identity.getAttribute(END);
        return end == null ? null : end.first();
    }

    /** @return seconds until the session ends if its person does nothing, 0 where there is none */
    public long getLeft() {
        return left(identity.getAttribute(END), SessionEnd::first);
    }

    /** @return seconds until the session ends however often it is extended, 0 where there is none */
    public long getLongest() {
        return left(identity.getAttribute(END), SessionEnd::absolute);
    }

    /** @return how many seconds before the end the page warns; half of a very short session */
    public long getWarning() {
        var half = settings.idleTimeout().dividedBy(2);
        return (half.compareTo(LONGEST_WARNING) < 0 ? half : LONGEST_WARNING).toSeconds();
    }

    private long left(SessionEnd end, Function<SessionEnd, Instant> moment) {
        return end == null ? 0 : Math.max(0, Duration.between(clock.instant(), moment.apply(end)).toSeconds());
    }
}
