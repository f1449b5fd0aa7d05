package org.portcullis.portout.carrier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * A cache of the digests of valid secrets, and of certificates that stand for secrets, for while the database is down:
 * known carriers then get a refusal of their protocol, and unknown callers get none. Entries expire after ten minutes.
 */
@ApplicationScoped
class LastKnown {

    private static final Logger LOG = Logger.getLogger(LastKnown.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    /** After a failure, requests skip the database for this time instead of waiting for it one by one. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Clock clock;
    private volatile Map<String, Known> secrets = new ConcurrentHashMap<>();
    private volatile Instant askAgainAt = Instant.MIN;
    private volatile boolean reachable = true;

    /** A credential and when it was read from the database. */
    private record Known(KnownCredential secret, Instant at) {
    }

    LastKnown(Clock clock) {
        this.clock = clock;
    }

    /** @return whether to query the database: not in the second after a failure */
    boolean mayAsk(Instant now) {
        return !now.isBefore(askAgainAt);
    }

    /** The database answered with this secret or certificate, or that the key has none. */
    void heard(String key, Optional<KnownCredential> secret, Instant now) {
        answered();
        if (secret.isPresent() && !secret.get().revoked()) {
            secrets.put(key, new Known(secret.get(), now));
        } else {
            secrets.remove(key);
        }
    }

    /** The database did not answer. The reason is logged once, without the query's data. */
    void failed(RuntimeException reason, Instant now) {
        askAgainAt = now.plus(PAUSE);
        if (reachable) {
            reachable = false;
            LOG.error("Carriers' credentials can't be checked: the database doesn't answer", reason);
        }
    }

    private void answered() {
        askAgainAt = Instant.MIN;
        if (!reachable) {
            reachable = true;
            LOG.info("Carriers' credentials can be checked again");
        }
    }

    /** @return the data of that user name or certificate that the database gave in the last ten minutes */
    Optional<KnownCredential> recall(String key, Instant now) {
        return Optional.ofNullable(secrets.get(key)).filter(known -> known.at.plus(KEPT).isAfter(now))
                .map(Known::secret);
    }

    /** Drops revoked secrets, which would otherwise stay in the cache until their next use. */
    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        var now = clock.instant();
        try {
            secrets = QuarkusTransaction.requiringNew().call(() -> {
                var live = new ConcurrentHashMap<String, Known>();
                CarrierSecret.live(now).forEach(secret -> live.put(secret.username, new Known(secret.asKnown(), now)));
                CarrierCertificate.allStandingAlone()
                        .forEach(certificate -> live.put(certificate.key(), new Known(certificate.asKnown(), now)));
                return live;
            });
            answered();
        } catch (RuntimeException e) {
            failed(e, now);
        }
    }
}
