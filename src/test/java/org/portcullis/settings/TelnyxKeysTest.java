package org.portcullis.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.testing.TelnyxAccount;
import org.portcullis.testing.TestSettings;

class TelnyxKeysTest {

    private static String refused(TestSettings settings) {
        return assertThrows(InvalidSettingException.class, () -> new TelnyxKeys(settings.read())).getMessage();
    }

    @Test
    void areNotNeededWhereThereIsNoTelnyx() {
        assertTrue(new TelnyxKeys(new TestSettings().read()).webhook().isEmpty());
    }

    @Test
    void comeFromSettingsOrFromAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("key"), "KEY2\n");
        var settings = new TestSettings().with("portcullis.telnyx.public-key", TelnyxAccount.publicKey() + "\n");
        assertEquals("KEY2",
                new TelnyxKeys(settings.with("portcullis.telnyx.api-key-file", file.toString()).read()).api());
        assertEquals("KEY1", new TelnyxKeys(settings.with("portcullis.telnyx.api-key", "KEY1").read()).api());
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "AAAA", "!!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "BwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void namesAPublicKeyThatIsNone(String key) {
        assertTrue(refused(new TestSettings().with("portcullis.telnyx.public-key", key))
                .contains("portcullis.telnyx.public-key"));
    }

    @Test
    void namesAMissingApiKeyAndNeverQuotesOne() {
        var settings = new TestSettings().with("portcullis.telnyx.public-key", TelnyxAccount.publicKey());
        assertTrue(refused(settings).contains("portcullis.telnyx.api-key"));
        var message = refused(settings.with("portcullis.telnyx.api-key", "KEY one\r\nX: y"));
        assertTrue(message.contains("portcullis.telnyx.api-key"));
        assertFalse(message.contains("KEY one"));
    }
}
