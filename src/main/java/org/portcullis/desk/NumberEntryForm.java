package org.portcullis.desk;

import java.util.List;
import java.util.stream.IntStream;
import org.portcullis.organization.NumberIntake.Result;
import org.portcullis.organization.Organization;

/**
 * Telephone numbers typed one to a line.
 *
 * @param problem of the whole text, or null
 * @param refused the lines that can't be added, while there are any
 */
record NumberEntryForm(Organization organization, String text, Problem problem, List<Line> refused) {

    static final int MOST = 1_000;
    private static final int REFUSED_SHOWN = 50;

    enum Problem {
        MISSING, TOO_MANY
    }

    /** A line that can't be added, from 1, and why. */
    public record Line(int place, String typed, ReportOutcome outcome, String owner) {
    }

    static NumberEntryForm of(Organization organization, String typed) {
        var text = typed == null ? "" : typed.strip();
        var form = new NumberEntryForm(organization, text, null, List.of());
        if (text.isEmpty()) {
            return form.with(Problem.MISSING);
        }
        return form.numbers().size() > MOST ? form.with(Problem.TOO_MANY) : form;
    }

    private NumberEntryForm with(Problem found) {
        return new NumberEntryForm(organization, text, found, List.of());
    }

    NumberEntryForm refusing(List<Result> results) {
        var lines = IntStream.range(0, results.size()).filter(i -> results.get(i).outcome().isRefused())
                .mapToObj(i -> new Line(i + 1, results.get(i).typed(), ReportOutcome.of(results.get(i).outcome()), results.get(i).owner()))
                .toList();
        return new NumberEntryForm(organization, text, null, lines);
    }

    /** @return the lines that are not blank */
    List<String> numbers() {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    public String getAction() {
        return NumberList.path(organization.id) + "/new";
    }

    /** @return the first of the lines that can't be added: the others come up once these are corrected */
    public List<Line> getRefusedShown() {
        return refused.subList(0, Math.min(refused.size(), REFUSED_SHOWN));
    }

    public int getRefusedMore() {
        return Math.max(0, refused.size() - REFUSED_SHOWN);
    }

    public boolean isFailed() {
        return !isValid();
    }

    boolean isValid() {
        return problem == null && refused.isEmpty();
    }
}
