package org.portcullis.numbers;

/**
 * The position of an entry in a list.
 *
 * @param source null if the list has only one
 * @param line from 1
 */
public record NumberPlace(NumberSource source, int line) {
}
