package org.portcullis.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Supplier;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.OncePerMinute;
import org.portcullis.web.http.ClientAddress;

/** Notes in the audit trail that tries had to wait: one for each sender and minute, for a delayed try costs its sender nothing. */
@ApplicationScoped
class DelayedSignIns {

    private final OncePerMinute noted = new OncePerMinute();
    private final AuditTrail audit;
    private final Clock clock;

    DelayedSignIns(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @param actor whose account it was, asked only where that is noted */
    void record(Supplier<Actor> actor, String address) {
        if (noted.isFirst(ClientAddress.network(address), clock.instant())) {
            audit.record(AuditEvent.SIGN_IN_DELAYED, actor.get(), address);
        }
    }
}
