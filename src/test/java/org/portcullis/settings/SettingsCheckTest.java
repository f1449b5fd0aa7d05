package org.portcullis.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.testing.TestSettings;

class SettingsCheckTest {

    @Test
    void isContentWithTheDefaults() {
        assertDoesNotThrow(() -> SettingsCheck.check(new TestSettings().read()));
    }

    @ParameterizedTest
    @CsvSource({
        "portcullis.pin.maximum-length, 6, portcullis.pin.minimum-length, 7",
        "portcullis.session.idle-timeout, PT0S, portcullis.session.absolute-timeout, PT1H",
        "portcullis.session.absolute-timeout, PT1M, portcullis.session.idle-timeout, PT1H",
        "portcullis.sign-in.first-delay, PT-1S, portcullis.sign-in.longest-delay, PT1H",
        "portcullis.sign-in.longest-delay, PT1S, portcullis.sign-in.first-delay, PT1M",
        "portcullis.password-link.validity, PT0S, portcullis.demo, false",
        "portcullis.work.report-kept, P-1D, portcullis.demo, false",
        "portcullis.audit.retention, P364D, portcullis.demo, false",
        "portcullis.audit.retention, P11M, portcullis.demo, false",
        "portcullis.desk.closed-days, 2026-02-30, portcullis.demo, false",
        "portcullis.desk.closed-days, Christmas, portcullis.demo, false",
        "portcullis.base-url, ftp://portal.example.com, portcullis.demo, false",
        "portcullis.base-url, portal.example.com, portcullis.demo, false"})
    void namesTheSettingThatContradicts(String setting, String value, String other, String otherValue) {
        var settings = new TestSettings().with(setting, value).with(other, otherValue).read();
        var refused = assertThrows(InvalidSettingException.class, () -> SettingsCheck.check(settings));
        assertTrue(refused.getMessage().contains(setting));
    }
}
