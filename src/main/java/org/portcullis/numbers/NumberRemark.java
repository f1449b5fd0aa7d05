package org.portcullis.numbers;

/** What is worth a look in a list of telephone numbers, though it was taken. */
public enum NumberRemark {
    /** A well-formed number of the North American plan whose area code is not known as assigned: new, or mistyped. */
    NEW_AREA_CODE,
    /** A number of the right length in a block that is not known as assigned: new, or mistyped. */
    UNKNOWN_BLOCK,
    /** A number with {@code .0} at its end, as spreadsheets write it: the decimals were left out. */
    DECIMALS,
    /** A second column of the file that may hold telephone numbers and was not read; the text is its name. */
    OTHER_COLUMN
}
