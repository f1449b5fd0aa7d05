package org.portcullis.numbers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The column {@code PhoneNumber} of a CSV file, row by row, as spreadsheets of any country write it: with commas,
 * semicolons or tabs, with or without quotation marks, in UTF-8, UTF-16 or Latin-1. Reads as it goes, so that a file of any
 * length takes no more memory than a row.
 *
 * <p>Its methods throw {@link java.io.UncheckedIOException} when the file can't be read.
 */
public final class NumberColumn implements Iterator<NumberColumn.Row> {

    /** The name of the column; case, blanks and signs in it don't matter. */
    public static final String NAME = "PhoneNumber";

    private static final int LONGEST_HEADER = 8_192;
    /** In the first line of what some spreadsheets write: which separator follows. */
    private static final String SEPARATOR_HINT = "sep=";
    private static final String SEPARATORS = ",;\t|";

    private final CappedReader source;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int column;
    private boolean isOnly;
    private Row current;
    private Row following;

    /**
     * What stands in the column in one row.
     *
     * @param line where the row begins, from 1
     * @param text as written, possibly blank, a range or several numbers
     */
    public record Row(int line, String text) {
    }

    private NumberColumn(CappedReader source, CSVParser parser) {
        this.source = source;
        this.parser = parser;
        records = parser.iterator();
    }

    /**
     * @param most how many characters are read at most
     * @return nothing when the file has no such column
     */
    public static Optional<NumberColumn> open(InputStream file, int most) throws IOException {
        return open(FileText.reader(file), most);
    }

    /** The same for text that is decoded already. */
    public static Optional<NumberColumn> open(Reader file, int most) throws IOException {
        var source = new CappedReader(file, most);
        var reader = new BufferedReader(source, LONGEST_HEADER);
        var header = firstLine(reader);
        boolean hasHint = header.startsWith(SEPARATOR_HINT);
        var format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setLenientEof(true).setTrailingData(true)
                .setDelimiter(separator(header)).get();
        var rows = new NumberColumn(source, CSVParser.parse(reader, format));
        return rows.findColumn(hasHint ? 2 : 1) ? Optional.of(rows) : Optional.empty();
    }

    @Override
    public boolean hasNext() {
        return current != null && !(following == null && source.isCut());
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = current;
        current = following;
        following = fetch();
        return row;
    }

    /** @return whether the file goes on after what was read; the row in which reading ended is left out, as it may be cut */
    public boolean isCut() {
        return source.isCut();
    }

    private boolean findColumn(int headerLine) {
        CSVRecord header = null;
        while (parser.getCurrentLineNumber() < headerLine && records.hasNext()) {
            header = records.next();
        }
        if (header == null) {
            return false;
        }
        isOnly = header.size() == 1;
        column = header.toList().stream().map(NumberColumn::folded).toList().indexOf(folded(NAME));
        if (column >= 0) {
            current = fetch();
            following = current == null ? null : fetch();
        }
        return column >= 0;
    }

    /** Where there is only one column, a separator in a row stands between numbers. */
    private Row fetch() {
        int line = (int) parser.getCurrentLineNumber() + 1;
        if (!records.hasNext()) {
            return null;
        }
        var row = records.next();
        return new Row(line, isOnly ? String.join(",", row.toList()) : row.size() > column ? row.get(column) : "");
    }

    private static String folded(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static char separator(String header) {
        int hinted = header.startsWith(SEPARATOR_HINT) && header.length() > SEPARATOR_HINT.length()
                ? SEPARATORS.indexOf(header.charAt(SEPARATOR_HINT.length())) : -1;
        return hinted >= 0 ? SEPARATORS.charAt(hinted) : header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        var line = new StringBuilder();
        int c = reader.read();
        while (c >= 0 && c != '\n' && c != '\r' && line.length() < LONGEST_HEADER - 1) {
            line.append((char) c);
            c = reader.read();
        }
        reader.reset();
        return line.toString();
    }
}
