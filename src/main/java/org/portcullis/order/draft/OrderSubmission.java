package org.portcullis.order.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.PortOrder;
import org.portcullis.organization.Organization;

/** Submits an order for the first time or again, if it is complete. */
@ApplicationScoped
class OrderSubmission {

    private final OrderChanges changes;
    private final RecentSignIn recent;

    OrderSubmission(OrderChanges changes, RecentSignIn recent) {
        this.changes = changes;
        this.recent = recent;
    }

    /**
     * Locks the organization's row, as setting a lock, changing the PIN and deciding on a carrier's request do, so that
     * their results are seen. As everywhere, the organization's row is locked before the order's.
     *
     * @param guard throws unless the order can be submitted in its state
     * @param readiness what is still missing
     * @throws NotReadyException if something is missing
     * @throws SignInNeededException if the order is a port out, and the person did not give their password recently
     */
    @Transactional
    void send(Person person, String pon, int version, Consumer<PortOrder> guard,
            Function<PortOrder, Readiness> readiness) {
        Organization.byIdForUpdate(person.organizationId());
        changes.change(person, pon, version, (order, step) -> {
            guard.accept(order);
            if (!readiness.apply(order).isReady()) {
                throw new NotReadyException();
            }
            if (!order.isIn() && !recent.isRecent()) {
                throw new SignInNeededException();
            }
            order.submit(step);
        });
    }
}
