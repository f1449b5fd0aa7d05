package org.portcullis.portout.carrier;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.portcullis.settings.InvalidSettingException;
import org.portcullis.settings.KeyRing;
import org.portcullis.settings.ServerKeys;
import org.portcullis.settings.Settings;

/**
 * Generates secrets and compares them by HMAC-SHA-256 with one of the PIN keys. The secrets are random, so a fast
 * digest is enough; see {@code docs/decisions} on carriers' credentials.
 */
@ApplicationScoped
class SecretDigest {

    private static final String PURPOSE = "carrier-secret";
    private static final int SECRET_BYTES = 32;
    private static final int NAME_BYTES = 8;
    /** A digest that matches no secret: comparing with it makes an unknown user name cost as much as a known one. */
    private static final String NOBODYS = "";

    private final KeyRing keys;

    @Inject
    SecretDigest(ServerKeys keys) {
        this(keys.pin());
    }

    SecretDigest(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * @throws InvalidSettingException if the key of a valid secret is missing: the platform may take the resulting
     * refusals for approvals
     */
    void requireEveryKey(@Observes StartupEvent start, Settings settings, Clock clock) {
        if (settings.verifyTrail()) {
            return;
        }
        for (String id : CarrierSecret.keyIds(clock.instant())) {
            if (keys.byId(id).isEmpty()) {
                throw new InvalidSettingException("portcullis.pin.keys lacks the key " + id
                        + ", which carriers' credentials depend on; restore it from your backup of the keys");
            }
        }
    }

    /** @return an unused user name, and 256 random bits */
    NewSecret generate(Protocol protocol) {
        var random = new SecureRandom();
        var name = new byte[NAME_BYTES];
        random.nextBytes(name);
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new NewSecret(protocol.prefix() + "-" + HexFormat.of().formatHex(name),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** @return the id of the key that {@link #of} uses */
    String currentKeyId() {
        return keys.currentId();
    }

    String of(NewSecret made) {
        return digest(keys.current(), made.username(), made.secret());
    }

    /**
     * In constant time, also for an unknown user name.
     *
     * @param known the stored data of the user name, or null
     */
    boolean matches(String username, String tried, KnownCredential known) {
        var key = known == null ? keys.current() : keys.byId(known.keyId()).orElse(keys.current());
        var digest = digest(key, username, tried).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(digest,
                (known == null ? NOBODYS : known.digest()).getBytes(StandardCharsets.US_ASCII));
    }

    /** The digest includes the user name, so that it is of no use in another row. */
    private static String digest(SecretKey key, String username, String secret) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(PURPOSE.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            mac.update(username.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
