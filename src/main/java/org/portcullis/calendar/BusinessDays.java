package org.portcullis.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.calendar.EarliestDate.Start;
import org.portcullis.organization.Organization;
import org.portcullis.settings.Settings;

/**
 * Business days in porting (47 CFR 52.35): Monday to Friday without public holidays and without the provider's own
 * closed days, in the organization's country and time zone. An order received by 13:00 counts as received on that day.
 */
@ApplicationScoped
public class BusinessDays {

    private static final LocalTime CUT_OFF = LocalTime.of(13, 0);
    private static final LocalTime CLOSE = LocalTime.of(17, 0);

    /** Business days for a simple port, and for any other port. */
    private static final int SIMPLE = 1;
    private static final int OTHER = 4;

    private final Set<LocalDate> closedDays;

    public BusinessDays(Settings settings) {
        closedDays = settings.desk().closedDays().orElse(List.of()).stream().map(LocalDate::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @return the date this many business days after the one that the moment counts for */
    public LocalDate after(Instant moment, int days, Organization organization) {
        return plus(countsFor(moment, organization), days, organization);
    }

    public boolean isBusinessDay(LocalDate day, Organization organization) {
        return !isWeekend(day) && !closedDays.contains(day) && PublicHolidays.on(day, organization.country).isEmpty();
    }

    /** @return why no numbers are ported on that day; empty for a business day */
    public Optional<ClosedDay> closed(LocalDate day, Organization organization) {
        if (isBusinessDay(day, organization)) {
            return Optional.empty();
        }
        var holiday = isWeekend(day) ? null : PublicHolidays.on(day, organization.country).orElse(null);
        return Optional.of(new ClosedDay(day, isWeekend(day), holiday, sameOrNext(day, organization)));
    }

    /**
     * @param simple a single-line port without special services, which takes one business day; any other port takes
     * four
     */
    public EarliestDate earliest(Instant now, boolean simple, Organization organization) {
        var today = now.atZone(organization.timeZone).toLocalDate();
        var from = countsFor(now, organization);
        var start = from.equals(today) ? Start.TODAY
                : isBusinessDay(today, organization) ? Start.AFTER_CUT_OFF : Start.NO_BUSINESS_DAY;
        var days = simple ? SIMPLE : OTHER;
        var date = plus(from, days, organization);
        return new EarliestDate(date, start, from, days, daysOff(today, date, organization));
    }

    /** @return 17:00 on that day in the organization's time zone */
    public Instant closeOfBusiness(LocalDate day, Organization organization) {
        return day.atTime(CLOSE).atZone(organization.timeZone).toInstant();
    }

    /** @return the number of business days that began after the day of {@code from}; 0 if {@code to} is not later */
    public int between(Instant from, Instant to, Organization organization) {
        var first = from.atZone(organization.timeZone).toLocalDate();
        var last = to.atZone(organization.timeZone).toLocalDate();
        if (!last.isAfter(first)) {
            return 0;
        }
        return (int) first.plusDays(1).datesUntil(last.plusDays(1)).filter(day -> isBusinessDay(day, organization))
                .count();
    }

    private LocalDate countsFor(Instant moment, Organization organization) {
        var day = moment.atZone(organization.timeZone).toLocalDate();
        return sameOrNext(isAfterCutOff(moment, organization) ? day.plusDays(1) : day, organization);
    }

    private static boolean isAfterCutOff(Instant moment, Organization organization) {
        return moment.atZone(organization.timeZone).toLocalTime().isAfter(CUT_OFF);
    }

    private LocalDate plus(LocalDate businessDay, int days, Organization organization) {
        var day = businessDay;
        for (int i = 0; i < days; i++) {
            day = sameOrNext(day.plusDays(1), organization);
        }
        return day;
    }

    private LocalDate sameOrNext(LocalDate day, Organization organization) {
        return Stream.iterate(day, next -> next.plusDays(1)).filter(next -> isBusinessDay(next, organization))
                .findFirst().orElseThrow();
    }

    private List<DayOff> daysOff(LocalDate from, LocalDate to, Organization organization) {
        return from.datesUntil(to).filter(day -> !isWeekend(day) && !isBusinessDay(day, organization))
                .map(day -> new DayOff(day, PublicHolidays.on(day, organization.country).orElse(null))).toList();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
    }
}
