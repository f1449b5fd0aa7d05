package org.portcullis.account;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.settings.ServerKeys;
import org.portcullis.settings.Settings;

/**
 * The sessions of signed-in people. They are stored in the database, so that they survive a restart and are shared by
 * all processes, signing out ends a session at once, and a new password ends all. Tokens are digested with the session
 * key: write access to the database alone is not enough to forge one.
 */
@ApplicationScoped
class Sessions {

    /** How old the last recorded visit may be before it is updated; avoids a write for each page view. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    /** How long an expired session is still recognized: a form may stay open over a long weekend. */
    private static final Duration RECOGNIZED = Duration.ofDays(7);

    private final ServerKeys keys;
    private final Settings.Session settings;
    private final Clock clock;

    Sessions(ServerKeys keys, Settings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings.session();
        this.clock = clock;
    }

    /**
     * @param verified the account as it was when its password was compared
     * @return the token for the browser; empty if the password was changed or the account closed meanwhile
     */
    @Transactional
    Optional<String> start(User verified) {
        var user = User.byIdForUpdate(verified.id);
        if (!user.isAsVerified(verified)) {
            return Optional.empty();
        }
        var token = Tokens.random();
        UserSession.start(user, digest(token), clock.instant());
        return Optional.of(token);
    }

    /**
     * Continues the session under a new token, after the password was given again.
     *
     * @param verified the account as it was when its password was compared
     * @return the new token; empty if the session was ended, the password changed or the account closed meanwhile
     */
    @Transactional
    Optional<String> goOn(String token, User verified) {
        var user = User.byIdForUpdate(verified.id);
        var next = Tokens.random();
        return user.isAsVerified(verified) && UserSession.goOn(user, digest(token), digest(next), clock.instant())
                ? Optional.of(next)
                : Optional.empty();
    }

    /** @return the session with its person, unless it was ended or has expired */
    @Transactional
    Optional<UserSession> resume(String token) {
        var now = clock.instant();
        var live = live(token, now);
        live.filter(session -> session.lastSeenAt.plus(SEEN_STEP).isBefore(now)).ifPresent(session -> session.see(now));
        return live;
    }

    /** @return when the session ends without further activity; empty if it has ended */
    @Transactional
    Optional<SessionEnd> endOf(String token) {
        return live(token, clock.instant()).map(this::endOf);
    }

    /** @return when the session ends after this activity; empty if it had ended */
    @Transactional
    Optional<SessionEnd> extend(String token) {
        var now = clock.instant();
        var live = live(token, now);
        live.ifPresent(session -> session.see(now));
        return live.map(this::endOf);
    }

    SessionEnd endOf(UserSession session) {
        return new SessionEnd(session.lastSeenAt.plus(settings.idleTimeout()),
                session.startedAt.plus(settings.absoluteTimeout()));
    }

    /** @return the person of an expired session, while it is still recognized and their account is open */
    @Transactional
    Optional<UUID> personOfEnded(String token) {
        var now = clock.instant();
        return UserSession.byDigest(digest(token)).filter(session -> session.user.active)
                .filter(session -> !endOf(session).isAfter(now) && endOf(session).first().plus(RECOGNIZED).isAfter(now))
                .map(session -> session.user.id);
    }

    private Optional<UserSession> live(String token, Instant now) {
        return UserSession.byDigest(digest(token))
                .filter(session -> session.user.active && endOf(session).isAfter(now));
    }

    @Transactional
    void end(String token) {
        UserSession.end(digest(token));
    }

    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void forgetEnded() {
        var now = clock.instant().minus(RECOGNIZED);
        UserSession.endBefore(now.minus(settings.idleTimeout()), now.minus(settings.absoluteTimeout()));
    }

    private String digest(String token) {
        return Tokens.digest(keys.session(), "session", token);
    }
}
