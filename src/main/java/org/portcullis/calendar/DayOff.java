package org.portcullis.calendar;

import java.time.LocalDate;

/**
 * A day from Monday to Friday that does not count.
 *
 * @param holiday which one it is; null where the provider is closed on its own account
 */
public record DayOff(LocalDate date, Holiday holiday) {
}
