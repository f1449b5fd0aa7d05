package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.elytron.security.common.BcryptUtil;
import org.junit.jupiter.api.Test;

class PasswordDigestTest {

    @Test
    void looksAtEachByteHoweverLongThePasswordIs() {
        var long72 = "kd8#mq2!".repeat(9);
        var stored = PasswordDigest.of(long72 + "a");
        assertTrue(PasswordDigest.matches(long72 + "a", stored));
        assertFalse(PasswordDigest.matches(long72 + "b", stored));
        assertFalse(PasswordDigest.matches(long72, stored));
        var han = "密".repeat(69);
        assertFalse(PasswordDigest.matches(han + "码", PasswordDigest.of(han + "密")));
    }

    @Test
    void comparesTheSameTextInEachUnicodeForm() {
        assertTrue(
                PasswordDigest.matches("e\u0301te\u0301 a\u0300 Lyon", PasswordDigest.of("\u00e9t\u00e9 \u00e0 Lyon")));
    }

    @Test
    void comparesWhatBcryptAloneDigested() {
        var old = BcryptUtil.bcryptHash("harbor lights at noon", 4);
        assertTrue(PasswordDigest.matches("harbor lights at noon", old));
        assertFalse(PasswordDigest.matches("harbor lights at dusk", old));
    }

    @Test
    void fitsTheColumnAndDiffersEachTime() {
        assertTrue(PasswordDigest.of("harbor lights").length() <= 100);
        assertNotEquals(PasswordDigest.of("harbor lights"), PasswordDigest.of("harbor lights"));
    }
}
