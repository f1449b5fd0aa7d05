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
 * Writes all CSV files of the portal: a spreadsheet program in the reader's language separates the cells correctly, and
 * none evaluates a cell as a formula (OWASP, CSV injection).
 */
public final class Spreadsheet implements Closeable {

    /** Excel recognizes UTF-8 only by this mark at the beginning. */
    private static final char BYTE_ORDER_MARK = '\ufeff';
    /** First characters of a cell that spreadsheet programs evaluate as a formula, their full-width forms included. */
    private static final String FORMULA_SIGNS = "=+\\-@＝＋－＠";
    private static final Pattern FORMULA = Pattern.compile("\\A(?:[\\t\\r\\n]|[\\s\"]*[" + FORMULA_SIGNS + "])");
    /**
     * A program that expects another separator than the file's ends a cell here, although it is quoted, and reads the
     * rest as the next cell.
     */
    private static final Pattern FORMULA_AFTER_SEPARATOR = Pattern
            .compile("(?<=[,;|\\t\\r\\n])([\\s\"]*+)(?=[" + FORMULA_SIGNS + "])");
    /**
     * A telephone number in E.164 stays as it is: spreadsheet programs read it as a number, and the file can be
     * imported again.
     */
    private static final Pattern TELEPHONE_NUMBER = Pattern.compile("\\+[0-9]{1,15}");

    private final CSVPrinter printer;

    private Spreadsheet(CSVPrinter printer) {
        this.printer = printer;
    }

    /** Begins a file. Where the decimal sign is a comma, spreadsheet programs expect semicolons between cells. */
    public static Spreadsheet open(Writer writer, Locale language) throws IOException {
        writer.write(BYTE_ORDER_MARK);
        var isFrench = language.getLanguage().equals(Languages.FRENCH.getLanguage());
        return new Spreadsheet(new CSVPrinter(writer,
                CSVFormat.EXCEL.builder().setDelimiter(isFrench ? ';' : ',').setQuoteMode(QuoteMode.ALL).get()));
    }

    /** @param cells texts, which are passed through {@link #harmless}, and numbers; null for an empty cell */
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
     * @return the text, with an apostrophe before each character that a spreadsheet program would take for the start of
     * a formula, at its beginning and after each possible separator; an empty text for a blank or null
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
