package org.portcullis.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.testing.TestSettings;

class PortOutPinLifeTest {

    private static final Instant SET = Instant.parse("2026-01-31T10:00:00Z");
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    private static PortOutPin pin() {
        var pin = new PortOutPin();
        pin.setAt = SET;
        return pin;
    }

    private static PortOutPinLife life(String setting, String value) {
        return new PortOutPinLife(new TestSettings().with(setting, value).read().pin());
    }

    @Test
    void lastsForEverByDefault() {
        var life = new PortOutPinLife(new TestSettings().read().pin());
        var used = pin();
        used.usedAt = SET;
        assertEquals(Optional.empty(), life.unusable(pin(), SET.plus(Duration.ofDays(10_000))));
        assertEquals(Optional.empty(), life.unusable(used, SET));
        assertEquals(Optional.empty(), life.expiresAt(pin()));
        for (var news : PinNews.values()) {
            assertFalse(life.isDue(news, pin(), SET.plus(Duration.ofDays(10_000))), news.name());
            assertEquals(Optional.empty(), life.latestSetting(news, SET), news.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"P30D, 2026-03-02T10:00:00Z", "P1D, 2026-02-01T10:00:00Z", "P1M, 2026-02-28T10:00:00Z",
        "P1Y, 2027-01-31T10:00:00Z"})
    void expiresAtTheVeryMoment(String after, Instant end) {
        var life = life("portcullis.pin.expires-after", after);
        assertEquals(Optional.of(end), life.expiresAt(pin()));
        assertEquals(Optional.empty(), life.unusable(pin(), end.minus(MOMENT)));
        assertEquals(Optional.of(Unusable.EXPIRED), life.unusable(pin(), end));
        assertFalse(life.isDue(PinNews.EXPIRED, pin(), end.minus(MOMENT)));
        assertTrue(life.isDue(PinNews.EXPIRED, pin(), end));
        assertFalse(life.isDue(PinNews.EXPIRES_SOON, pin(), end), "it has expired");
        assertFalse(life.latestSetting(PinNews.EXPIRED, end).orElseThrow().isBefore(SET), "it is looked for");
    }

    @ParameterizedTest
    @CsvSource({"P30D, 2026-02-23T10:00:00Z", "P1D, 2026-01-31T22:00:00Z", "P1Y, 2027-01-24T10:00:00Z"})
    void announcesItsEnd(String after, Instant announced) {
        var life = life("portcullis.pin.expires-after", after);
        assertFalse(life.isDue(PinNews.EXPIRES_SOON, pin(), announced.minus(MOMENT)));
        assertTrue(life.isDue(PinNews.EXPIRES_SOON, pin(), announced));
        assertFalse(life.latestSetting(PinNews.EXPIRES_SOON, announced).orElseThrow().isBefore(SET),
                "it is looked for");
        var told = pin();
        told.told(PinNews.EXPIRES_SOON, announced);
        assertFalse(life.isDue(PinNews.EXPIRES_SOON, told, announced));
        assertTrue(life.isDue(PinNews.EXPIRED, told, announced.plus(Duration.ofDays(30))));
    }

    @Test
    void remindsOfAnOldOneOnce() {
        var life = life("portcullis.pin.remind-after", "P1Y");
        var year = Instant.parse("2027-01-31T10:00:00Z");
        assertFalse(life.isDue(PinNews.OLD, pin(), year.minus(MOMENT)));
        assertTrue(life.isDue(PinNews.OLD, pin(), year));
        assertFalse(life.latestSetting(PinNews.OLD, year).orElseThrow().isBefore(SET), "it is looked for");
        var told = pin();
        told.told(PinNews.OLD, year);
        assertFalse(life.isDue(PinNews.OLD, told, year.plus(Duration.ofDays(400))));
    }

    @Test
    void isUsedOnlyWhereItHoldsForOnce() {
        var used = pin();
        used.usedAt = SET;
        assertEquals(Optional.of(Unusable.USED), life("portcullis.pin.single-use", "true").unusable(used, SET));
        assertEquals(Optional.empty(), life("portcullis.pin.single-use", "true").unusable(pin(), SET));
    }

    @Test
    void isCompromisedWhateverTheSettings() {
        var compromised = pin();
        compromised.compromisedAt = SET;
        compromised.usedAt = SET;
        assertEquals(Optional.of(Unusable.COMPROMISED),
                life("portcullis.pin.single-use", "true").unusable(compromised, SET));
        assertEquals(Optional.of(Unusable.COMPROMISED),
                life("portcullis.pin.expires-after", "P1D").unusable(compromised, SET.plus(Duration.ofDays(9))));
    }
}
