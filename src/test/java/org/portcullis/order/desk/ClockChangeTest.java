package org.portcullis.order.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.order.desk.ClockChange.Choice;

class ClockChangeTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    private static Optional<ClockChange> at(String local, ZoneId zone) {
        return ClockChange.at(LocalDateTime.parse(local), zone);
    }

    @Test
    void namesTheGapInSpringAndOffersWhatIsBeforeAndAfterIt() {
        var change = at("2027-03-14T02:30", LOS_ANGELES).orElseThrow();
        assertTrue(change.isSkipped());
        assertEquals(LocalTime.of(2, 0), change.getFrom());
        assertEquals(LocalTime.of(3, 0), change.getTo());
        assertEquals(List.of(new Choice("2027-03-14T02:30-07:00", Instant.parse("2027-03-14T09:30:00Z")),
                new Choice("2027-03-14T02:30-08:00", Instant.parse("2027-03-14T10:30:00Z"))), change.getChoices());
    }

    @Test
    void offersTheFirstAndTheSecondTimeInAutumn() {
        var change = at("2026-11-01T01:30", LOS_ANGELES).orElseThrow();
        assertFalse(change.isSkipped());
        assertEquals(List.of(Instant.parse("2026-11-01T08:30:00Z"), Instant.parse("2026-11-01T09:30:00Z")),
                change.getChoices().stream().map(Choice::at).toList());
    }

    @ParameterizedTest
    @CsvSource({"2027-03-14T01:59, America/Los_Angeles, false", "2027-03-14T02:00, America/Los_Angeles, true",
        "2027-03-14T02:59, America/Los_Angeles, true", "2027-03-14T03:00, America/Los_Angeles, false",
        "2026-11-01T00:59, America/Los_Angeles, false", "2026-11-01T01:00, America/Los_Angeles, true",
        "2026-11-01T01:59, America/Los_Angeles, true", "2026-11-01T02:00, America/Los_Angeles, false",
        "2027-03-14T02:30, America/Phoenix, false", "2027-03-28T02:30, Europe/Paris, true",
        "2026-10-25T02:30, Europe/Paris, true",
        "2026-10-04T02:15, Australia/Lord_Howe, true", "2026-10-04T02:45, Australia/Lord_Howe, false"})
    void isAskedAboutOnlyWhereTheTimeSaysNoMomentOrTwo(String local, ZoneId zone, boolean asked) {
        assertEquals(asked, at(local, zone).isPresent());
    }

    @Test
    void takesNoChoiceThatWasMadeForAnotherTime() {
        var change = at("2026-11-01T01:30", LOS_ANGELES).orElseThrow();
        assertEquals(Optional.of(Instant.parse("2026-11-01T09:30:00Z")), change.chosen("2026-11-01T01:30-08:00"));
        for (String other : new String[] {"", "2026-11-01T01:45-08:00", "2026-11-01T01:30-05:00", "made up"}) {
            assertEquals(Optional.empty(), change.chosen(other), other);
        }
    }
}
