package org.portcullis.organization.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.job.JobRunner.Outcome;
import org.portcullis.job.JobRunner.Task;
import org.portcullis.job.JobRunner;
import org.portcullis.job.desk.ReportKind;
import org.portcullis.job.desk.ReportOutcome;
import org.portcullis.numbers.NumberFault;
import org.portcullis.numbers.NumberList;
import org.portcullis.numbers.NumberProblem;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.numbers.NumberScope;
import org.portcullis.organization.NumberIntake.Result;
import org.portcullis.organization.NumberIntake;
import org.portcullis.organization.Organization;

/** Adds a file of telephone numbers to an organization, in a background job. Repeating it is harmless. */
@ApplicationScoped
class NumberImport {

    private static final int AT_ONCE = 1_000;
    /** A block. */
    private static final int MOST_IN_A_ROW = 10_000;

    private final JobRunner jobs;

    NumberImport(JobRunner jobs) {
        this.jobs = jobs;
    }

    void start(UUID id, Organization organization, Person by, List<NumberFile.Line> lines) {
        jobs.start(new Task(id, ReportKind.NUMBER_IMPORT, organization.id, organization.name), by, lines, AT_ONCE,
                lot -> add(organization.id, lot));
    }

    /** @return the numbers in a row, of every country and kind */
    static NumberList read(String row, Organization organization) {
        return NumberList.read(row, organization.country, MOST_IN_A_ROW, NumberScope.ANY);
    }

    private static List<Outcome> add(UUID organizationId, List<NumberFile.Line> lot) {
        var organization = Organization.byId(organizationId);
        var lists = lot.stream().map(line -> line.outcome() == null ? read(line.reference(), organization) : null)
                .toList();
        var results = NumberIntake.add(organization, lists.stream().filter(list -> list != null)
                .flatMap(list -> list.numbers().stream()).toList()).iterator();
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < lot.size(); i++) {
            outcomes.add(lists.get(i) == null ? Outcome.of(lot.get(i).outcome()) : outcome(lists.get(i), results));
        }
        return outcomes;
    }

    /** @param results those of the row's numbers come first, and are taken from it */
    private static Outcome outcome(NumberList list, Iterator<Result> results) {
        var foreign = new ArrayList<Result>();
        boolean isNew = false;
        for (int i = 0; i < list.numbers().size(); i++) {
            var result = results.next();
            isNew |= result.outcome() == NumberIntake.Outcome.ADDED;
            if (result.outcome() == NumberIntake.Outcome.OTHER_ORGANIZATION) {
                foreign.add(result);
            }
        }
        var problem = list.problems().stream().filter(each -> each.fault() != NumberFault.DUPLICATE).findFirst();
        if (foreign.size() == list.numbers().size()) {
            return problem.map(each -> Outcome.of(ReportOutcome.of(each.fault())))
                    .orElseGet(() -> new Outcome(ReportOutcome.OTHER_ORGANIZATION,
                            foreign.isEmpty() ? null : foreign.get(0).owner()));
        }
        if (problem.isPresent() || !foreign.isEmpty()) {
            return new Outcome(ReportOutcome.ADDED_IN_PART, leftOut(problem, foreign));
        }
        return Outcome.of(!isNew ? ReportOutcome.ALREADY_THERE
                : list.notices().isEmpty() ? ReportOutcome.ADDED : ReportOutcome.of(list.notices().get(0).remark()));
    }

    private static String leftOut(Optional<NumberProblem> problem, List<Result> foreign) {
        return problem.map(NumberProblem::text)
                .orElseGet(() -> NumberRanges.text(foreign.stream().map(Result::e164).toList()));
    }
}
