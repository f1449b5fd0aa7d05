package org.portcullis.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Supplier;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.OncePerMinute;
import org.portcullis.web.http.ClientAddress;

/**
 * Records delayed sign-in attempts in the audit trail. At most one per sender and minute, because a delayed attempt
 * costs its sender nothing.
 */
@ApplicationScoped
class DelayedSignIns {

    private final OncePerMinute noted = new OncePerMinute();
    private final AuditTrail audit;
    private final Clock clock;

    DelayedSignIns(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @param actor the account's owner; evaluated only when an entry is written */
    void record(Supplier<Actor> actor, String address) {
        if (noted.isFirst(ClientAddress.network(address), clock.instant())) {
            audit.record(AuditEvent.SIGN_IN_DELAYED, actor.get(), address);
        }
    }
}
