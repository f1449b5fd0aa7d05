package org.portcullis.numbers;

/**
 * Where something stands in a list.
 *
 * @param source null where the list has only one
 * @param line from 1
 */
public record NumberPlace(NumberSource source, int line) {
}
