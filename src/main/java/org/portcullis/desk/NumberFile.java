package org.portcullis.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.numbers.NumberColumn;
import org.portcullis.work.Works;

/**
 * A CSV file of telephone numbers: those in its column {@code PhoneNumber}, each with its line.
 *
 * @param problem why the file can't be used, or null
 */
record NumberFile(List<Line> lines, Problem problem) {

    static final int MOST = 100_000;

    /** Enough for some columns beside the numbers. */
    private static final int MOST_CHARACTERS = 100 * MOST;

    enum Problem {
        MISSING, NO_COLUMN, EMPTY, TOO_MANY
    }

    /** A number as the file has it. */
    record Line(int place, String reference) implements Works.Item {
    }

    static NumberFile missing() {
        return refused(Problem.MISSING);
    }

    static NumberFile read(Path file) {
        try (var content = Files.newInputStream(file)) {
            return NumberColumn.open(content, MOST_CHARACTERS).map(NumberFile::read).orElseGet(() -> refused(Problem.NO_COLUMN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NumberFile read(NumberColumn column) {
        var lines = new ArrayList<Line>();
        while (column.hasNext() && lines.size() <= MOST) {
            var row = column.next();
            if (!row.text().isBlank()) {
                lines.add(new Line(row.line(), row.text().strip()));
            }
        }
        if (lines.size() > MOST || column.isCut()) {
            return refused(Problem.TOO_MANY);
        }
        return lines.isEmpty() ? refused(Problem.EMPTY) : new NumberFile(lines, null);
    }

    private static NumberFile refused(Problem problem) {
        return new NumberFile(List.of(), problem);
    }
}
