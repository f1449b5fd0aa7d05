package org.portcullis.pin;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.portcullis.settings.InvalidSettingException;
import org.portcullis.settings.KeyRing;
import org.portcullis.settings.ServerKeys;
import org.portcullis.settings.Settings;

/**
 * Digests PINs: HMAC-SHA-256 with a key that is not in the database, then bcrypt. There are only about ten thousand
 * million PINs, but a copy of the database alone is not enough to search them; with the key, each guess is still slow.
 */
@ApplicationScoped
public class PortOutPinDigest {

    /** The bcrypt cost, as a power of two: about a tenth of a second on a current server. */
    public static final int COST = 11;

    private final KeyRing keys;

    @Inject
    PortOutPinDigest(ServerKeys keys) {
        this(keys.pin());
    }

    PortOutPinDigest(KeyRing keys) {
        this.keys = keys;
    }

    /** @throws InvalidSettingException if the key of a stored PIN is missing: comparisons would refuse the right PIN */
    void requireEveryKey(@Observes StartupEvent start, Settings settings) {
        // A process that only verifies the audit trail has no PIN keys.
        if (settings.verifyTrail()) {
            return;
        }
        for (String id : PortOutPin.keyIds()) {
            if (keys.byId(id).isEmpty()) {
                throw new InvalidSettingException("portcullis.pin.keys lacks the key " + id
                        + ", which stored port-out PINs depend on; restore it from your backup of the keys");
            }
        }
    }

    /** @return the id of the key that {@link #of} uses */
    public String currentKeyId() {
        return keys.currentId();
    }

    /** Slow on purpose: call it outside of a transaction. */
    public String of(String pin, UUID organizationId) {
        return BcryptUtil.bcryptHash(keyed(pin, organizationId, keys.current()), COST);
    }

    /**
     * Slow on purpose, and equally slow for a wrong and a right PIN.
     *
     * @throws IllegalStateException if the key is missing, which the check at startup rules out
     */
    public boolean matches(String pin, PortOutPin stored) {
        var key = keys.byId(stored.keyId).orElseThrow(() -> new IllegalStateException("No PIN key " + stored.keyId));
        return BcryptUtil.matches(keyed(pin, stored.organizationId, key), stored.digest);
    }

    /** The HMAC includes the organization, so that a digest is of no use in another organization's row. */
    static String keyed(String pin, UUID organizationId, SecretKey key) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((organizationId + ":").getBytes(StandardCharsets.US_ASCII));
            // Base64 gives 44 characters without a zero byte: bcrypt stops at a zero byte, and ignores all after 72
            // bytes.
            return Base64.getEncoder().encodeToString(mac.doFinal(pin.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
