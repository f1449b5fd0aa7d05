package org.portcullis.order.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.order.PortOrder;

/** Assigns orders to members of the desk. Of several concurrent requests for an order, only one succeeds. */
@ApplicationScoped
class Assignments {

    /** This many people can ask for the next order at the same time before one of them has to query again. */
    private static final int CANDIDATES = 20;

    /**
     * Assigns the unassigned order that has waited longest for the desk to the person.
     *
     * @return its PON; empty if there is none
     */
    Optional<String> next(Person person) {
        var candidates = QuarkusTransaction.requiringNew().call(() -> QueueFinder.unassigned(CANDIDATES));
        while (!candidates.isEmpty()) {
            for (var pon : candidates) {
                if (QuarkusTransaction.requiringNew().call(() -> PortOrder.take(pon, person))) {
                    return Optional.of(pon);
                }
            }
            candidates = QuarkusTransaction.requiringNew().call(() -> QueueFinder.unassigned(CANDIDATES));
        }
        return Optional.empty();
    }

    /**
     * @param holder the assignee that the person saw, or null for an unassigned order
     * @return whether the order is assigned to the person now
     */
    boolean assign(String pon, UUID holder, Person person) {
        return QuarkusTransaction.requiringNew().call(() -> PortOrder.handOver(pon, holder, person)
                || PortOrder.visibleTo(person, pon).filter(order -> person.id().equals(order.getAssigneeId()))
                        .isPresent());
    }

    /** Makes an order unassigned again, if it is assigned to the person. */
    void release(String pon, Person person) {
        QuarkusTransaction.requiringNew().run(() -> PortOrder.handOver(pon, person.id(), null));
    }
}
