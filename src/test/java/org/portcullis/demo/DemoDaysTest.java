package org.portcullis.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.calendar.BusinessDays;
import org.portcullis.organization.Organization;
import org.portcullis.testing.TestSettings;

class DemoDaysTest {

    private static final BusinessDays BUSINESS_DAYS = new BusinessDays(new TestSettings().read());

    @ParameterizedTest
    @CsvSource({"US, America/Los_Angeles", "FR, Europe/Paris"})
    void areBusinessDaysWheneverTheDemoIsStarted(String country, String zone) {
        var organization = new Organization();
        organization.country = country;
        organization.timeZone = ZoneId.of(zone);
        var end = Instant.parse("2028-01-01T00:00:00Z");
        for (var now = end.minus(Duration.ofDays(730)); now.isBefore(end); now = now.plus(Duration.ofHours(7))) {
            var days = new DemoDays(now, BUSINESS_DAYS);
            for (int daysAgo : new int[] {0, 1, 2, 3, 7, 8, 10, 14}) {
                var created = days.morning(organization, daysAgo);
                assertOpen(created, organization, now);
                assertTrue(created.isBefore(now), created + " has not passed");
                assertOpen(days.after(created, 5, organization), organization, now);
            }
            assertPast(days.after(days.morning(organization, 14), 5, organization).plus(Duration.ofHours(2)), now);
            assertPast(days.after(days.morning(organization, 8), 2, organization), now);
            assertPast(days.after(days.morning(organization, 7), 1, organization), now);
            assertPast(days.morning(organization, 2).plus(Duration.ofHours(5)), now);
            var imminent = days.imminent(organization);
            assertOpen(imminent, organization, now);
            assertPast(imminent.minus(Duration.ofHours(24)), now);
            assertPast(days.after(days.morning(organization, 10), 1, organization),
                    imminent.minus(Duration.ofHours(24)));
        }
    }

    private static void assertOpen(Instant moment, Organization organization, Instant now) {
        var day = moment.atZone(organization.timeZone).toLocalDate();
        assertTrue(BUSINESS_DAYS.isBusinessDay(day, organization), () -> moment + ", started " + now);
    }

    private static void assertPast(Instant moment, Instant now) {
        assertTrue(moment.isBefore(now) || moment.equals(now), () -> moment + " is not before " + now);
    }
}
