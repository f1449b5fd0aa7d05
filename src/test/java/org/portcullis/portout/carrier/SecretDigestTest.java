package org.portcullis.portout.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portcullis.settings.KeyRing;
import org.portcullis.settings.TestKeys;

class SecretDigestTest {

    private static final KeyRing KEYS = TestKeys.ring("test");

    private final SecretDigest digest = new SecretDigest(KEYS);

    private KnownCredential stored(NewSecret made) {
        return new KnownCredential(UUID.randomUUID(), null, digest.currentKeyId(), digest.of(made), null, false, null,
                CredentialConditions.FREE);
    }

    @Test
    void knowsASecretAgain() {
        var made = digest.generate(Protocol.API);
        assertTrue(digest.matches(made.username(), made.secret(), stored(made)));
        assertFalse(digest.matches(made.username(), made.secret() + "x", stored(made)));
        assertFalse(digest.matches("other", made.secret(), stored(made)), "it is of no use in another row");
        assertFalse(digest.matches(made.username(), made.secret(), null));
        assertFalse(digest.matches(made.username(), "", null));
    }

    @Test
    void makesSecretsThatNobodyGuesses() {
        var made = digest.generate(Protocol.BANDWIDTH);
        assertTrue(made.username().matches("bw-[0-9a-f]{16}"));
        assertEquals(43, made.secret().length(), "256 bits");
        assertNotEquals(made, digest.generate(Protocol.BANDWIDTH));
    }
}
