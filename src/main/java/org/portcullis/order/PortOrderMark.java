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
import java.util.UUID;
import org.portcullis.order.PortOrderTransition.ActorRole;

/** How many of an order's numbers were ported, and how many failed, after a status report. Immutable. */
@Entity
@Table(name = "port_order_mark")
public class PortOrderMark {

    @Id
    @Column(updatable = false)
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    PortOrder order;

    /** Sequence of the transition after which the report was made. */
    @Column(updatable = false)
    public int sequence;

    @Column(updatable = false)
    public Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_role", updatable = false)
    public ActorRole actorRole;

    @Column(name = "actor_name", updatable = false)
    public String actorName;

    @Column(updatable = false)
    public int moved;

    @Column(updatable = false)
    public int failed;

    static PortOrderMark of(PortOrder order, ChangeContext context) {
        var mark = new PortOrderMark();
        mark.id = UUID.randomUUID();
        mark.order = order;
        mark.sequence = order.lastStep().sequence;
        mark.at = context.at();
        mark.actorRole = context.role();
        mark.actorName = context.name();
        mark.moved = order.count(NumberStatus.PORTED);
        mark.failed = order.count(NumberStatus.FAILED);
        return mark;
    }

    public boolean isByDesk() {
        return actorRole == ActorRole.DESK;
    }
}
