package org.portcullis.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.jpa.PasswordProvider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import java.text.Normalizer;
import java.util.Base64;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.util.ModularCrypt;

/**
 * How passwords are stored: bcrypt of the Base64 of their SHA-512, because bcrypt alone reads only 72 bytes and stops
 * at a zero byte. Another system may send the same text in another Unicode form, so it is normalized first (NIST SP
 * 800-63B-4 §3.1.1.2). Digests made by bcrypt alone, without the mark, are still accepted.
 */
public final class PasswordDigest implements PasswordProvider {

    /** The bcrypt cost, as a power of two: about a quarter of a second on a current server. */
    private static final int COST = 12;
    /** Prefix of digests in modular crypt format whose input was digested by SHA-512 first. */
    private static final String MARK = "sha512";

    /** Slow on purpose. */
    static String of(String password) {
        return MARK + BcryptUtil.bcryptHash(sha512(password), COST);
    }

    /** Slow on purpose. */
    static boolean matches(String tried, String stored) {
        return BcryptUtil.matches(prepared(tried, stored), unmarked(stored));
    }

    /** @return the text that bcrypt compares with the stored digest */
    static String prepared(String tried, String stored) {
        return stored.startsWith(MARK) ? sha512(tried) : tried;
    }

    private static String unmarked(String stored) {
        return stored.startsWith(MARK) ? stored.substring(MARK.length()) : stored;
    }

    private static String sha512(String password) {
        try {
            var bytes = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Password getPassword(String stored) {
        try {
            return ModularCrypt.decode(unmarked(stored));
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }
}
