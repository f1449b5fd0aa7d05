package org.portcullis.portout.carrier;

import java.util.UUID;
import org.portcullis.audit.AuditTrail.Actor;

/** A carrier as it was when its request began. */
public record CarrierIdentity(UUID id, String name, Protocol protocol) {

    /** @return whom costly work counts for */
    public String asCaller() {
        return "carrier:" + id;
    }

    /** @return it as who does something, for the audit trail */
    public Actor asActor() {
        return new Actor(id, name, null);
    }
}
