package org.portcullis.numbers;

/** What is wrong with a part of a list of telephone numbers. */
public enum NumberFault {
    /** No telephone number of any country. */
    NOT_A_NUMBER,
    TOO_SHORT,
    TOO_LONG,
    /** Letters among the digits, or words. */
    LETTERS,
    /** What a spreadsheet makes of a long number, such as {@code 2.0655501E9}: its last digits are lost. */
    SPREADSHEET,
    /** Digits with several ways to tell where one number ends and the next begins. */
    AMBIGUOUS,
    /** A telephone number, but not of the organization's country. */
    OTHER_COUNTRY,
    /** Ported in another way: in the United States by a responsible organization (RespOrg). */
    TOLL_FREE,
    /** A short code, or an emergency number. */
    SHORT_NUMBER,
    /** Premium rate, shared cost, personal and other numbers that port orders don't move. */
    NOT_PORTABLE,
    RANGE_BACKWARDS,
    /** More numbers than any list may hold. */
    RANGE_TOO_LARGE,
    /** The ends of a range are of two countries, or not of one length. */
    RANGE_ENDS_DIFFER,
    /** In the list already. */
    DUPLICATE,
    /** Good, but the list is full. */
    OVER_LIMIT,
    /** A quotation mark that is opened in a line of a CSV file and never closed. */
    OPEN_QUOTE,
    /** A line of a CSV file that ends before the column with the numbers. */
    SHORT_ROW,
    /** A CSV file without a column of numbers; the text names the columns that it has. */
    NO_COLUMN,
    /** A CSV file with a header and nothing below it; the text is the header's name. */
    HEADER_ONLY,
    /** An empty file. */
    EMPTY_FILE,
    /** A workbook, a PDF or another file that is no text. */
    NOT_CSV,
    /** The text is longer than what is read at a time. */
    TOO_MUCH_TEXT
}
