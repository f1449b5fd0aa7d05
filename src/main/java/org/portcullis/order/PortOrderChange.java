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
 * A field with what it said before and what it says now. A rejection opens one for each field to correct, and the
 * resubmission closes it; a date changed under way is opened and closed at once.
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

    /** Of the step after which it was made. */
    @Column(updatable = false)
    public int sequence;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    public OrderField field;

    @Column(name = "old_value", length = LONGEST_VALUE, updatable = false)
    public String oldValue;

    @Column(name = "new_value", length = LONGEST_VALUE)
    public String newValue;

    /** Absent while the correction is still being made. */
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

    /** @return whether only that it was given anew may be told */
    public boolean isSecret() {
        return field.getKind() == OrderField.Kind.SECRET;
    }

    public boolean isChanged() {
        return !Objects.equals(oldValue, isClosed() ? newValue : field.valueIn(order));
    }

    /** @return what the field says now, or said when the correction was sent */
    public String getCurrentValue() {
        return isClosed() ? newValue : field.valueIn(order);
    }

    /** @return whether it says which numbers came and went, and not all that there were and are */
    public boolean isOfNumbers() {
        return field.getKind() == OrderField.Kind.NUMBERS;
    }

    /** @return of a change of numbers, those that are in the order no longer */
    public FewRanges getRemoved() {
        return FewRanges.without(oldValue, getCurrentValue());
    }

    /** @return of a change of numbers, those that were not in the order before */
    public FewRanges getAdded() {
        return FewRanges.without(getCurrentValue(), oldValue);
    }

    public boolean isByDesk() {
        return actorRole == ActorRole.DESK;
    }
}
