package org.portcullis.portorder;

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
import org.portcullis.portorder.PortOrderTransition.ActorRole;

/** What admin and desk say to each other on an order, or the desk to itself. It is never changed. */
@Entity
@Table(name = "port_order_comment")
public class PortOrderComment extends PanacheEntityBase {

    static final int LONGEST = 2_000;

    @Id
    @Column(updatable = false)
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    PortOrder order;

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
    static Optional<PortOrderComment> add(UUID id, PortOrder order, Step step, String words, boolean deskOnly) {
        if (findById(id) != null) {
            return Optional.empty();
        }
        var comment = new PortOrderComment();
        comment.id = id;
        comment.order = order;
        comment.at = step.at();
        comment.actorRole = step.role();
        comment.actorName = step.name();
        comment.words = words;
        comment.deskOnly = deskOnly;
        comment.persist();
        return Optional.of(comment);
    }

    /** @return what may be read: of the desk's own comments, only the desk sees any */
    static List<PortOrderComment> of(PortOrder order, boolean forDesk) {
        return list("order = ?1 and (?2 = true or deskOnly = false) order by at, id", order, forDesk);
    }

    static void deleteOf(PortOrder order) {
        delete("order", order);
    }

    /** @return whether the customer hears from the desk by it */
    boolean isNews() {
        return isByDesk() && !deskOnly;
    }

    public boolean isByDesk() {
        return actorRole == ActorRole.DESK;
    }
}
