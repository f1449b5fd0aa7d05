package org.portcullis.order.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.order.PortOrder;

/** Who of the desk works on what. However many ask at once, an order becomes one person's. */
@ApplicationScoped
class Assignments {

    /** As many may be looking for the next order at the same moment before somebody looks twice. */
    private static final int CANDIDATES = 20;

    /**
     * Gives the person the order that has waited longest for the desk and is nobody's.
     *
     * @return its PON; nothing if there is none
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
     * @param holder whose the order is as far as the person knows, or null for nobody's
     * @return whether it is the person's now
     */
    boolean assign(String pon, UUID holder, Person person) {
        return QuarkusTransaction.requiringNew().call(() -> PortOrder.handOver(pon, holder, person)
                || PortOrder.visibleTo(person, pon).filter(order -> person.id().equals(order.getAssigneeId()))
                        .isPresent());
    }

    /** Makes an order nobody's again, if it is the person's. */
    void release(String pon, Person person) {
        QuarkusTransaction.requiringNew().run(() -> PortOrder.handOver(pon, person.id(), null));
    }
}
