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

/** Sends an order, or sends it again, if it has all that it needs. */
@ApplicationScoped
class OrderSubmission {

    private final OrderChanges changes;
    private final RecentSignIn recent;

    OrderSubmission(OrderChanges changes, RecentSignIn recent) {
        this.changes = changes;
        this.recent = recent;
    }

    /**
     * It holds the organization's row, as whoever sets a lock, changes the PIN or decides on a carrier's request does: what
     * they have done is seen. The row comes before the order's, as it does everywhere.
     *
     * @param guard throws unless the order is where it can be sent
     * @param readiness what it still lacks
     * @throws NotReadyException if it lacks something
     * @throws SignInNeededException if numbers would leave, and the person did not give their password just now
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
