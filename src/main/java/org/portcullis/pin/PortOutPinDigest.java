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
 * Makes a PIN unreadable for good: HMAC-SHA-256 with a key that does not live in the database, inside bcrypt. A copy
 * of the database alone can't be searched for the PINs, of which there are no more than ten thousand million; with the key,
 * each guess is still slow.
 */
@ApplicationScoped
public class PortOutPinDigest {

    /** Of bcrypt, as a power of two: about a tenth of a second on a server of today. */
    public static final int COST = 11;

    private final KeyRing keys;

    @Inject
    PortOutPinDigest(ServerKeys keys) {
        this(keys.pin());
    }

    PortOutPinDigest(KeyRing keys) {
        this.keys = keys;
    }

    /** @throws InvalidSettingException if a stored PIN needs a key that is not there: better no start than wrong verdicts */
    void requireEveryKey(@Observes StartupEvent start, Settings settings) {
        // Who only looks through the audit trail has no PIN keys.
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

    /** Takes long on purpose: call it outside of a transaction. */
    public String of(String pin, UUID organizationId) {
        return BcryptUtil.bcryptHash(keyed(pin, organizationId, keys.current()), COST);
    }

    /**
     * Takes long on purpose, and as long for a wrong PIN as for the right one.
     *
     * @throws IllegalStateException if the key is not there, which the start has ruled out
     */
    public boolean matches(String pin, PortOutPin stored) {
        var key = keys.byId(stored.keyId).orElseThrow(() -> new IllegalStateException("No PIN key " + stored.keyId));
        return BcryptUtil.matches(keyed(pin, stored.organizationId, key), stored.digest);
    }

    /** With the organization in it, a digest is of no use in another organization's row. */
    static String keyed(String pin, UUID organizationId, SecretKey key) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((organizationId + ":").getBytes(StandardCharsets.US_ASCII));
            // In Base64, 44 characters: bcrypt ends at a zero byte, and looks at no more than 72.
            return Base64.getEncoder().encodeToString(mac.doFinal(pin.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
