package org.portcullis.order;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Makes approved orders pending 24 hours before their confirmed date, and those that became due while no process ran.
 * Every process looks; the lock on an order's row lets one of them move it.
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

    /** @return whether there may be more to move: where all of a batch failed, another look would find the same */
    private boolean moveBatch() {
        var due = QuarkusTransaction.requiringNew().call(() -> PortOrder.toBecomePending(clock.instant(), BATCH));
        var moved = false;
        for (var id : due) {
            try {
                moved |= changes.becomePending(id);
            } catch (RuntimeException e) {
                // One order that can't be moved must not keep the others waiting; it is tried again next time.
                LOG.errorf(e, "Could not make order %s pending", id);
            }
        }
        return moved && due.size() == BATCH;
    }
}
