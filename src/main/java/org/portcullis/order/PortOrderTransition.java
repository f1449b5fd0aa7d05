package org.portcullis.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portcullis.account.SignedIn.Person;

/** A transition of an order: who made it, when, from which state to which, and with which notes. Immutable. */
@Entity
@Table(name = "port_order_transition")
public class PortOrderTransition {

    @Id
    @Column(updatable = false)
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    PortOrder order;

    /** Transitions may have the same time; the sequence keeps their order. */
    @Column(updatable = false)
    public int sequence;

    @Column(updatable = false)
    public Instant at;

    /** Null for the first transition. */
    @Enumerated(EnumType.STRING)
    @Column(name = "from_state", updatable = false)
    public PortOrderState from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state", updatable = false)
    public PortOrderState to;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_role", updatable = false)
    public ActorRole actorRole;

    /** Null if the portal acted automatically. */
    @Column(name = "actor_name", updatable = false)
    public String actorName;

    @Column(updatable = false)
    public String note;

    /** Visible to the porting desk only. */
    @Column(name = "desk_note", updatable = false)
    public String deskNote;

    @Column(name = "rejection_reasons", updatable = false)
    String rejectionReasons;

    /** The PON on the LSR, if this transition submitted one. */
    @Column(name = "carrier_pon", updatable = false)
    public String carrierPon;

    /** The date that this transition confirmed, or null. */
    @Column(name = "foc_at", updatable = false)
    public Instant focAt;

    static PortOrderTransition of(PortOrder order, int sequence, PortOrderState from, PortOrderState to,
            ChangeContext context) {
        var transition = new PortOrderTransition();
        transition.id = UUID.randomUUID();
        transition.order = order;
        transition.sequence = sequence;
        transition.at = context.at();
        transition.from = from;
        transition.to = to;
        transition.actorRole = context.role();
        transition.actorName = context.name();
        transition.note = context.note();
        transition.deskNote = context.deskNote();
        transition.rejectionReasons = context.reasons().isEmpty() ? null
                : context.reasons().stream().map(Enum::name).collect(Collectors.joining(","));
        return transition;
    }

    /** The party that the actor belongs to. */
    public enum ActorRole {
        CUSTOMER, DESK, CARRIER, PORTAL
    }

    public boolean isByDesk() {
        return actorRole == ActorRole.DESK;
    }

    /** @return whether that person made it */
    public boolean isBy(Person person) {
        return actorRole == ChangeContext.by(person, at).role() && person.name().equals(actorName);
    }

    /** @return why the losing carrier rejected the order in this transition; empty for every other transition */
    public List<RejectionReason> getRejectionReasons() {
        return rejectionReasons == null ? List.of()
                : Arrays.stream(rejectionReasons.split(",")).map(RejectionReason::valueOf).toList();
    }
}
