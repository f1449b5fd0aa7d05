package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.portcullis.settings.ServerKeys;

/**
 * Recognizes repeated requests, and numbers that are not ours, by a keyed digest. A request's bytes hold the PIN, and
 * without a key a digest of telephone numbers could be reversed by trying all of them.
 */
@ApplicationScoped
class RetryDigest {

    private final SecretKey key;

    RetryDigest(ServerKeys keys) {
        this.key = keys.pin().current();
    }

    /** @return the same digest for the same set of numbers; null for the empty set */
    String ofNumbers(Set<String> numbers) {
        return numbers.isEmpty() ? null
                : digest("port-out-unknown",
                        String.join(",", new TreeSet<>(numbers)).getBytes(StandardCharsets.US_ASCII));
    }

    private String digest(String purpose, byte[] bytes) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((purpose + ":").getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the same digest only for the same bytes from the same carrier */
    String of(PortOutQuestion question) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(("port-out-retry:" + question.asker().subject()).getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            if (question.idempotencyKey() != null) {
                mac.update(question.idempotencyKey().getBytes(StandardCharsets.UTF_8));
            }
            mac.update((byte) 0);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(question.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
