package org.portcullis.portorder;

import java.time.Instant;
import java.util.List;
import org.portcullis.portorder.PortOrderTransition.ActorRole;

/**
 * Who moves an order, when, and what they say to it.
 *
 * @param note in plain words, or null
 * @param reasons why the losing carrier rejects the order; empty for every other step
 */
public record Step(ActorRole role, String name, Instant at, String note, List<RejectionReason> reasons) {

    public static Step byCustomer(String name, Instant at) {
        return new Step(ActorRole.CUSTOMER, name, at, null, List.of());
    }

    public static Step byDesk(String name, Instant at) {
        return new Step(ActorRole.DESK, name, at, null, List.of());
    }

    public static Step byPortal(Instant at) {
        return new Step(ActorRole.PORTAL, null, at, null, List.of());
    }

    public Step saying(String words) {
        return new Step(role, name, at, words, reasons);
    }

    public Step because(RejectionReason... codes) {
        return new Step(role, name, at, note, List.of(codes));
    }
}
