package org.portcullis.portorder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.portcullis.settings.KeyRing;
import org.portcullis.settings.ServerKeys;

/**
 * The losing carrier's own PIN, which the desk has to read once, at the step that sends the order: AES-256-GCM, with a
 * key made from the PIN keys, which do not live in the database. Bound to its order, it can't be put into another one.
 */
@ApplicationScoped
public class TransferPin {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String PURPOSE = "transfer-pin";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;

    @Inject
    TransferPin(ServerKeys keys) {
        this(keys.pin());
    }

    TransferPin(KeyRing keys) {
        this.keys = keys;
    }

    /** Puts the PIN into the order, unreadable; an empty one takes it away. */
    public void put(PortOrder order, String pin) {
        order.transferPin = pin.isEmpty() ? null : keys.currentId() + ":" + encrypt(pin, keys.current(), order.id);
    }

    /**
     * @return the PIN, or null where the order has none
     * @throws IllegalStateException if its key is no longer there
     */
    public String read(PortOrder order) {
        if (order.transferPin == null) {
            return null;
        }
        int colon = order.transferPin.indexOf(':');
        var keyId = order.transferPin.substring(0, colon);
        var key = keys.byId(keyId).orElseThrow(() -> new IllegalStateException("No PIN key " + keyId));
        return decrypt(order.transferPin.substring(colon + 1), key, order.id);
    }

    private static String encrypt(String pin, SecretKey key, UUID orderId) {
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, orderId).doFinal(pin.getBytes(StandardCharsets.UTF_8));
            var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decrypt(String text, SecretKey key, UUID orderId) {
        var all = Base64.getDecoder().decode(text);
        try {
            return new String(cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE_BYTES), orderId)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The transfer PIN of order " + orderId + " was altered, or its key was", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID orderId) throws GeneralSecurityException {
        var mac = Mac.getInstance(key.getAlgorithm());
        mac.init(key);
        // The digest of PINs uses the same key; what is made from it for one purpose is of no use for the other.
        var own = new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.US_ASCII)), "AES");
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(orderId.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
