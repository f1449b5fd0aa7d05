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
import java.util.Objects;
import java.util.UUID;
import org.portcullis.order.PortOrderTransition.ActorRole;

/**
 * A field's old and new value. A rejection opens a change for each field to correct, and the resubmission closes it; a
 * date changed at another time is opened and closed at once.
 */
@Entity
@Table(name = "port_order_change")
public class PortOrderChange {

    private static final int LONGEST_VALUE = 400_000;

    @Id
    @Column(updatable = false)
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    PortOrder order;

    /** Sequence of the transition after which the change was made. */
    @Column(updatable = false)
    public int sequence;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    public OrderField field;

    @Column(name = "old_value", length = LONGEST_VALUE, updatable = false)
    public String oldValue;

    @Column(name = "new_value", length = LONGEST_VALUE)
    public String newValue;

    /** Null while the correction is open. */
    public Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_role")
    public ActorRole actorRole;

    @Column(name = "actor_name")
    public String actorName;

    static PortOrderChange open(PortOrder order, OrderField field, int sequence) {
        var change = new PortOrderChange();
        change.id = UUID.randomUUID();
        change.order = order;
        change.sequence = sequence;
        change.field = field;
        change.oldValue = field.valueIn(order);
        return change;
    }

    void close(ChangeContext context) {
        newValue = field.valueIn(order);
        at = context.at();
        actorRole = context.role();
        actorName = context.name();
    }

    public boolean isClosed() {
        return at != null;
    }

    /** @return whether only the fact of the change may be shown */
    public boolean isSecret() {
        return field.getKind() == OrderField.Kind.SECRET;
    }

    public boolean isChanged() {
        return !Objects.equals(oldValue, isClosed() ? newValue : field.valueIn(order));
    }

    /** @return the field's present value, or its value when the correction was submitted */
    public String getCurrentValue() {
        return isClosed() ? newValue : field.valueIn(order);
    }

    /** @return whether it holds only the added and removed numbers, instead of all old and new ones */
    public boolean isOfNumbers() {
        return field.getKind() == OrderField.Kind.NUMBERS;
    }

    /** @return for a change of numbers, the removed ones */
    public FewRanges getRemoved() {
        return FewRanges.without(oldValue, getCurrentValue());
    }

    /** @return for a change of numbers, the added ones */
    public FewRanges getAdded() {
        return FewRanges.without(getCurrentValue(), oldValue);
    }

    public boolean isByDesk() {
        return actorRole == ActorRole.DESK;
    }
}
