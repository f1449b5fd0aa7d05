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
 * @param kind what it is to the pieces beside it
 */
record Piece(int start, int end, String digits, Gap gap, boolean international, NumberFault fault, Kind kind) {

    /** What a piece is to those beside it. */
    enum Kind {
        DIGITS,
        /** All digits of a number, and {@code .0} as spreadsheets write it. */
        DECIMALS,
        /** A word without digits: what stands beside it is whole without it. */
        WORD,
        /** Such as {@code x12}, after a number that is whole without it. */
        EXTENSION,
        /** A word with digits, such as {@code O1}: what stands beside it may be the rest of the same number. */
        SPOILT
    }

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

        boolean mayMakeRange() {
            return this == DASH || this == BLANK_DASH || this == RANGE;
        }
    }

    boolean separates() {
        return kind == Kind.WORD || kind == Kind.EXTENSION;
    }

    boolean isWord() {
        return fault != null;
    }
}
