package org.portcullis.portout.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.portout.Answer;
import org.portcullis.settings.ServerKeys;
import org.portcullis.web.http.RareLog;

/**
 * The {@code Idempotency-Key} of a request (draft-ietf-httpapi-idempotency-key-header): the same request with the same
 * key gets the same answer, also from another process.
 */
@ApplicationScoped
class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";

    private static final RareLog RARELY = new RareLog(Logger.getLogger(IdempotencyKeys.class));
    /** A String of RFC 8941 §3.3.3, with its quotes or, as most clients send it, without them. */
    private static final Pattern KEY = Pattern
            .compile("\"([\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255})\"|([\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255})");

    private final SecretKey key;
    private final Clock clock;

    IdempotencyKeys(ServerKeys keys, Clock clock) {
        this.key = keys.pin().current();
        this.clock = clock;
    }

    /** What is known of a request's key. */
    enum Standing {
        /** The key is new: decide, then call {@link #keep} or {@link #giveUp}. */
        NEW,
        ANSWERED, OTHER_REQUEST, BEING_DECIDED
    }

    /**
     * A request with a key.
     *
     * @param id the id that it is stored under
     * @param answer the stored answer, or null
     */
    record Claim(String id, Standing standing, Answer answer) {
    }

    /** @return the key in the header; empty if it is invalid */
    static Optional<String> read(List<String> header) {
        var match = KEY.matcher(header.size() == 1 ? header.get(0).strip() : "");
        return match.matches() ? Optional.of(match.group(1) != null ? match.group(1) : match.group(2))
                : Optional.empty();
    }

    Claim claim(UUID carrier, String idempotencyKey, byte[] body) {
        var id = digest("api-key:" + carrier, idempotencyKey.getBytes(StandardCharsets.US_ASCII));
        var bodyDigest = digest("api-body:" + carrier, body);
        return QuarkusTransaction.requiringNew().call(() -> claim(id, bodyDigest));
    }

    private Claim claim(String id, String bodyDigest) {
        var now = clock.instant();
        if (ApiAnswer.begin(id, bodyDigest, now)) {
            return new Claim(id, Standing.NEW, null);
        }
        var known = ApiAnswer.locked(id);
        if (known == null) {
            // The other request gave up in this very moment.
            return new Claim(id, Standing.BEING_DECIDED, null);
        }
        if (known.isForgotten(now)) {
            known.beginAnew(bodyDigest, now);
            return new Claim(id, Standing.NEW, null);
        }
        if (!known.bodyDigest.equals(bodyDigest)) {
            return new Claim(id, Standing.OTHER_REQUEST, null);
        }
        if (known.answer() != null) {
            return new Claim(id, Standing.ANSWERED, known.answer());
        }
        if (known.isLeft(now)) {
            known.beginAnew(bodyDigest, now);
            return new Claim(id, Standing.NEW, null);
        }
        return new Claim(id, Standing.BEING_DECIDED, null);
    }

    /** A failure only costs time: the decision is stored, so the same request gets the same answer. */
    void keep(Claim claim, Answer answer) {
        try {
            QuarkusTransaction.requiringNew().run(() -> ApiAnswer.locked(claim.id).keep(answer));
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, "answer " + e.getClass().getName(), null, "The answer to request " + answer.id()
                    + " could not be kept under its key (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** The request could not be decided: the next one with the key counts as the first. */
    void giveUp(Claim claim) {
        try {
            QuarkusTransaction.requiringNew().run(() -> ApiAnswer.giveUp(claim.id));
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, "key " + e.getClass().getName(), null,
                    "A key could not be given up (" + e.getClass().getSimpleName()
                            + "); that happens by itself after a minute");
        }
    }

    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void forgetOld() {
        ApiAnswer.forgetBefore(clock.instant().minus(ApiAnswer.KEPT));
    }

    private String digest(String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
