package org.portcullis.numbers;

/** What is wrong with an entry of a list of telephone numbers. */
public enum NumberFault {
    /** Not a telephone number of any country. */
    NOT_A_NUMBER,
    TOO_SHORT,
    TOO_LONG,
    /** Letters among the digits, or words. */
    LETTERS,
    /** A long number in a spreadsheet's notation, such as {@code 2.0655501E9}: its last digits are lost. */
    SPREADSHEET,
    /** Digits that can be split into numbers in several ways. */
    AMBIGUOUS,
    /** A telephone number of another country than the organization's. */
    OTHER_COUNTRY,
    /** Toll-free numbers are ported in another way: in the United States by a responsible organization (RespOrg). */
    TOLL_FREE,
    /** A short code, or an emergency number. */
    SHORT_NUMBER,
    /** Premium rate, shared cost, personal and other numbers that port orders don't cover. */
    NOT_PORTABLE,
    RANGE_BACKWARDS,
    /** More numbers than a list may have. */
    RANGE_TOO_LARGE,
    /** The ends of a range have different countries or lengths. */
    RANGE_ENDS_DIFFER,
    /** In the list already. */
    DUPLICATE,
    /** Valid, but the list is full. */
    OVER_LIMIT,
    /** A quotation mark that is opened in a line of a CSV file and never closed. */
    OPEN_QUOTE,
    /** A line of a CSV file that ends before the column with the numbers. */
    SHORT_ROW,
    /** A CSV file without a column of numbers; the problem's text lists its columns. */
    NO_COLUMN,
    /** A CSV file with a header and no rows; the problem's text is the header's name. */
    HEADER_ONLY,
    /** An empty file. */
    EMPTY_FILE,
    /** A workbook, a PDF or another file that is not text. */
    NOT_CSV,
    /** The text is longer than what is read at once. */
    TOO_MUCH_TEXT
}
