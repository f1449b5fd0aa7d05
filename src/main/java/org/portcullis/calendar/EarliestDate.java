package org.portcullis.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The earliest day on which numbers can be ported, and how it is calculated.
 *
 * @param start why counting starts on that day
 * @param countedFrom the business day that the order counts for
 * @param days the business days that the port takes after it (47 CFR 52.35)
 * @param daysOff the days left out, except weekends
 */
public record EarliestDate(LocalDate date, Start start, LocalDate countedFrom, int days, List<DayOff> daysOff) {

    /** Whether today still counts, and if not, why. */
    public enum Start {
        TODAY, AFTER_CUT_OFF, NO_BUSINESS_DAY
    }
}
