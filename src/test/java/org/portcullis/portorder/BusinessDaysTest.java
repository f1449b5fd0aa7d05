package org.portcullis.portorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.organization.Organization;

class BusinessDaysTest {

    private static LocalDate after(String local, int days, String country) {
        var organization = new Organization();
        organization.country = country;
        organization.timeZone = ZoneId.of("America/New_York");
        return BusinessDays.after(LocalDateTime.parse(local).atZone(organization.timeZone).toInstant(), days, organization);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T09:00, 1, 2026-06-02", "2026-06-01T13:00, 1, 2026-06-02", "2026-06-01T13:00:01, 1, 2026-06-03",
        "2026-06-05T12:00, 1, 2026-06-08", "2026-06-05T14:00, 1, 2026-06-09", "2026-06-06T09:00, 1, 2026-06-09",
        "2026-06-01T09:00, 4, 2026-06-05", "2026-06-02T09:00, 4, 2026-06-08",
        "2026-11-25T09:00, 1, 2026-11-27", "2026-12-24T14:00, 1, 2026-12-29", "2026-07-02T09:00, 1, 2026-07-06"})
    void countsFromThirteenHoursOnAndLeavesOutWeekendsAndHolidays(String moment, int days, LocalDate expected) {
        assertEquals(expected, after(moment, days, "US"));
    }

    @Test
    void knowsNoAmericanHolidayElsewhere() {
        assertEquals(LocalDate.of(2026, 11, 26), after("2026-11-25T09:00", 1, "FR"));
    }

    /** As the Office of Personnel Management lists them. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07", "2026-10-12",
        "2026-11-11", "2026-11-26", "2026-12-25", "2027-06-18", "2027-07-05", "2027-12-24", "2027-12-31"})
    void knowsTheFederalHolidays(LocalDate day) {
        assertEquals(true, BusinessDays.isFederalHoliday(day));
        assertEquals(false, BusinessDays.isFederalHoliday(day.plusDays(4)));
    }
}
