package org.portcullis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** The one place where audit rows are written: in the transaction of what they tell of, so that neither is kept alone. */
@ApplicationScoped
public class AuditTrail {

    private final Clock clock;

    AuditTrail(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    public void record(AuditEvent event, Actor actor, String address) {
        var entry = new AuditEntry();
        entry.id = UUID.randomUUID();
        entry.at = clock.instant();
        entry.event = event;
        entry.actorId = actor.id();
        entry.actorName = actor.name();
        entry.organizationId = actor.organizationId();
        entry.address = address;
        entry.persist();
    }

    /** Who a row is about. */
    public record Actor(UUID id, String name, UUID organizationId) {

        /** Nobody that the portal knows: what such a visitor typed is not kept, for it may be a password. */
        public static final Actor UNKNOWN = new Actor(null, null, null);
    }
}
