package org.portcullis.carrier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The live secrets' digests as the database last gave them, for the moments in which it can't be asked: a carrier is then
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

    /** A secret and when the database said so. */
    private record Known(KnownSecret secret, Instant at) {
    }

    LastKnown(Clock clock) {
        this.clock = clock;
    }

    /** @return whether the database may be asked: not in the second after it did not answer */
    boolean mayAsk(Instant now) {
        return !now.isBefore(askAgainAt);
    }

    /** The database answered: with this secret, or with none of that user name. */
    void heard(String username, Optional<KnownSecret> secret, Instant now) {
        answered();
        if (secret.isPresent() && !secret.get().revoked()) {
            secrets.put(username, new Known(secret.get(), now));
        } else {
            secrets.remove(username);
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

    /** @return what the database said of that user name in the last ten minutes */
    Optional<KnownSecret> recall(String username, Instant now) {
        return Optional.ofNullable(secrets.get(username)).filter(known -> known.at.plus(KEPT).isAfter(now)).map(Known::secret);
    }

    /** So that a secret that was revoked a while ago isn't remembered because nobody has tried it since. */
    @Scheduled(every = "5s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        var now = clock.instant();
        try {
            secrets = QuarkusTransaction.requiringNew().call(() -> CarrierSecret.live(now).stream()
                    .collect(Collectors.toMap(secret -> secret.username, secret -> new Known(secret.asKnown(), now),
                            (one, other) -> one, ConcurrentHashMap::new)));
            answered();
        } catch (RuntimeException e) {
            failed(e, now);
        }
    }
}
