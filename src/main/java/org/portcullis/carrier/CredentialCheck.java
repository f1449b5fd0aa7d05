package org.portcullis.carrier;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.portcullis.web.RareLog;

/**
 * Says whose a credential is. The database is asked each time, so that what the desk revokes is revoked for all processes
 * with the next request.
 */
@ApplicationScoped
class CredentialCheck {

    private static final RareLog RARELY = new RareLog(Logger.getLogger(CredentialCheck.class));
    /** How stale the last use may get before it is written again; keeps requests free of writes. */
    private static final Duration USED_STEP = Duration.ofMinutes(1);

    private final SecretDigest digest;
    private final LastKnown lastKnown;
    private final MeterRegistry metrics;
    private final Clock clock;

    CredentialCheck(SecretDigest digest, LastKnown lastKnown, MeterRegistry metrics, Clock clock) {
        this.digest = digest;
        this.lastKnown = lastKnown;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param carrier whose user name it is, or null
     */
    record Result(Outcome outcome, CarrierIdentity carrier) {
    }

    Result check(Protocol protocol, String username, String secret) {
        var now = clock.instant();
        if (!lastKnown.mayAsk(now)) {
            return remembered(protocol, username, secret, now);
        }
        Optional<KnownSecret> known;
        try {
            known = QuarkusTransaction.requiringNew().call(() -> CarrierSecret.byUsername(username).map(CarrierSecret::asKnown));
        } catch (RuntimeException e) {
            lastKnown.failed(e, now);
            return remembered(protocol, username, secret, now);
        }
        lastKnown.heard(username, known, now);
        var result = judge(protocol, username, secret, known.orElse(null), now);
        if (result.outcome == Outcome.GOOD) {
            noteUse(known.get(), now);
        }
        return result;
    }

    private Result remembered(Protocol protocol, String username, String secret, Instant now) {
        var known = lastKnown.recall(username, now);
        metrics.counter("portcullis.credential.from.memory", "protocol", protocol.name(), "known", String.valueOf(known.isPresent()))
                .increment();
        if (known.isEmpty()) {
            return new Result(Outcome.UNCHECKED, null);
        }
        var result = judge(protocol, username, secret, known.get(), now);
        // It may have been revoked since, and the database may be back before the verdict.
        return result.outcome == Outcome.GOOD ? new Result(Outcome.UNCHECKED, result.carrier) : result;
    }

    private Result judge(Protocol protocol, String username, String secret, KnownSecret known, Instant now) {
        var matches = digest.matches(username, secret, known);
        return known == null ? new Result(Outcome.UNKNOWN, null) : new Result(known.judge(matches, protocol, now), known.carrier());
    }

    /** A failure keeps nobody out. */
    private static void noteUse(KnownSecret known, Instant now) {
        if (known.lastUsedAt() != null && known.lastUsedAt().plus(USED_STEP).isAfter(now)) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> CarrierSecret.used(known.id(), now, USED_STEP));
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, e.getClass().getName(), null, "The last use of a credential of " + known.carrier().name()
                    + " could not be noted (" + e.getClass().getSimpleName() + ")");
        }
    }
}
