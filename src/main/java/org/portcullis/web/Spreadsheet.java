package org.portcullis.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV files that a spreadsheet in the reader's language opens as they are meant, and never computes. */
public final class Spreadsheet {

    /** Excel takes a file for UTF-8 only if it begins with this. */
    private static final char BYTE_ORDER_MARK = '\ufeff';
    /** What a cell begins with that a spreadsheet computes (OWASP, CSV injection); the full-width ones count as well. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠";

    private Spreadsheet() {
    }

    /** Begins a file. Where the comma is in numbers, spreadsheets expect semicolons between cells. */
    public static CSVPrinter open(Writer writer, Locale language) throws IOException {
        writer.write(BYTE_ORDER_MARK);
        var isFrench = language.getLanguage().equals(Languages.FRENCH.getLanguage());
        return new CSVPrinter(writer, CSVFormat.EXCEL.builder().setDelimiter(isFrench ? ';' : ',').get());
    }

    /** @return the text, with an apostrophe before what a spreadsheet would take for a formula; an empty one for a blank or null */
    public static String harmless(String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        var isFormula = FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 || FORMULA_SIGNS.indexOf(text.stripLeading().charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
