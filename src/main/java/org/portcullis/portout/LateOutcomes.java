package org.portcullis.portout;

import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;
import org.portcullis.portout.DecisionStore.Opening;
import org.portcullis.portout.guess.PinAttemptLimiter.Outcome;

/**
 * Outcomes of PIN attempts that could not be stored because the database was down or a row was locked. They are stored
 * as soon as possible, so that a right PIN is not counted as wrong, nor a wrong one missed.
 */
@ApplicationScoped
class LateOutcomes {

    private static final Logger LOG = Logger.getLogger(LateOutcomes.class);
    /** Far more than are compared in a minute; outcomes beyond that are settled with the next one. */
    private static final int MOST = 1_000;

    private final LinkedBlockingQueue<Late> waiting = new LinkedBlockingQueue<>(MOST);
    private final DecisionStore decisions;

    LateOutcomes(DecisionStore decisions) {
        this.decisions = decisions;
    }

    private record Late(PortOutQuestion question, Opening opening, Outcome outcome) {
    }

    void add(PortOutQuestion question, Opening opening, Outcome outcome) {
        if (opening.pin() != null) {
            waiting.offer(new Late(question.withoutSecrets(), opening, outcome));
        }
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void settle() {
        for (Late late = waiting.peek(); late != null; late = waiting.peek()) {
            try {
                decisions.settleLater(late.question, late.opening, late.outcome);
            } catch (RuntimeException e) {
                LOG.warnf("The outcomes of %d PIN comparisons could not be counted yet: %s", waiting.size(),
                        e.getClass().getName());
                return;
            }
            waiting.remove(late);
        }
    }
}
