package org.portcullis.numbers;

/**
 * A group of digits between signs and blanks, or a word that is not a part of a number.
 *
 * @param start index in the text, including a plus sign or bracket
 * @param end index in the text, exclusive
 * @param digits ASCII digits; empty for a word
 * @param gap what precedes it
 * @param international whether a plus sign precedes it
 * @param fault of a word; otherwise null
 * @param kind how it relates to the pieces beside it
 */
record Piece(int start, int end, String digits, Gap gap, boolean international, NumberFault fault, Kind kind) {

    /** How a piece relates to those beside it. */
    enum Kind {
        DIGITS,
        /** A complete number with {@code .0}, as spreadsheets write it. */
        DECIMALS,
        /** A word without digits: its neighbours are complete without it. */
        WORD,
        /** Such as {@code x12}, after a number that is complete without it. */
        EXTENSION,
        /** A word with digits, such as {@code O1}: its neighbours may be parts of the same number. */
        SPOILT
    }

    /** The text between two pieces. */
    enum Gap {
        /** Only dots, slashes and brackets. */
        SIGN,
        /** A hyphen or dash of any kind, within a number or between the ends of a range. */
        DASH,
        BLANK,
        /** A dash with blanks around it. */
        BLANK_DASH,
        /** A sign or word that is used in ranges only. */
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
