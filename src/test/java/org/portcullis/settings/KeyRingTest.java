package org.portcullis.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    @Test
    void takesTheLastKeyForNewThings() {
        var ring = KeyRing.parse(
                "# made on the first start\n" + TestKeys.written("a") + "\n" + TestKeys.written("b") + "\n",
                "the file");
        assertEquals("b", ring.currentId());
        assertEquals(Set.of("a", "b"), ring.ids());
        assertEquals(ring.byId("b").orElseThrow(), ring.current());
        assertTrue(ring.byId("c").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "no-colon", ":AAAA", "a:tooShort", "a:???",
        "a-name-that-is-much-too-long:AAAA"})
    void refusesWhatIsNoKeyAndNamesTheSetting(String text) {
        var refused = assertThrows(InvalidSettingException.class, () -> KeyRing.parse(text, "portcullis.pin.keys"));
        assertTrue(refused.getMessage().startsWith("portcullis.pin.keys"));
    }

    @Test
    void refusesTwoKeysWithOneId() {
        var text = TestKeys.written("a") + "," + TestKeys.written("a");
        assertTrue(assertThrows(InvalidSettingException.class, () -> KeyRing.parse(text, "x")).getMessage()
                .contains("two keys"));
    }

    @Test
    void neverQuotesAKey() {
        var refused = assertThrows(InvalidSettingException.class, () -> KeyRing.parse("a:c2VjcmV0IQ==", "x"));
        assertFalse(refused.getMessage().contains("c2VjcmV0"));
        assertFalse(assertThrows(InvalidSettingException.class, () -> KeyRing.parse("a:s3cr3t!", "x")).getMessage()
                .contains("s3cr3t"));
    }
}
