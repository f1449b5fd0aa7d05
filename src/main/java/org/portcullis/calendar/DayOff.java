package org.portcullis.calendar;

import java.time.LocalDate;

/**
 * A day from Monday to Friday that is not a business day.
 *
 * @param holiday null on the provider's own closed days
 */
public record DayOff(LocalDate date, Holiday holiday) {
}
