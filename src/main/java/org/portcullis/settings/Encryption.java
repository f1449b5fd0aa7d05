package org.portcullis.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Authenticated encryption for the database: AES-256-GCM (NIST SP 800-38D) with a random nonce, and a key derived from a
 * server key. What is encrypted for one purpose or one owner can't be read as that of another.
 */
public final class Encryption {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;

    /**
     * @param serverKey one of {@link ServerKeys}
     * @param purpose a short ASCII word for what is encrypted
     */
    public Encryption(SecretKey serverKey, String purpose) {
        try {
            var mac = Mac.getInstance(serverKey.getAlgorithm());
            mac.init(serverKey);
            // Digests use the same server key; what is derived from it for one purpose is of no use for another.
            key = new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param owner what the text belongs to, such as the id of its row
     * @return the nonce, and then what is encrypted
     */
    public byte[] encrypt(byte[] plain, String owner) {
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            var encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(plain);
            var all = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, all, NONCE_BYTES, encrypted.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException if it was altered, belongs to another owner, or was encrypted with another key */
    public byte[] decrypt(byte[] all, String owner) throws GeneralSecurityException {
        if (all.length < NONCE_BYTES) {
            throw new GeneralSecurityException("Too short to be encrypted");
        }
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), owner).doFinal(all, NONCE_BYTES,
                all.length - NONCE_BYTES);
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
