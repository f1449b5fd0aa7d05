package org.portcullis.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.portcullis.settings.ServerKeys;

/**
 * The one place where audit rows are written: in the transaction of what they tell of, so that neither is kept alone.
 * Each carries a keyed digest at once; its place in the chain is given to it afterwards, so that no writer waits
 * for another one.
 */
@ApplicationScoped
public class AuditTrail {

    private static final int LONGEST_ACTOR = 100;
    private static final int LONGEST_SUBJECT = 254;
    private static final int LONGEST_DETAIL = 300;
    private static final int LONGEST_ADDRESS = 64;

    private final AuditDigest digest;
    private final AuditWitness witness;
    private final MeterRegistry metrics;
    private final Clock clock;

    AuditTrail(ServerKeys keys, AuditWitness witness, MeterRegistry metrics, Clock clock) {
        this.digest = new AuditDigest(keys.audit());
        this.witness = witness;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Something that a person did, or that was tried with their account. */
    @Transactional
    public void record(AuditEvent event, Actor actor, String address) {
        record(event, actor, new Subject(null, null, actor.organizationId()), address);
    }

    /** What a person did to an organization or to another person's account. */
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
        entry.at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entry.event = event.name();
        entry.actorId = actor.id();
        entry.actorName = kept(actor.name(), LONGEST_ACTOR);
        entry.organizationId = subject.organizationId();
        entry.subjectId = subject.id();
        entry.subjectName = kept(subject.name(), LONGEST_SUBJECT);
        entry.detail = kept(detail, LONGEST_DETAIL);
        entry.address = kept(address, LONGEST_ADDRESS);
        digest.digest(entry);
        entry.persist();
        witness.watch(entry);
        if (event == AuditEvent.TRAIL_BROKEN) {
            broken().increment();
        }
    }

    /** So that the first one is an increase, too: an alert sees nothing else. */
    void publish(@Observes StartupEvent start) {
        broken();
    }

    private Counter broken() {
        return metrics.counter("portcullis.trail.broken");
    }

    /** What both databases keep as it is: of the column's length, without half a character at its end, or a zero. */
    static String kept(String text, int length) {
        if (text == null) {
            return null;
        }
        var whole = text.replace("\0", "");
        if (whole.length() <= length) {
            return whole;
        }
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(length - 1)) ? length - 1 : length);
    }

    /**
     * What or whom something was done to.
     *
     * @param name as it was then: an organization's, an account's e-mail address, a telephone number
     * @param organizationId of the organization that it concerns; absent for the porting desk
     */
    public record Subject(UUID id, String name, UUID organizationId) {

        /** Nothing but the portal itself. */
        public static final Subject NONE = new Subject(null, null, null);
    }

    /** Who a row is about. */
    public record Actor(UUID id, String name, UUID organizationId) {

        /** A visitor unknown to the portal. What was typed is not kept, because it may be a password. */
        public static final Actor UNKNOWN = new Actor(null, null, null);

        /** The portal itself, for what happens without a person, such as an order that becomes pending. */
        public static final Actor PORTAL = new Actor(null, "Portcullis", null);
    }
}
