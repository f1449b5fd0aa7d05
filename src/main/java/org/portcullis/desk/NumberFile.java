package org.portcullis.desk;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.portcullis.work.Works;

/**
 * A CSV file of telephone numbers: those in its column {@code PhoneNumber}, each with its line.
 *
 * @param problem why the file can't be used, or null
 */
record NumberFile(List<Line> lines, Problem problem) {

    static final int MOST = 100_000;

    private static final String COLUMN = "phonenumber";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    enum Problem {
        MISSING, UNREADABLE, NO_COLUMN, EMPTY, TOO_MANY
    }

    /** A number as the file has it. */
    record Line(int place, String reference) implements Works.Item {
    }

    static NumberFile missing() {
        return refused(Problem.MISSING);
    }

    /** Takes what spreadsheets write: a mark at the start, either line end, semicolons, other columns beside. */
    static NumberFile read(Path file) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try {
            return parse(bare);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return refused(Problem.UNREADABLE);
        }
    }

    private static NumberFile parse(String text) throws IOException {
        try (var parser = CSVParser.builder().setReader(new StringReader(text)).setFormat(format(text)).get()) {
            var lines = new ArrayList<Line>();
            int column = -1;
            for (var row : parser) {
                if (column < 0) {
                    column = row.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList().indexOf(COLUMN);
                    if (column < 0) {
                        return refused(Problem.NO_COLUMN);
                    }
                } else if (row.size() > column && !row.get(column).isBlank()) {
                    if (lines.size() == MOST) {
                        return refused(Problem.TOO_MANY);
                    }
                    lines.add(new Line((int) parser.getCurrentLineNumber(), row.get(column).strip()));
                }
            }
            return lines.isEmpty() ? refused(text.isBlank() ? Problem.NO_COLUMN : Problem.EMPTY) : new NumberFile(lines, null);
        }
    }

    private static CSVFormat format(String text) {
        var header = text.lines().findFirst().orElse("");
        char delimiter = header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
        return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    }

    private static NumberFile refused(Problem problem) {
        return new NumberFile(List.of(), problem);
    }
}
