package org.portcullis.web.i18n;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * The one way to write a CSV file: a spreadsheet in the reader's language opens it as it is meant, and one in any language
 * computes nothing of it (OWASP, CSV injection).
 */
public final class Spreadsheet implements Closeable {

    /** Excel takes a file for UTF-8 only if it begins with this. */
    private static final char BYTE_ORDER_MARK = '\ufeff';
    /** What a cell begins with that a spreadsheet computes; the full-width ones count as well. */
    private static final String FORMULA_SIGNS = "=+\\-@＝＋－＠";
    private static final Pattern FORMULA = Pattern.compile("\\A(?:[\\t\\r\\n]|[\\s\"]*[" + FORMULA_SIGNS + "])");
    /**
     * A spreadsheet that expects another separator than the file's ends a cell here, although it is quoted, and takes what
     * follows for the next one.
     */
    private static final Pattern FORMULA_AFTER_SEPARATOR = Pattern
            .compile("(?<=[,;|\\t\\r\\n])([\\s\"]*+)(?=[" + FORMULA_SIGNS + "])");
    /** A telephone number in E.164 is a number to a spreadsheet, and a file with it can be imported again. */
    private static final Pattern TELEPHONE_NUMBER = Pattern.compile("\\+[0-9]{1,15}");

    private final CSVPrinter printer;

    private Spreadsheet(CSVPrinter printer) {
        this.printer = printer;
    }

    /** Begins a file. Where the comma is in numbers, spreadsheets expect semicolons between cells. */
    public static Spreadsheet open(Writer writer, Locale language) throws IOException {
        writer.write(BYTE_ORDER_MARK);
        var isFrench = language.getLanguage().equals(Languages.FRENCH.getLanguage());
        return new Spreadsheet(new CSVPrinter(writer,
                CSVFormat.EXCEL.builder().setDelimiter(isFrench ? ';' : ',').setQuoteMode(QuoteMode.ALL).get()));
    }

    /** @param cells texts, which are made {@link #harmless}, and numbers; null for an empty cell */
    public void row(Object... cells) throws IOException {
        row(Arrays.asList(cells));
    }

    /** @param cells see {@link #row(Object...)} */
    public void row(List<?> cells) throws IOException {
        printer.printRecord(
                cells.stream().map(cell -> cell instanceof Number ? cell : harmless((String) cell)).toList());
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }

    /**
     * @return the text, with an apostrophe before what a spreadsheet would take for a formula, at its beginning and after
     *         whatever may separate cells; an empty one for a blank or null
     */
    static String harmless(String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        if (TELEPHONE_NUMBER.matcher(text).matches()) {
            return text;
        }
        var inside = FORMULA_AFTER_SEPARATOR.matcher(text).replaceAll("$1'");
        return FORMULA.matcher(inside).find() ? "'" + inside : inside;
    }
}
