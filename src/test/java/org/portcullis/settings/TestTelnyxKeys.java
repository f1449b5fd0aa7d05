package org.portcullis.settings;

import org.portcullis.testing.TestSettings;

/** Telnyx's keys as the operator's text gives them. */
public final class TestTelnyxKeys {

    private TestTelnyxKeys() {
    }

    public static TelnyxKeys of(String publicKey) {
        return new TelnyxKeys(new TestSettings().with("portcullis.telnyx.public-key", publicKey)
                .with("portcullis.telnyx.api-key", "KEY1").read());
    }
}
