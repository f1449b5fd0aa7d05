package org.portcullis.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.OncePerMinute;
import org.portcullis.web.http.ClientAddress;
import org.portcullis.web.http.RareLog;
import org.portcullis.web.http.RefusedRequest;

/**
 * Records refused requests in the audit trail. At most one of each kind per sender and minute, because a refusal costs
 * its sender nothing.
 */
@ApplicationScoped
class RefusedRequests {

    private static final RareLog RARELY = new RareLog(Logger.getLogger(RefusedRequests.class));

    private final OncePerMinute noted = new OncePerMinute();
    private final AuditTrail audit;
    private final Clock clock;

    RefusedRequests(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void note(@ObservesAsync RefusedRequest refused) {
        var person = Optional.ofNullable(refused.identity())
                .map(identity -> identity.<Person>getAttribute(SignedIn.PERSON));
        var sender = person.map(known -> known.id().toString())
                .orElseGet(() -> ClientAddress.network(refused.address()));
        if (!noted.isFirst(refused.kind() + " " + sender, clock.instant())) {
            return;
        }
        try {
            audit.record(event(refused.kind()), person.map(Person::asActor).orElse(Actor.UNKNOWN),
                    new Subject(null, null, person.map(Person::organizationId).orElse(null)),
                    refused.method() + " " + refused.path(),
                    refused.address());
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, e.getClass().getName(), null,
                    "A refused request could not be noted in the audit trail (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static AuditEvent event(RefusedRequest.Kind kind) {
        return switch (kind) {
            case FORBIDDEN -> AuditEvent.ACCESS_REFUSED;
            case FORGED -> AuditEvent.FORGERY_REFUSED;
        };
    }
}
