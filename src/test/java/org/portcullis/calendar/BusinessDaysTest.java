package org.portcullis.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.calendar.EarliestDate.Start;
import org.portcullis.organization.Organization;
import org.portcullis.testing.TestSettings;

class BusinessDaysTest {

    private static final Organization AMERICAN = organization("US", "America/New_York");
    private static final Organization CANADIAN = organization("CA", "America/Toronto");
    private static final Organization FRENCH = organization("FR", "Europe/Paris");
    private static final BusinessDays BUSINESS_DAYS = new BusinessDays(new TestSettings().read());

    private static Organization organization(String country, String zone) {
        var organization = new Organization();
        organization.country = country;
        organization.timeZone = ZoneId.of(zone);
        return organization;
    }

    private static Instant at(String local, Organization organization) {
        return LocalDateTime.parse(local).atZone(organization.timeZone).toInstant();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static List<String> holidays(int year, Organization organization) {
        return Year.of(year).atDay(1).datesUntil(Year.of(year + 1).atDay(1))
                .filter(day -> PublicHolidays.on(day, organization.country).isPresent()).map(LocalDate::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T09:00, 1, 2026-06-02", "2026-06-01T13:00, 1, 2026-06-02", "2026-06-01T13:00:01, 1, 2026-06-03",
        "2026-06-05T12:00, 1, 2026-06-08", "2026-06-05T14:00, 1, 2026-06-09", "2026-06-06T09:00, 1, 2026-06-09",
        "2026-06-01T09:00, 4, 2026-06-05", "2026-06-02T09:00, 4, 2026-06-08",
        "2026-11-25T09:00, 1, 2026-11-27", "2026-12-24T14:00, 1, 2026-12-29", "2026-07-02T09:00, 1, 2026-07-06",
        // The nights on which the clocks change.
        "2026-03-06T13:00, 1, 2026-03-09", "2026-03-07T23:30, 1, 2026-03-10", "2026-10-30T13:01, 1, 2026-11-03",
        "2026-11-01T01:30, 1, 2026-11-03"})
    void countsFromThirteenHoursOnAndLeavesOutWeekendsAndHolidays(String moment, int days, LocalDate expected) {
        assertEquals(expected, BUSINESS_DAYS.after(at(moment, AMERICAN), days, AMERICAN));
    }

    /** One moment, which is on either side of 13:00, or of midnight. */
    @ParameterizedTest
    @CsvSource({"Pacific/Honolulu, 2026-06-02", "America/Los_Angeles, 2026-06-02", "America/Chicago, 2026-06-02",
        "America/New_York, 2026-06-03",
        "Europe/Paris, 2026-06-03", "Pacific/Auckland, 2026-06-03"})
    void asksTheClockOnTheOrganizationsOwnWall(String zone, LocalDate expected) {
        assertEquals(expected, BUSINESS_DAYS.after(Instant.parse("2026-06-01T18:00:00Z"), 1, organization("US", zone)));
    }

    /** As the Office of Personnel Management lists them: the days on which they are observed. */
    @ParameterizedTest
    @CsvSource(delimiter = ':', value = {
        "2024: 01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
        "2025: 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25",
        "2026: 01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
        "2027: 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
        "2028: 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"})
    void knowsTheFederalHolidaysAndNoOthers(int year, String days) {
        assertEquals(Stream.of(days.strip().split(" ")).map(day -> year + "-" + day).toList(),
                holidays(year, AMERICAN));
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032})
    void observesElevenFederalHolidaysForEachYearOnDaysFromMondayToFriday(int year) {
        var newYearsEve = LocalDate.of(year, 12, 31);
        var startsEarly = PublicHolidays.on(LocalDate.of(year - 1, 12, 31), "US").isPresent();
        var days = holidays(year, AMERICAN).stream().filter(day -> !day.equals(newYearsEve.toString())).toList();
        assertEquals(startsEarly ? 10 : 11, days.size());
        days.forEach(day -> assertTrue(day(day).getDayOfWeek().getValue() <= 5, day));
        assertEquals(LocalDate.of(year + 1, 1, 1).getDayOfWeek().getValue() == 6,
                PublicHolidays.on(newYearsEve, "US").isPresent());
    }

    @Test
    void knowsTheElevenFrenchHolidaysAndNotThoseOfAlsace() {
        assertEquals(List.of("2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
                "2026-07-14", "2026-08-15",
                "2026-11-01", "2026-11-11", "2026-12-25"), holidays(2026, FRENCH));
        assertEquals(day("2026-11-26"), BUSINESS_DAYS.after(at("2026-11-25T09:00", FRENCH), 1, FRENCH),
                "no Thanksgiving there");
    }

    /** As the government of Canada lists them: those at a weekend on the next working day. */
    @ParameterizedTest
    @CsvSource(delimiter = ':', value = {
        "2022: 01-03 04-15 05-23 07-01 09-05 09-30 10-10 11-11 12-26 12-27",
        "2023: 01-02 04-07 05-22 07-03 09-04 10-02 10-09 11-13 12-25 12-26",
        "2026: 01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-28",
        "2027: 01-01 03-26 05-24 07-01 09-06 09-30 10-11 11-11 12-27 12-28"})
    void knowsTheFederalHolidaysOfCanadaAndNoneOfAProvince(int year, String days) {
        assertEquals(Stream.of(days.strip().split(" ")).map(day -> year + "-" + day).toList(),
                holidays(year, CANADIAN));
    }

    @Test
    void leavesOutCanadaDayInCanadaAndNotIndependenceDay() {
        assertEquals(day("2026-07-02"), BUSINESS_DAYS.after(at("2026-06-30T09:00", CANADIAN), 1, CANADIAN));
        assertTrue(BUSINESS_DAYS.isBusinessDay(day("2026-07-03"), CANADIAN));
        assertEquals(new ClosedDay(day("2026-10-12"), false, Holiday.THANKSGIVING, day("2026-10-13")),
                BUSINESS_DAYS.closed(day("2026-10-12"), CANADIAN).orElseThrow());
    }

    @Test
    void leavesOutOnlyWeekendsWhereItKnowsNoHolidays() {
        var elsewhere = organization("IS", "Atlantic/Reykjavik");
        assertTrue(BUSINESS_DAYS.isBusinessDay(day("2026-12-25"), elsewhere));
        assertFalse(BUSINESS_DAYS.isBusinessDay(day("2026-12-26"), elsewhere));
    }

    @Test
    void leavesOutTheDaysOnWhichTheProviderIsClosed() {
        var closing = new BusinessDays(
                new TestSettings().with("portcullis.desk.closed-days", "2026-12-24,2026-12-28").read());
        assertFalse(closing.isBusinessDay(day("2026-12-24"), FRENCH));
        var earliest = closing.earliest(at("2026-12-23T10:00", AMERICAN), true, AMERICAN);
        assertEquals(new EarliestDate(day("2026-12-29"), Start.TODAY, day("2026-12-23"), 1, List.of(
                new DayOff(day("2026-12-24"), null), new DayOff(day("2026-12-25"), Holiday.CHRISTMAS),
                new DayOff(day("2026-12-28"), null))),
                earliest);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-17T10:00, false, 2026-06-24, TODAY, 2026-06-17",
        "2026-06-17T13:30, false, 2026-06-25, AFTER_CUT_OFF, 2026-06-18",
        "2026-06-18T13:30, true, 2026-06-23, AFTER_CUT_OFF, 2026-06-22",
        "2026-06-19T10:00, true, 2026-06-23, NO_BUSINESS_DAY, 2026-06-22",
        "2026-06-20T18:00, true, 2026-06-23, NO_BUSINESS_DAY, 2026-06-22"})
    void saysHowTheEarliestDateComesAbout(String moment, boolean simple, LocalDate date, Start start,
            LocalDate countedFrom) {
        var earliest = BUSINESS_DAYS.earliest(at(moment, AMERICAN), simple, AMERICAN);
        var juneteenth = day("2026-06-19");
        assertEquals(new EarliestDate(date, start, countedFrom, simple ? 1 : 4,
                moment.startsWith("2026-06-20") ? List.of() : List.of(new DayOff(juneteenth, Holiday.JUNETEENTH))),
                earliest);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06, 2026-03-06T22:00:00Z", "2026-03-09, 2026-03-09T21:00:00Z",
        "2026-11-02, 2026-11-02T22:00:00Z"})
    void closesAtSeventeenHoursWhateverTheClocksDo(LocalDate day, Instant expected) {
        assertEquals(expected, BUSINESS_DAYS.closeOfBusiness(day, AMERICAN));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01T09:00, 2026-06-01T18:00, 0", "2026-06-01T18:00, 2026-06-02T08:00, 1",
        "2026-06-05T09:00, 2026-06-08T09:00, 1",
        "2026-06-05T09:00, 2026-06-07T23:59, 0", "2026-06-18T09:00, 2026-06-22T09:00, 1",
        "2026-06-02T09:00, 2026-06-01T09:00, 0",
        "2026-06-01T09:00, 2026-06-12T09:00, 9"})
    void countsTheBusinessDaysThatHavePassed(String from, String to, int expected) {
        assertEquals(expected, BUSINESS_DAYS.between(at(from, AMERICAN), at(to, AMERICAN), AMERICAN));
    }

    @Test
    void tellsWhyADayIsNone() {
        assertEquals(new ClosedDay(day("2026-12-25"), false, Holiday.CHRISTMAS, day("2026-12-28")),
                BUSINESS_DAYS.closed(day("2026-12-25"), FRENCH).orElseThrow());
        assertEquals(new ClosedDay(day("2026-12-26"), true, null, day("2026-12-28")),
                BUSINESS_DAYS.closed(day("2026-12-26"), FRENCH).orElseThrow());
        assertTrue(BUSINESS_DAYS.closed(day("2026-12-28"), FRENCH).isEmpty());
    }
}
