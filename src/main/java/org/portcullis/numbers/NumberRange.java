package org.portcullis.numbers;

/**
 * Consecutive telephone numbers, or a single one.
 *
 * @param first in E.164
 * @param last in E.164; equal to the first for a single number
 * @param count how many numbers
 */
public record NumberRange(String first, String last, int count) {

    /**
     * @return the same text in every language, which {@link NumberList} can read again: {@code +1 206-555-0100},
     * {@code +1 206-555-0100–0149} or {@code +33 4 65 71 10 98 – +33 4 65 71 11 05}
     */
    public String getText() {
        return NumberRanges.text(this);
    }
}
