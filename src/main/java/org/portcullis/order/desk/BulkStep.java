package org.portcullis.order.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.job.JobRunner.Outcome;
import org.portcullis.job.JobRunner.Task;
import org.portcullis.job.JobRunner;
import org.portcullis.job.desk.OtherChange;
import org.portcullis.job.desk.ReportKind;
import org.portcullis.job.desk.ReportOutcome;
import org.portcullis.order.DeskStep;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.TransitionRefusedException;
import org.portcullis.order.desk.StepForm.Field;

/** Takes one step for many orders, each on its own: one that can't be moved keeps no other one from moving. */
@ApplicationScoped
class BulkStep {

    private final JobRunner jobs;
    private final OrderChanges changes;

    BulkStep(JobRunner jobs, OrderChanges changes) {
        this.jobs = jobs;
        this.changes = changes;
    }

    /**
     * An order to move.
     *
     * @param version that the desk saw when it chose it
     */
    record Chosen(int place, String pon, String name, int version) implements JobRunner.Item {

        @Override
        public String reference() {
            return name + " (" + pon + ")";
        }
    }

    /** Undoes the step for one order, for which what the form says does not hold. */
    private static final class LeftAloneException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final ReportOutcome outcome;

        private LeftAloneException(ReportOutcome outcome) {
            this.outcome = outcome;
        }
    }

    void start(UUID id, Person person, StepForm form, List<Chosen> orders) {
        jobs.start(new Task(id, ReportKind.BULK_STEP, null, null), person, orders, 1,
                lot -> lot.stream().map(order -> take(person, form, order)).toList());
    }

    /** In a transaction of its own: a refusal rolls it back, and the report of it must stay. */
    private Outcome take(Person person, StepForm form, Chosen order) {
        try {
            QuarkusTransaction.requiringNew().run(() -> changes.change(person, order.pon, order.version,
                    (found, step) -> {
                        if (form.step() == DeskStep.COMPLETE && found.getFailedCount() > 0) {
                            throw new LeftAloneException(ReportOutcome.NUMBERS_FAILED);
                        }
                        // All else was checked for all of them: here the date may have passed, or the clocks change that night.
                        var own = form.withPonOf(found).checked(step.at(), found.organization.timeZone);
                        if (own.isFailed()) {
                            throw new LeftAloneException(own.problem(Field.TIME) == null ? ReportOutcome.DATE_PAST
                                    : ReportOutcome.TIME_UNCLEAR);
                        }
                        own.apply(found, step);
                    }));
            return Outcome.of(ReportOutcome.STEP_TAKEN);
        } catch (StaleOrderException e) {
            return new Outcome(ReportOutcome.CHANGED_MEANWHILE, new OtherChange(e.changedBy(), e.changedAt()).text());
        } catch (LeftAloneException e) {
            return Outcome.of(e.outcome);
        } catch (TransitionRefusedException | NotFoundException e) {
            return Outcome.of(ReportOutcome.STEP_NOT_POSSIBLE);
        }
    }
}
