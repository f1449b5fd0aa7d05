package org.portcullis.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.portcullis.calendar.Holiday.COLUMBUS_DAY;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The public holidays, as observed, of the countries whose holidays the portal knows. They are calculated when this
 * class is initialized, which in a native executable happens at build time: see {@code docs/decisions}.
 */
final class PublicHolidays {

    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2099;

    /** Jollyday lists Columbus Day under the states that observe it; New York does, on the federal date. */
    private static final String STATE_WITH_COLUMBUS_DAY = "ny";

    private static final Set<Holiday> FEDERAL = EnumSet.range(Holiday.NEW_YEAR, Holiday.CHRISTMAS);
    private static final Set<Holiday> FRENCH = EnumSet.of(Holiday.NEW_YEAR, Holiday.EASTER_MONDAY, Holiday.LABOR_DAY,
            Holiday.VICTORY_DAY, Holiday.ASCENSION, Holiday.WHIT_MONDAY, Holiday.BASTILLE_DAY, Holiday.ASSUMPTION,
            Holiday.ALL_SAINTS, Holiday.ARMISTICE, Holiday.CHRISTMAS);

    /**
     * Jollyday lists most federal holidays of Canada under the provinces; Ontario has them all, on the federal dates.
     */
    private static final String PROVINCE_WITH_FEDERAL_HOLIDAYS = "on";
    private static final Set<Holiday> CANADIAN = EnumSet.of(Holiday.NEW_YEAR, Holiday.GOOD_FRIDAY, Holiday.VICTORIA_DAY,
            Holiday.CANADA_DAY, Holiday.LABOR_DAY, Holiday.TRUTH_AND_RECONCILIATION, Holiday.THANKSGIVING,
            Holiday.REMEMBRANCE_DAY, Holiday.CHRISTMAS, Holiday.BOXING_DAY);

    private static final Map<String, Map<LocalDate, Holiday>> BY_COUNTRY = Map.of("US", federal(), "FR", french(),
            "CA", canadian());

    private PublicHolidays() {
    }

    /** @param country ISO 3166-1 alpha-2 */
    static Optional<Holiday> on(LocalDate day, String country) {
        return Optional.ofNullable(BY_COUNTRY.getOrDefault(country, Map.of()).get(day));
    }

    private static Map<LocalDate, Holiday> federal() {
        var days = new HashMap<LocalDate, Holiday>();
        var library = HolidayManager.getInstance(ManagerParameters.create("us"));
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            add(days, library, year, FEDERAL);
            add(days, library, year, EnumSet.of(COLUMBUS_DAY), STATE_WITH_COLUMBUS_DAY);
        }
        return Map.copyOf(days);
    }

    private static Map<LocalDate, Holiday> french() {
        var days = new HashMap<LocalDate, Holiday>();
        var library = HolidayManager.getInstance(ManagerParameters.create("fr"));
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            add(days, library, year, FRENCH);
        }
        return Map.copyOf(days);
    }

    private static Map<LocalDate, Holiday> canadian() {
        var days = new HashMap<LocalDate, Holiday>();
        var library = HolidayManager.getInstance(ManagerParameters.create("ca"));
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            add(days, library, year, CANADIAN, PROVINCE_WITH_FEDERAL_HOLIDAYS);
        }
        days.keySet().stream().filter(PublicHolidays::isWeekend).sorted().toList()
                .forEach(day -> observeLater(days, day));
        return Map.copyOf(days);
    }

    /**
     * The Canada Labour Code (s. 193) moves a holiday at a weekend to the working day before or after it; the federal
     * government uses the one after it.
     */
    private static void observeLater(Map<LocalDate, Holiday> days, LocalDate weekend) {
        var day = weekend;
        while (isWeekend(day) || days.containsKey(day)) {
            day = day.plusDays(1);
        }
        days.put(day, days.remove(weekend));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
    }

    /** Indexed by the observed date: New Year's Day may be observed on the last day of the previous year. */
    private static void add(Map<LocalDate, Holiday> days, HolidayManager library, int year, Set<Holiday> counted,
            String... region) {
        for (var found : library.getHolidays(Year.of(year), region)) {
            counted.stream().filter(holiday -> holiday.libraryKey().equals(found.getPropertiesKey()))
                    .forEach(holiday -> days.put(found.getDate(), holiday));
        }
    }
}
