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
 * The live secrets' digests, and the certificates that stand for secrets, as the database last gave them, for the moments in which it can't be asked: a carrier is then
 * still told from a stranger, and the one answered closed, the other not at all. Forgotten after ten minutes.
 */
@ApplicationScoped
class LastKnown {

    private static final Logger LOG = Logger.getLogger(LastKnown.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    /** After a failure, requests don't wait for the database one by one. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Clock clock;
    private volatile Map<String, Known> secrets = new ConcurrentHashMap<>();
    private volatile Instant askAgainAt = Instant.MIN;
    private volatile boolean reachable = true;

    /** A credential and when the database said so. */
    private record Known(KnownCredential secret, Instant at) {
    }

    LastKnown(Clock clock) {
        this.clock = clock;
    }

    /** @return whether the database may be asked: not in the second after it did not answer */
    boolean mayAsk(Instant now) {
        return !now.isBefore(askAgainAt);
    }

    /** The database answered: with this secret or certificate, or with none of that key. */
    void heard(String key, Optional<KnownCredential> secret, Instant now) {
        answered();
        if (secret.isPresent() && !secret.get().revoked()) {
            secrets.put(key, new Known(secret.get(), now));
        } else {
            secrets.remove(key);
        }
    }

    /** The database did not answer. The reason goes to the log once, without what was asked. */
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

    /** @return what the database said of that user name, or certificate, in the last ten minutes */
    Optional<KnownCredential> recall(String key, Instant now) {
        return Optional.ofNullable(secrets.get(key)).filter(known -> known.at.plus(KEPT).isAfter(now))
                .map(Known::secret);
    }

    /** So that a secret that was revoked a while ago isn't remembered because nobody has tried it since. */
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
