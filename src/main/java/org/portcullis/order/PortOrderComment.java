package org.portcullis.order;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.order.PortOrderTransition.ActorRole;
import org.portcullis.web.form.Truncate;

/** A comment on an order: between admin and desk, internal to the desk, or from the other carrier. Immutable. */
@Entity
@Table(name = "port_order_comment")
public class PortOrderComment extends PanacheEntityBase {

    static final int LONGEST = 2_000;

    @Id
    @Column(updatable = false)
    UUID id;

    /** Null for a comment on a carrier's request. */
    @ManyToOne(fetch = FetchType.LAZY)
    PortOrder order;

    /**
     * The carrier's request that the comment belongs to, whether or not an order exists yet; null for all other
     * comments.
     */
    @Column(name = "request_id", updatable = false)
    UUID requestId;

    @Column(updatable = false)
    public Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_role", updatable = false)
    public ActorRole actorRole;

    @Column(name = "actor_name", updatable = false)
    public String actorName;

    @Column(updatable = false, length = LONGEST)
    public String words;

    @Column(name = "desk_only", updatable = false)
    public boolean deskOnly;

    /**
     * @param id chosen by the form, so that a form sent twice makes one comment
     * @return the comment, unless it was stored before
     */
    static Optional<PortOrderComment> add(UUID id, PortOrder order, ChangeContext context, String words,
            boolean deskOnly) {
        if (findById(id) != null) {
            return Optional.empty();
        }
        var comment = said(id, context, words);
        comment.order = order;
        comment.deskOnly = deskOnly;
        comment.persist();
        return Optional.of(comment);
    }

    /** @return the comment on a carrier's request, unless it was stored before */
    static Optional<PortOrderComment> addToRequest(UUID id, UUID requestId, ChangeContext context, String words) {
        if (findById(id) != null) {
            return Optional.empty();
        }
        var comment = said(id, context, Truncate.to(words, LONGEST));
        comment.requestId = requestId;
        comment.persist();
        return Optional.of(comment);
    }

    private static PortOrderComment said(UUID id, ChangeContext context, String words) {
        var comment = new PortOrderComment();
        comment.id = id;
        comment.at = context.at();
        comment.actorRole = context.role();
        comment.actorName = context.name();
        comment.words = words;
        return comment;
    }

    /** @return the readable comments, including those on the order's request; internal comments for the desk only */
    public static List<PortOrderComment> of(PortOrder order, boolean forDesk) {
        var own = "(?2 = true or deskOnly = false) order by at, id";
        return order.getRequestId() == null ? list("order = ?1 and " + own, order, forDesk)
                : list("(order = ?1 or requestId = ?3) and " + own, order, forDesk, order.getRequestId());
    }

    /** @return the carrier's comments on a request, oldest first */
    public static List<PortOrderComment> ofRequest(UUID requestId) {
        return list("requestId = ?1 order by at, id", requestId);
    }

    static void deleteOf(PortOrder order) {
        delete("order", order);
    }

    /** @return whether it is a message from the desk to the customer */
    public boolean isNews() {
        return isByDesk() && !deskOnly;
    }

    public boolean isByCarrier() {
        return actorRole == ActorRole.CARRIER;
    }

    public boolean isByDesk() {
        return actorRole == ActorRole.DESK;
    }
}
