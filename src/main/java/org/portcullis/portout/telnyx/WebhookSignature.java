package org.portcullis.portout.telnyx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.portcullis.settings.TelnyxKeys;

/** Verifies that a webhook is from Telnyx and recent: Ed25519 over {@code timestamp|body}. */
@ApplicationScoped
class WebhookSignature {

    static final String SIGNATURE = "telnyx-signature-ed25519";
    static final String TIMESTAMP = "telnyx-timestamp";

    /** In both directions, since clocks differ. Older webhooks may be replayed. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int SIGNATURE_BYTES = 64;

    private final Optional<PublicKey> key;
    private final Clock clock;

    @Inject
    WebhookSignature(TelnyxKeys keys, Clock clock) {
        this(keys.webhook(), clock);
    }

    WebhookSignature(Optional<PublicKey> key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** @return whether the provider uses Telnyx */
    boolean isOn() {
        return key.isPresent();
    }

    /** @param timestamp in seconds, as sent; or null */
    boolean isOfNow(String timestamp) {
        if (timestamp == null || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    /** @param base64 the signature as sent; or null */
    boolean isGenuine(String base64, String timestamp, byte[] body) {
        var signature = decoded(base64);
        if (key.isEmpty() || signature.length != SIGNATURE_BYTES || !isOfNow(timestamp)) {
            return false;
        }
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key.get());
            check.update((timestamp + "|").getBytes(StandardCharsets.US_ASCII));
            check.update(body);
            return check.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
