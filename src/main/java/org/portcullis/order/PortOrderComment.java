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

/** What admin and desk say to each other on an order, the desk to itself, or the other carrier to both. It is never changed. */
@Entity
@Table(name = "port_order_comment")
public class PortOrderComment extends PanacheEntityBase {

    static final int LONGEST = 2_000;

    @Id
    @Column(updatable = false)
    UUID id;

    /** Absent where it was said of a carrier's request. */
    @ManyToOne(fetch = FetchType.LAZY)
    PortOrder order;

    /** The carrier's request that it was said of, whether or not there is an order yet; absent for all other comments. */
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
     * @return the comment, unless it stands there already
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

    /** @return the comment on a carrier's request, unless it stands there already */
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

    /** @return what may be read, that of the request included which it comes from: of the desk's own comments, only the desk sees any */
    public static List<PortOrderComment> of(PortOrder order, boolean forDesk) {
        var own = "(?2 = true or deskOnly = false) order by at, id";
        return order.getRequestId() == null ? list("order = ?1 and " + own, order, forDesk)
                : list("(order = ?1 or requestId = ?3) and " + own, order, forDesk, order.getRequestId());
    }

    /** @return what its carrier said of a request, oldest first */
    public static List<PortOrderComment> ofRequest(UUID requestId) {
        return list("requestId = ?1 order by at, id", requestId);
    }

    static void deleteOf(PortOrder order) {
        delete("order", order);
    }

    /** @return whether the customer hears from the desk by it */
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
