package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.portcullis.settings.ServerKeys;

/** Knows a repeated question by a keyed digest: its bytes hold the PIN, so that nobody without the key may try which ones fit. */
@ApplicationScoped
class RetryDigest {

    private final SecretKey key;

    RetryDigest(ServerKeys keys) {
        this.key = keys.pin().current();
    }

    /** @return the same for the same bytes from the same asker, and for nothing else */
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
