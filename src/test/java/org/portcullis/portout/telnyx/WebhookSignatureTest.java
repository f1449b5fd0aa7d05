package org.portcullis.portout.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.settings.TestTelnyxKeys;
import org.portcullis.testing.TelnyxAccount;

class WebhookSignatureTest {

    private static final long NOW = 1_780_000_000L;
    private static final String BODY = "{\"data\":{}}";

    private static WebhookSignature at(String now) {
        return new WebhookSignature(TestTelnyxKeys.of(TelnyxAccount.publicKey()).webhook(),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private final WebhookSignature signature = at(Instant.ofEpochSecond(NOW).toString());

    private boolean isGenuine(String base64, String timestamp, String body) {
        return signature.isGenuine(base64, timestamp, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knowsWhatTelnyxSigned() {
        assertTrue(isGenuine(TelnyxAccount.signed("" + NOW, BODY), "" + NOW, BODY));
        assertTrue(isGenuine(TelnyxAccount.signed("" + NOW, "{\"name\":\"Zoë\"}"), "" + NOW, "{\"name\":\"Zoë\"}"));
    }

    @Test
    void refusesWhatWasChangedOnTheWay() {
        var good = TelnyxAccount.signed("" + NOW, BODY);
        assertFalse(isGenuine(good, "" + NOW, BODY + " "));
        assertFalse(isGenuine(good, "" + (NOW + 1), BODY));
        assertFalse(isGenuine(good, NOW + "|", BODY.substring(1)), "the bar belongs to neither");
        assertFalse(isGenuine(TelnyxAccount.signed("" + NOW, BODY + "x"), "" + NOW, BODY));
        assertFalse(isGenuine(good.replaceFirst("^.", good.startsWith("A") ? "B" : "A"), "" + NOW, BODY));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "AAAA", "not Base64 at all!",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="})
    void refusesWhatIsNoSignature(String base64) {
        assertFalse(isGenuine(base64, "" + NOW, BODY));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-1", "1780000000.5", " 1780000000", "1780000000000000", "١٧٨٠٠٠٠٠٠٠", "now"})
    void refusesWhatIsNoTime(String timestamp) {
        assertFalse(signature.isOfNow(timestamp));
        assertFalse(isGenuine(TelnyxAccount.signed("" + timestamp, BODY), timestamp, BODY));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "299, true", "300, true", "301, false", "-299, true", "-300, true", "-301, false",
        "86400, false"})
    void allowsFiveMinutesBothWays(int seconds, boolean isOfNow) {
        assertEquals(isOfNow, signature.isOfNow("" + (NOW + seconds)));
        assertEquals(isOfNow, isGenuine(TelnyxAccount.signed("" + (NOW + seconds), BODY), "" + (NOW + seconds), BODY));
    }

    @Test
    void countsFractionsOfASecond() {
        assertFalse(
                at("2026-06-02T10:05:00.001Z").isOfNow("" + Instant.parse("2026-06-02T10:00:00Z").getEpochSecond()));
        assertTrue(at("2026-06-02T10:05:00Z").isOfNow("" + Instant.parse("2026-06-02T10:00:00Z").getEpochSecond()));
    }

    @Test
    void isOffWithoutAKey() {
        var off = new WebhookSignature(Optional.empty(), Clock.systemUTC());
        assertFalse(off.isOn());
        assertFalse(off.isGenuine("", "" + NOW, new byte[0]));
    }
}
