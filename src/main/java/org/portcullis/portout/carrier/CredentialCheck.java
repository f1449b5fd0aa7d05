package org.portcullis.portout.carrier;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.audit.OncePerMinute;
import org.portcullis.portout.carrier.KnownCredential.ShownBeside;
import org.portcullis.web.http.RareLog;

/**
 * Finds the carrier of a credential. It queries the database for each request, so that a revocation takes effect in all
 * processes with the next request.
 */
@ApplicationScoped
class CredentialCheck {

    private static final RareLog RARELY = new RareLog(Logger.getLogger(CredentialCheck.class));
    /** How stale the time of the last use may get before it is updated; it saves a write for each request. */
    private static final Duration USED_STEP = Duration.ofMinutes(1);

    private final SecretDigest digest;
    private final LastKnown lastKnown;
    private final MeterRegistry metrics;
    private final Clock clock;
    /** The certificates whose last use this process has just written. */
    private final OncePerMinute used = new OncePerMinute();

    CredentialCheck(SecretDigest digest, LastKnown lastKnown, MeterRegistry metrics, Clock clock) {
        this.digest = digest;
        this.lastKnown = lastKnown;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * The result of the check.
     *
     * @param carrier that has the user name, or null
     */
    record Result(Outcome outcome, CarrierIdentity carrier) {
    }

    Result check(Protocol protocol, PresentedCredential presented, ShownBeside beside) {
        return check(protocol, beside, presented.username(),
                () -> CarrierSecret.byUsername(presented.username()).map(CarrierSecret::asKnown),
                known -> digest.matches(presented.username(), presented.secret(), known));
    }

    /** Checks a client certificate without a secret, for carriers that are identified by certificate alone. */
    Result check(Protocol protocol, ShownBeside beside) {
        if (beside.certificate() == null) {
            return new Result(Outcome.UNKNOWN, null);
        }
        var fingerprint = beside.certificate().fingerprint();
        return check(protocol, beside, CarrierCertificate.key(protocol, fingerprint),
                () -> CarrierCertificate.standingAlone(protocol, fingerprint).map(CarrierCertificate::asKnown),
                known -> known != null);
    }

    /**
     * @param key of the credential in the cache
     * @param query of the database, in a transaction
     * @param matching whether the given credential, which may be null, is the presented one
     */
    private Result check(Protocol protocol, ShownBeside beside, String key, Callable<Optional<KnownCredential>> query,
            Predicate<KnownCredential> matching) {
        var now = clock.instant();
        if (!lastKnown.mayAsk(now)) {
            return remembered(protocol, beside, key, matching, now);
        }
        Optional<KnownCredential> known;
        try {
            known = QuarkusTransaction.requiringNew().call(query);
        } catch (RuntimeException e) {
            lastKnown.failed(e, now);
            return remembered(protocol, beside, key, matching, now);
        }
        lastKnown.heard(key, known, now);
        var result = judge(protocol, beside, matching, known.orElse(null), now);
        if (result.outcome == Outcome.GOOD) {
            noteUse(known.get(), now);
            noteUse(result.carrier, beside.certificate(), now);
        }
        return result;
    }

    private Result remembered(Protocol protocol, ShownBeside beside, String key, Predicate<KnownCredential> matching,
            Instant now) {
        var known = lastKnown.recall(key, now);
        metrics.counter("portcullis.credential.from.memory", "protocol", protocol.name(), "known",
                String.valueOf(known.isPresent()))
                .increment();
        if (known.isEmpty()) {
            return new Result(Outcome.UNCHECKED, null);
        }
        var result = judge(protocol, beside, matching, known.get(), now);
        // The cached data may be stale, and the database may be available again before the verdict.
        return result.outcome == Outcome.GOOD || result.outcome.keptOut().isPresent()
                ? new Result(Outcome.UNCHECKED, result.carrier)
                : result;
    }

    private static Result judge(Protocol protocol, ShownBeside beside, Predicate<KnownCredential> matching,
            KnownCredential known,
            Instant now) {
        var matches = matching.test(known);
        return known == null ? new Result(Outcome.UNKNOWN, null)
                : new Result(known.judge(matches, protocol, beside, now), known.carrier());
    }

    private static void noteUse(KnownCredential known, Instant now) {
        if (known.isSecret() && (known.lastUsedAt() == null || !known.lastUsedAt().plus(USED_STEP).isAfter(now))) {
            noteUse(known.carrier(), () -> CarrierSecret.used(known.id(), now, USED_STEP));
        }
    }

    private void noteUse(CarrierIdentity carrier, PresentedCertificate certificate, Instant now) {
        if (certificate != null && used.isFirst(carrier.id() + certificate.fingerprint(), now)) {
            noteUse(carrier, () -> CarrierCertificate.used(carrier.id(), certificate, now, USED_STEP));
        }
    }

    /** A failure to record the use must not refuse the carrier. */
    private static void noteUse(CarrierIdentity carrier, Runnable writing) {
        try {
            QuarkusTransaction.requiringNew().run(writing);
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, e.getClass().getName(), null, "The last use of a credential of " + carrier.name()
                    + " could not be noted (" + e.getClass().getSimpleName() + ")");
        }
    }
}
