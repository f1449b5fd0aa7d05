package org.portcullis.calendar;

import java.time.LocalDate;

/**
 * A day on which no numbers move, and when they can next.
 *
 * @param holiday which one it is; null at a weekend, and where the provider is closed on its own account
 * @param next the first business day after it
 */
public record ClosedDay(LocalDate date, boolean weekend, Holiday holiday, LocalDate next) {
}
