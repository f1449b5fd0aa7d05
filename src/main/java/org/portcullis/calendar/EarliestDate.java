package org.portcullis.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The earliest day on which numbers can move, and how it comes about.
 *
 * @param start why it is counted from that day
 * @param countedFrom the business day that the order counts for
 * @param days the business days that the port takes after it (47 CFR 52.35)
 * @param daysOff what was left out on the way, beside weekends
 */
public record EarliestDate(LocalDate date, Start start, LocalDate countedFrom, int days, List<DayOff> daysOff) {

    /** Whether today still counts, or why not. */
    public enum Start {
        TODAY, AFTER_CUT_OFF, NO_BUSINESS_DAY
    }
}
