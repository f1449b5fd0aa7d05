package org.portcullis.numbers;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.portcullis.numbers.TextLines.Line;

/**
 * The column of telephone numbers of a CSV file, row by row, as spreadsheets of any country write it: with commas,
 * semicolons or tabs, with or without quotation marks, with or without a title and a header, in UTF-8, UTF-16 or
 * Windows-1252. It reads incrementally, so that memory use does not depend on the file's length.
 *
 * <p>Its methods throw {@link UncheckedIOException} when the file can't be read.
 */
public final class NumberColumn implements Iterator<NumberColumn.Row> {

    /** The column's name in files that the portal writes. */
    public static final String NAME = "PhoneNumber";

    /** The header is searched for in this many lines. */
    private static final int HEADER_AMONG = 40;
    private static final int MOST_COLUMNS_NAMED = 20;

    private final TextLines lines;
    private final NumberHeader header;
    private final NumberProblem problem;
    private final CsvRows rows;
    private Row following;

    /**
     * The value of the column in one row.
     *
     * @param line where the row begins, from 1
     * @param text as written, possibly blank, a range or several numbers; the whole row if it can't be read
     * @param fault why the row can't be read, or null
     */
    public record Row(int line, String text, NumberFault fault) {
    }

    private NumberColumn(TextLines lines, NumberHeader header, NumberProblem problem) throws IOException {
        this.lines = lines;
        this.header = header;
        this.problem = problem;
        rows = problem == null ? new CsvRows(lines, header) : null;
        following = problem == null ? rows.next() : null;
    }

    /**
     * @param most maximum number of characters to read
     * @param country of the organization, ISO 3166-1 alpha-2: it determines what is a number if the file has no header
     */
    public static NumberColumn open(InputStream file, int most, String country) throws IOException {
        var text = FileText.reader(file);
        return text.isPresent() ? open(text.get(), most, country)
                : new NumberColumn(null, null, new NumberProblem(1, "", NumberFault.NOT_CSV));
    }

    /** As above, for text that is already decoded. */
    public static NumberColumn open(Reader file, int most, String country) throws IOException {
        var lines = new TextLines(file, most);
        var first = lines.ahead(HEADER_AMONG);
        var header = NumberHeader.find(first).or(() -> HeaderlessNumbers.find(first, country));
        if (header.isEmpty()) {
            return new NumberColumn(lines, null, missing(first));
        }
        lines.skipTo(header.get().last());
        return new NumberColumn(lines, header.get(), null).orHeaderOnly();
    }

    private static NumberProblem missing(List<Line> first) {
        var columns = NumberHeader.columns(first);
        return columns.isEmpty() ? new NumberProblem(1, "", NumberFault.EMPTY_FILE)
                : new NumberProblem(first.get(NumberHeader.skipped(first)).number(),
                        String.join(", ", columns.subList(0, Math.min(MOST_COLUMNS_NAMED, columns.size()))),
                        NumberFault.NO_COLUMN);
    }

    private NumberColumn orHeaderOnly() throws IOException {
        return following != null || isCut() || header.name() == null ? this
                : new NumberColumn(lines, header,
                        new NumberProblem(header.first(), header.name(), NumberFault.HEADER_ONLY));
    }

    /** @return why the file has no such column, or null */
    public NumberProblem problem() {
        return problem;
    }

    /** @return a remark on other columns that may contain numbers as well */
    public Optional<NumberNotice> otherColumn() {
        return header == null || header.others().isEmpty() ? Optional.empty()
                : Optional.of(new NumberNotice(header.first(), String.join(", ", header.others()),
                        NumberRemark.OTHER_COLUMN, null,
                        header.others().size(), null));
    }

    @Override
    public boolean hasNext() {
        return following != null;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = following;
        try {
            following = rows.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row;
    }

    /** @return whether the file has more text than was read; the last row read is left out, as it may be incomplete */
    public boolean isCut() {
        return lines != null && lines.isCut();
    }
}
