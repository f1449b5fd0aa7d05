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

/** Applies one action to many orders, each independently: a failure of one does not stop the others. */
@ApplicationScoped
class BulkStep {

    private final JobRunner jobs;
    private final OrderChanges changes;

    BulkStep(JobRunner jobs, OrderChanges changes) {
        this.jobs = jobs;
        this.changes = changes;
    }

    /**
     * An order to process.
     *
     * @param version that was shown to the desk when it was chosen
     */
    record Chosen(int place, String pon, String name, int version) implements JobRunner.Item {

        @Override
        public String reference() {
            return name + " (" + pon + ")";
        }
    }

    /** Rolls back the action for one order to which the form's values don't apply. */
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

    /** Runs in a transaction of its own: a refusal rolls it back, but its outcome must be recorded. */
    private Outcome take(Person person, StepForm form, Chosen order) {
        try {
            QuarkusTransaction.requiringNew().run(() -> changes.change(person, order.pon, order.version,
                    (found, step) -> {
                        if (form.step() == DeskStep.COMPLETE && found.getFailedCount() > 0) {
                            throw new LeftAloneException(ReportOutcome.NUMBERS_FAILED);
                        }
                        // All other values were checked for all orders; this one's date may have passed, or its clocks
                        // may change that night.
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
