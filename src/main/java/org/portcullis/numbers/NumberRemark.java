package org.portcullis.numbers;

/** Why an accepted entry of a list of telephone numbers should be checked. */
public enum NumberRemark {
    /**
     * A well-formed number of the North American plan whose area code is not known to be assigned: new, or mistyped.
     */
    NEW_AREA_CODE,
    /** A number of the right length in a block that is not known to be assigned: new, or mistyped. */
    UNKNOWN_BLOCK,
    /** A number ending in {@code .0}, as spreadsheets write it: the decimals were left out. */
    DECIMALS,
    /** A second column of the file may contain telephone numbers and was not read; the text is its name. */
    OTHER_COLUMN
}
