package org.portcullis.numbers;

/**
 * A group of digits as it stands between signs and blanks, or a word that is no part of a number.
 *
 * @param start where it begins in the text, its plus sign or bracket included
 * @param end where it ends, exclusive
 * @param digits ASCII digits; empty for a word
 * @param gap what stands before it
 * @param international whether a plus sign stands before it
 * @param fault of a word; otherwise null
 */
record Piece(int start, int end, String digits, Gap gap, boolean international, NumberFault fault) {

    /** What stands between two pieces. */
    enum Gap {
        /** Nothing but dots, slashes and brackets. */
        SIGN,
        /** A hyphen or dash of any kind, within a number or between the ends of a range. */
        DASH,
        BLANK,
        /** A dash with blanks around it. */
        BLANK_DASH,
        /** A sign or word that stands in ranges only. */
        RANGE;

        /** @return whether another number may begin after it */
        boolean mayPart() {
            return this == BLANK || this == BLANK_DASH || this == RANGE;
        }

        boolean mayMakeRange() {
            return this == DASH || this == BLANK_DASH || this == RANGE;
        }
    }

    boolean isWord() {
        return fault != null;
    }
}
