package org.portcullis.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.order.PortOrderTransition.ActorRole;

/**
 * Who makes a transition of an order, when, and with which notes.
 *
 * @param note visible to everyone who can see the order, or null
 * @param deskNote visible to the porting desk only, or null
 * @param reasons why the losing carrier rejects the order; empty for every other transition
 */
public record ChangeContext(ActorRole role, String name, Instant at, String note, String deskNote,
        List<RejectionReason> reasons) {

    public static ChangeContext byCustomer(String name, Instant at) {
        return new ChangeContext(ActorRole.CUSTOMER, name, at, null, null, List.of());
    }

    public static ChangeContext byDesk(String name, Instant at) {
        return new ChangeContext(ActorRole.DESK, name, at, null, null, List.of());
    }

    /** @param name of the gaining carrier */
    public static ChangeContext byCarrier(String name, Instant at) {
        return new ChangeContext(ActorRole.CARRIER, name, at, null, null, List.of());
    }

    public static ChangeContext byPortal(Instant at) {
        return new ChangeContext(ActorRole.PORTAL, null, at, null, null, List.of());
    }

    public static ChangeContext by(Person person, Instant at) {
        return person.isDesk() ? byDesk(person.name(), at) : byCustomer(person.name(), at);
    }

    public ChangeContext saying(String words) {
        return new ChangeContext(role, name, at, words, deskNote, reasons);
    }

    public ChangeContext sayingToDesk(String words) {
        return new ChangeContext(role, name, at, note, words, reasons);
    }

    /** @return the same context without notes, for a state that an order only passes through */
    ChangeContext silent() {
        return new ChangeContext(role, name, at, null, null, List.of());
    }

    public ChangeContext because(RejectionReason... codes) {
        return because(List.of(codes));
    }

    public ChangeContext because(Collection<RejectionReason> codes) {
        return new ChangeContext(role, name, at, note, deskNote, List.copyOf(codes));
    }
}
