package org.portcullis.organization.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.job.JobRunner;
import org.portcullis.job.desk.ReportOutcome;
import org.portcullis.numbers.NumberColumn;
import org.portcullis.numbers.NumberFault;
import org.portcullis.organization.Organization;

/**
 * A CSV file of telephone numbers: those in its column of numbers, each with its line.
 *
 * @param problem why the file can't be used, or null
 * @param columns what was found instead of a column of numbers, or above no numbers; otherwise empty
 */
record NumberFile(List<Line> lines, Problem problem, String columns) {

    static final int MOST = 100_000;

    /** Enough for some columns beside the numbers. */
    private static final int MOST_CHARACTERS = 100 * MOST;
    /** No single number has more digits; a range has, or only a few numbers. */
    private static final int MOST_DIGITS_OF_ONE = 11;

    enum Problem {
        MISSING, NO_COLUMN, HEADER_ONLY, EMPTY, NOT_CSV, TOO_MANY
    }

    /**
     * A row as the file has it.
     *
     * @param outcome what is to be said of it without a look at its numbers; otherwise null
     */
    record Line(int place, String reference, ReportOutcome outcome) implements JobRunner.Item {
    }

    static NumberFile missing() {
        return refused(Problem.MISSING, "");
    }

    static NumberFile read(Path file, Organization organization) {
        try (var content = Files.newInputStream(file)) {
            var column = NumberColumn.open(content, MOST_CHARACTERS, organization.country);
            return column.problem() == null ? read(column, organization)
                    : refused(problem(column.problem().fault()), column.problem().text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NumberFile read(NumberColumn column, Organization organization) {
        var lines = new ArrayList<Line>();
        column.otherColumn()
                .ifPresent(other -> lines.add(new Line(other.line(), other.text(), ReportOutcome.OTHER_COLUMN)));
        long numbers = 0;
        while (column.hasNext() && numbers <= MOST) {
            var row = column.next();
            if (!row.text().isBlank()) {
                lines.add(new Line(row.line(), row.text().strip(),
                        row.fault() == null ? null : ReportOutcome.of(row.fault())));
                numbers += row.text().chars().filter(Character::isDigit).count() <= MOST_DIGITS_OF_ONE ? 1
                        : Math.max(1, NumberImport.read(row.text(), organization).numbers().size());
            }
        }
        if (numbers > MOST || column.isCut()) {
            return refused(Problem.TOO_MANY, "");
        }
        return numbers == 0 ? refused(Problem.EMPTY, "") : new NumberFile(lines, null, "");
    }

    private static Problem problem(NumberFault fault) {
        return switch (fault) {
            case HEADER_ONLY -> Problem.HEADER_ONLY;
            case EMPTY_FILE -> Problem.EMPTY;
            case NOT_CSV -> Problem.NOT_CSV;
            default -> Problem.NO_COLUMN;
        };
    }

    private static NumberFile refused(Problem problem, String columns) {
        return new NumberFile(List.of(), problem, columns);
    }
}
