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

/** One step of an order: who, when, from where to where, and what was said. It is never changed. */
@Entity
@Table(name = "port_order_transition")
public class PortOrderTransition {

    @Id
    @Column(updatable = false)
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    PortOrder order;

    /** Steps may share a moment; their order never changes. */
    @Column(updatable = false)
    public int sequence;

    @Column(updatable = false)
    public Instant at;

    /** Absent for the first one. */
    @Enumerated(EnumType.STRING)
    @Column(name = "from_state", updatable = false)
    public PortOrderState from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state", updatable = false)
    public PortOrderState to;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_role", updatable = false)
    public ActorRole actorRole;

    /** Absent where the portal acted by itself. */
    @Column(name = "actor_name", updatable = false)
    public String actorName;

    @Column(updatable = false)
    public String note;

    /** For the porting desk alone. */
    @Column(name = "desk_note", updatable = false)
    public String deskNote;

    @Column(name = "rejection_reasons", updatable = false)
    String rejectionReasons;

    /** The PON on the LSR, where this step sent one. */
    @Column(name = "carrier_pon", updatable = false)
    public String carrierPon;

    /** The date that was confirmed, where this step did. */
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

    /** On whose side the one who acted is. */
    public enum ActorRole {
        CUSTOMER, DESK, CARRIER, PORTAL
    }

    public boolean isByDesk() {
        return actorRole == ActorRole.DESK;
    }

    /** @return whether that person took it */
    public boolean isBy(Person person) {
        return actorRole == ChangeContext.by(person, at).role() && person.name().equals(actorName);
    }

    /** @return why the losing carrier rejected the order in this step; empty for every other step */
    public List<RejectionReason> getRejectionReasons() {
        return rejectionReasons == null ? List.of()
                : Arrays.stream(rejectionReasons.split(",")).map(RejectionReason::valueOf).toList();
    }
}
