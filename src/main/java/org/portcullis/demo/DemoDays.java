package org.portcullis.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.portcullis.calendar.BusinessDays;
import org.portcullis.organization.Organization;

/** When things happen in the demo: on business days, on any day on which it is started. */
final class DemoDays {

    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final LocalTime USUAL_TIME = LocalTime.of(10, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);

    private final Instant now;
    private final BusinessDays businessDays;

    DemoDays(Instant now, BusinessDays businessDays) {
        this.now = now;
        this.businessDays = businessDays;
    }

    /** At half past nine of that day, or of the last business day before it where it is none or that is still to come. */
    Instant morning(Organization organization, int daysAgo) {
        var day = lastBusinessDay(today(organization).minusDays(daysAgo), organization);
        var morning = at(day, MORNING, organization);
        return morning.isBefore(now) ? morning
                : at(lastBusinessDay(day.minusDays(1), organization), MORNING, organization);
    }

    /** @return at ten of the business day that comes so many after the one of the moment */
    Instant after(Instant moment, int days, Organization organization) {
        return at(businessDays.after(moment, days, organization), USUAL_TIME, organization);
    }

    /** @return when numbers move that are about to: within 24 hours; at a weekend, when they were to move last */
    Instant imminent(Organization organization) {
        var afternoon = at(lastBusinessDay(today(organization), organization), AFTERNOON, organization);
        if (afternoon.isAfter(now)) {
            return afternoon;
        }
        var tomorrow = today(organization).plusDays(1);
        var morning = at(tomorrow, USUAL_TIME, organization);
        return businessDays.isBusinessDay(tomorrow, organization) && morning.isBefore(now.plus(Duration.ofHours(24)))
                ? morning
                : afternoon;
    }

    private LocalDate today(Organization organization) {
        return now.atZone(organization.timeZone).toLocalDate();
    }

    private LocalDate lastBusinessDay(LocalDate day, Organization organization) {
        var last = day;
        while (!businessDays.isBusinessDay(last, organization)) {
            last = last.minusDays(1);
        }
        return last;
    }

    private static Instant at(LocalDate day, LocalTime time, Organization organization) {
        return day.atTime(time).atZone(organization.timeZone).toInstant();
    }
}
