package org.portcullis.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portcullis.settings.TestKeys;

class PortOutPinDigestTest {

    private static final UUID ORGANIZATION = UUID.randomUUID();

    private final PortOutPinDigest digest = new PortOutPinDigest(TestKeys.ring("old"));

    private static PortOutPin stored(PortOutPinDigest by, String pin) {
        var stored = new PortOutPin();
        stored.organizationId = ORGANIZATION;
        stored.keyId = by.currentKeyId();
        stored.digest = by.of(pin, ORGANIZATION);
        return stored;
    }

    @Test
    void knowsTheRightPinFromAWrongOne() {
        var stored = stored(digest, "482913");
        assertTrue(digest.matches("482913", stored));
        assertFalse(digest.matches("482914", stored));
        assertFalse(digest.matches("4829130", stored));
        assertFalse(digest.matches("", stored));
    }

    @Test
    void isBcryptWithASaltOfItsOwn() {
        var one = digest.of("482913", ORGANIZATION);
        assertTrue(one.matches("\\$2.\\$11\\$.{53}"));
        assertNotEquals(one, digest.of("482913", ORGANIZATION));
    }

    @Test
    void isOfNoUseToAnotherOrganization() {
        var stolen = stored(digest, "482913");
        stolen.organizationId = UUID.randomUUID();
        assertFalse(digest.matches("482913", stolen));
    }

    @Test
    void isOfNoUseWithoutTheKey() {
        var stored = stored(digest, "482913");
        stored.keyId = "new";
        assertFalse(new PortOutPinDigest(TestKeys.ring("new")).matches("482913", stored));
    }

    @Test
    void readsOldPinsAndMakesNewOnesAfterARotation() {
        var old = stored(digest, "482913");
        var rotated = new PortOutPinDigest(TestKeys.ring("old", "new"));
        assertTrue(rotated.matches("482913", old));
        assertEquals("new", rotated.currentKeyId());
        assertTrue(rotated.matches("593024", stored(rotated, "593024")));
        assertThrows(IllegalStateException.class, () -> digest.matches("593024", stored(rotated, "593024")));
    }
}
