package org.portcullis.order;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Makes approved orders pending 24 hours before their confirmed date, including those that became due while no process
 * ran. Every process checks; the lock on an order's row ensures that only one makes the transition.
 */
@ApplicationScoped
class TransferStart {

    private static final Logger LOG = Logger.getLogger(TransferStart.class);
    private static final int BATCH = 200;

    private final OrderChanges changes;
    private final Clock clock;

    TransferStart(OrderChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @Scheduled(every = "${portcullis.order.pending-every:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        while (moveBatch()) {
            LOG.debugf("More than %d transfers are due", BATCH);
        }
    }

    /** @return whether more orders may be due; if a whole batch failed, another query would find the same orders */
    private boolean moveBatch() {
        var due = QuarkusTransaction.requiringNew().call(() -> PortOrder.toBecomePending(clock.instant(), BATCH));
        var moved = false;
        for (var id : due) {
            try {
                moved |= changes.becomePending(id);
            } catch (RuntimeException e) {
                // One failing order must not block the others; it is tried again next time.
                LOG.errorf(e, "Could not make order %s pending", id);
            }
        }
        return moved && due.size() == BATCH;
    }
}
