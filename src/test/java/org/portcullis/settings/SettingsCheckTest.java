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
        "portcullis.session.recent, PT0S, portcullis.demo, false",
        "portcullis.pin.expires-after, P0D, portcullis.demo, false",
        "portcullis.pin.expires-after, P-1M, portcullis.demo, false",
        "portcullis.pin.remind-after, P-1Y, portcullis.demo, false",
        "portcullis.sign-in.first-delay, PT-1S, portcullis.sign-in.longest-delay, PT1H",
        "portcullis.sign-in.longest-delay, PT1S, portcullis.sign-in.first-delay, PT1M",
        "portcullis.port-out.first-delay, PT0S, portcullis.demo, false",
        "portcullis.port-out.first-delay, PT-30S, portcullis.demo, false",
        "portcullis.port-out.longest-delay, PT29S, portcullis.port-out.first-delay, PT30S",
        "portcullis.port-out.approval-within, PT0S, portcullis.demo, false",
        "portcullis.port-out.guesses-before-delay, 0, portcullis.demo, false",
        "portcullis.port-out.guesses-before-delay, 100, portcullis.demo, false",
        "portcullis.port-out.carrier-guesses-before-delay, -1, portcullis.demo, false",
        "portcullis.port-out.carrier-guesses-before-delay, 100, portcullis.demo, false",
        "portcullis.port-out.carrier-failure-share, 4, portcullis.demo, false",
        "portcullis.port-out.carrier-failure-share, 51, portcullis.demo, false",
        "portcullis.password-link.validity, PT0S, portcullis.demo, false",
        "portcullis.work.report-kept, P-1D, portcullis.demo, false",
        "portcullis.audit.retention, P364D, portcullis.demo, false",
        "portcullis.audit.retention, P11M, portcullis.demo, false",
        "portcullis.desk.closed-days, 2026-02-30, portcullis.demo, false",
        "portcullis.desk.closed-days, Christmas, portcullis.demo, false",
        "portcullis.telnyx.api-url, ftp://api.telnyx.com, portcullis.demo, false",
        "portcullis.telnyx.reject-before, PT0S, portcullis.demo, false",
        "portcullis.telnyx.warn-before, PT2H, portcullis.telnyx.reject-before, PT2H",
        "portcullis.telnyx.silence, PT4H, portcullis.telnyx.warn-before, PT4H",
        "portcullis.base-url, ftp://portal.example.com, portcullis.demo, false",
        "portcullis.base-url, portal.example.com, portcullis.demo, false"})
    void namesTheSettingThatContradicts(String setting, String value, String other, String otherValue) {
        var settings = new TestSettings().with(setting, value).with(other, otherValue).read();
        var refused = assertThrows(InvalidSettingException.class, () -> SettingsCheck.check(settings));
        assertTrue(refused.getMessage().contains(setting));
    }
}
