package org.portcullis.portorder;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.organization.Organization;

/**
 * The days that count in porting: Monday to Friday without the federal holidays (47 CFR 52.35, 5 U.S.C. 6103). What
 * comes in by 13:00 local time counts as of that day. Outside the United States only weekends are left out.
 */
final class BusinessDays {

    private static final LocalTime CUT_OFF = LocalTime.of(13, 0);
    private static final List<MonthDay> FIXED_HOLIDAYS = List.of(
            MonthDay.of(Month.JANUARY, 1), MonthDay.of(Month.JUNE, 19), MonthDay.of(Month.JULY, 4),
            MonthDay.of(Month.NOVEMBER, 11), MonthDay.of(Month.DECEMBER, 25));

    private BusinessDays() {
    }

    /** @return the day that comes this many business days after the one that the moment counts for */
    static LocalDate after(Instant moment, int days, Organization organization) {
        var local = moment.atZone(organization.timeZone);
        var inUnitedStates = organization.isInUnitedStates();
        var day = local.toLocalDate();
        if (local.toLocalTime().isAfter(CUT_OFF)) {
            day = day.plusDays(1);
        }
        day = sameOrNext(day, inUnitedStates);
        for (int i = 0; i < days; i++) {
            day = sameOrNext(day.plusDays(1), inUnitedStates);
        }
        return day;
    }

    private static LocalDate sameOrNext(LocalDate day, boolean inUnitedStates) {
        while (isWeekend(day) || inUnitedStates && isFederalHoliday(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
    }

    static boolean isFederalHoliday(LocalDate day) {
        return holidays(day.getYear()).anyMatch(day::equals)
                // New Year's Day on a Saturday is observed in the year before it.
                || observed(LocalDate.of(day.getYear() + 1, Month.JANUARY, 1)).equals(day);
    }

    private static Stream<LocalDate> holidays(int year) {
        return Stream.concat(
                FIXED_HOLIDAYS.stream().map(holiday -> observed(holiday.atYear(year))),
                Stream.of(
                        LocalDate.of(year, Month.JANUARY, 1).with(TemporalAdjusters.dayOfWeekInMonth(3, MONDAY)),
                        LocalDate.of(year, Month.FEBRUARY, 1).with(TemporalAdjusters.dayOfWeekInMonth(3, MONDAY)),
                        LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(MONDAY)),
                        LocalDate.of(year, Month.SEPTEMBER, 1).with(TemporalAdjusters.firstInMonth(MONDAY)),
                        LocalDate.of(year, Month.OCTOBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, MONDAY)),
                        LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, THURSDAY))));
    }

    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.with(TemporalAdjusters.previous(FRIDAY));
            case SUNDAY -> holiday.with(TemporalAdjusters.next(MONDAY));
            default -> holiday;
        };
    }
}
