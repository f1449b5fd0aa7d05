package org.portcullis.portout.carrier;

import java.util.UUID;
import org.portcullis.audit.AuditTrail.Actor;

/** A carrier as of the beginning of its request. */
public record CarrierIdentity(UUID id, String name, Protocol protocol) {

    /** @return the name under which costly jobs of this carrier are counted */
    public String asCaller() {
        return "carrier:" + id;
    }

    /** @return the carrier as an actor for the audit trail */
    public Actor asActor() {
        return new Actor(id, name, null);
    }
}
