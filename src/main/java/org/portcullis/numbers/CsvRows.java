package org.portcullis.numbers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.numbers.NumberColumn.Row;
import org.portcullis.numbers.TextLines.Line;

/**
 * The rows of a CSV file below its header. A quoted cell may continue in the next lines. If its quotation mark is never
 * closed, or it would swallow the numbers of other rows, only its own line is faulty, and reading continues after it.
 */
final class CsvRows {

    /** A longer cell counts as never closed. */
    private static final int MOST_LINES = 100;
    private static final int MOST_CHARACTERS = 65_536;
    private static final int SHORTEST_NUMBER = 7;

    private final TextLines lines;
    private final NumberHeader header;
    private final char separator;

    CsvRows(TextLines lines, NumberHeader header) {
        this.lines = lines;
        this.header = header;
        separator = header.separator();
    }

    /** @return the next row with a value in the column; null after the last */
    Row next() throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            var cells = CsvRow.of(line.text(), separator);
            var row = cells.openAt() == CsvRow.NONE ? row(line, cells.cells()) : joined(line, cells.openAt());
            if (!row.text().isBlank()) {
                return row;
            }
        }
        return null;
    }

    private Row joined(Line first, int openAt) throws IOException {
        var text = new StringBuilder(first.text());
        var taken = new ArrayList<Line>();
        int open = openAt;
        // If the open cell is the number column itself, its contents are read or reported, so no number is lost.
        boolean isStray = header.column() > open && isRow(first);
        while (!isStray && taken.size() < MOST_LINES && text.length() < MOST_CHARACTERS) {
            var next = lines.next();
            if (next == null) {
                break;
            }
            taken.add(next);
            text.append('\n').append(next.text());
            var row = CsvRow.of(text.toString(), separator);
            isStray = row.isBroken() || open != header.column()
                    && header.column() <= CsvRow.closedIn(next.text(), separator) && isRow(next);
            if (!isStray && row.openAt() == CsvRow.NONE) {
                return row(first, row.cells());
            }
            open = row.openAt();
        }
        lines.back(taken);
        return new Row(first.number(), first.text(), NumberFault.OPEN_QUOTE);
    }

    /**
     * @return whether the line, read without regard to quotation marks, is a complete row with a number in its column
     */
    private boolean isRow(Line line) {
        var cells = CsvRow.literally(line.text(), separator);
        return cells.size() >= header.cells() && digits(cells.get(header.column())) >= SHORTEST_NUMBER;
    }

    private Row row(Line first, List<String> cells) {
        if (header.cells() == 1) {
            // A separator within a row can only stand between numbers.
            return new Row(first.number(), String.join(separator == '|' ? "," : String.valueOf(separator), cells),
                    null);
        }
        if (cells.size() > header.column()) {
            return new Row(first.number(), cells.get(header.column()), null);
        }
        return cells.stream().anyMatch(cell -> digits(cell) >= SHORTEST_NUMBER)
                ? new Row(first.number(), first.text(), NumberFault.SHORT_ROW)
                : new Row(first.number(), "", null);
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }
}
