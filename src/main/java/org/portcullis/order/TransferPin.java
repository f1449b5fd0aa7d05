package org.portcullis.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.portcullis.settings.Encryption;
import org.portcullis.settings.KeyRing;
import org.portcullis.settings.ServerKeys;

/**
 * The losing carrier's transfer PIN, which the desk has to read once, when it submits the order. It is encrypted with a
 * key derived from the PIN keys, which are not stored in the database, and bound to its order, so that it can't be
 * copied to another one.
 */
@ApplicationScoped
public class TransferPin {

    private static final String PURPOSE = "transfer-pin";

    private final KeyRing keys;

    @Inject
    TransferPin(ServerKeys keys) {
        this(keys.pin());
    }

    TransferPin(KeyRing keys) {
        this.keys = keys;
    }

    /** Encrypts the PIN and stores it in the order; an empty PIN removes it. */
    public void put(PortOrder order, String pin) {
        order.transferPin = pin.isEmpty() ? null : keys.currentId() + ":" + encrypt(pin, keys.current(), order.id);
    }

    /**
     * @return the PIN, or null if the order has none
     * @throws IllegalStateException if its key no longer exists
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
        var encrypted = new Encryption(key, PURPOSE).encrypt(pin.getBytes(StandardCharsets.UTF_8), orderId.toString());
        return Base64.getEncoder().encodeToString(encrypted);
    }

    private static String decrypt(String text, SecretKey key, UUID orderId) {
        try {
            var pin = new Encryption(key, PURPOSE).decrypt(Base64.getDecoder().decode(text), orderId.toString());
            return new String(pin, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The transfer PIN of order " + orderId + " was altered, or its key was", e);
        }
    }
}
