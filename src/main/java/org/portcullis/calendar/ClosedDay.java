package org.portcullis.calendar;

import java.time.LocalDate;

/**
 * A day on which no numbers are ported, and the next possible day.
 *
 * @param holiday null at a weekend, and on the provider's own closed days
 * @param next the first business day after it
 */
public record ClosedDay(LocalDate date, boolean weekend, Holiday holiday, LocalDate next) {
}
