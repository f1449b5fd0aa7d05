package org.portcullis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** The one place where audit rows are written: in the transaction of what they tell of, so that neither is kept alone. */
@ApplicationScoped
public class AuditTrail {

    private static final int DETAIL_LENGTH = 300;

    private final Clock clock;

    AuditTrail(Clock clock) {
        this.clock = clock;
    }

    /** Something that a person did, or that was tried with their account. */
    @Transactional
    public void record(AuditEvent event, Actor actor, String address) {
        record(event, actor, new Subject(null, null, actor.organizationId()), address);
    }

    /** Something that a person did to an organization or to somebody else's account. */
    @Transactional
    public void record(AuditEvent event, Actor actor, Subject subject, String address) {
        record(event, actor, subject, null, address);
    }

    /**
     * Something that needs a further word.
     *
     * @param detail such as {@code DRAFT → PROCESSING} or a reason's name, cut after 300 characters; or null
     * @param address absent for what the portal does by itself
     */
    @Transactional
    public void record(AuditEvent event, Actor actor, Subject subject, String detail, String address) {
        var entry = new AuditEntry();
        entry.id = UUID.randomUUID();
        entry.at = clock.instant();
        entry.event = event;
        entry.actorId = actor.id();
        entry.actorName = actor.name();
        entry.organizationId = subject.organizationId();
        entry.subjectId = subject.id();
        entry.subjectName = subject.name();
        entry.detail = cut(detail);
        entry.address = address;
        entry.persist();
    }

    private static String cut(String text) {
        return text == null || text.length() <= DETAIL_LENGTH ? text : text.substring(0, DETAIL_LENGTH);
    }

    /**
     * What or whom something was done to.
     *
     * @param name as it was then: an organization's, an account's e-mail address, a telephone number
     * @param organizationId of the organization that it concerns; absent for the porting desk
     */
    public record Subject(UUID id, String name, UUID organizationId) {
    }

    /** Who a row is about. */
    public record Actor(UUID id, String name, UUID organizationId) {

        /** Nobody that the portal knows: what such a visitor typed is not kept, for it may be a password. */
        public static final Actor UNKNOWN = new Actor(null, null, null);

        /** The portal itself, for what happens without a person, such as an order that becomes pending. */
        public static final Actor PORTAL = new Actor(null, "Portcullis", null);
    }
}
