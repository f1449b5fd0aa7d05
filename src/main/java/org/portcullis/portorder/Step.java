package org.portcullis.portorder;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.portorder.PortOrderTransition.ActorRole;

/**
 * Who moves an order, when, and what they say to it.
 *
 * @param note in plain words for everybody who sees the order, or null
 * @param deskNote for the porting desk alone, or null
 * @param reasons why the losing carrier rejects the order; empty for every other step
 */
public record Step(ActorRole role, String name, Instant at, String note, String deskNote, List<RejectionReason> reasons) {

    public static Step byCustomer(String name, Instant at) {
        return new Step(ActorRole.CUSTOMER, name, at, null, null, List.of());
    }

    public static Step byDesk(String name, Instant at) {
        return new Step(ActorRole.DESK, name, at, null, null, List.of());
    }

    /** @param name of the gaining carrier */
    public static Step byCarrier(String name, Instant at) {
        return new Step(ActorRole.CARRIER, name, at, null, null, List.of());
    }

    public static Step byPortal(Instant at) {
        return new Step(ActorRole.PORTAL, null, at, null, null, List.of());
    }

    public static Step by(Person person, Instant at) {
        return person.isDesk() ? byDesk(person.name(), at) : byCustomer(person.name(), at);
    }

    public Step saying(String words) {
        return new Step(role, name, at, words, deskNote, reasons);
    }

    public Step sayingToDesk(String words) {
        return new Step(role, name, at, note, words, reasons);
    }

    /** @return the same step without what is said to it, for a state that an order only passes through */
    Step silent() {
        return new Step(role, name, at, null, null, List.of());
    }

    public Step because(RejectionReason... codes) {
        return because(List.of(codes));
    }

    public Step because(Collection<RejectionReason> codes) {
        return new Step(role, name, at, note, deskNote, List.copyOf(codes));
    }
}
