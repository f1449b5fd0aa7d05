package org.portcullis.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.order.document.Document;
import org.portcullis.organization.Organization;
import org.portcullis.organization.TelephoneNumber;
import org.portcullis.web.http.Sender;

/**
 * The only way to change an order's data and state. In one transaction, it locks the row, compares the form's version,
 * makes the change and notifies the people concerned. Assignment to members of the desk is part of {@link PortOrder}.
 */
@ApplicationScoped
public class OrderChanges {

    private static final int ANY_VERSION = -1;

    private static final String ARROW = " → ";
    private static final String SEPARATOR = " · ";
    private static final String DISCARDED = "DISCARDED";

    private final OrderNotice notice;
    private final AuditTrail audit;
    private final Sender sender;
    private final Clock clock;

    OrderChanges(OrderNotice notice, AuditTrail audit, Sender sender, Clock clock) {
        this.notice = notice;
        this.audit = audit;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Changes an order as requested by a form.
     *
     * @param version of the order for which the form was made
     * @throws NotFoundException if the person may not see the order
     * @throws StaleOrderException if the order was changed since
     * @throws TransitionRefusedException if the transition is not allowed
     */
    @Transactional
    public void change(Person person, String pon, int version, BiConsumer<PortOrder, ChangeContext> change) {
        var order = PortOrder.visibleForUpdate(person, pon).orElseThrow(NotFoundException::new);
        if (version != ANY_VERSION && version != order.getVersion()) {
            throw new StaleOrderException(order);
        }
        keep(order, change, ChangeContext.by(person, clock.instant()), person.asActor());
    }

    /** Changes an order regardless of its version: for changes that can't conflict with others. */
    @Transactional
    public void change(Person person, String pon, BiConsumer<PortOrder, ChangeContext> change) {
        change(person, pon, ANY_VERSION, change);
    }

    /**
     * Creates a draft, or finds the one that the same form created before.
     *
     * @param id chosen when the form was made
     * @return the draft's PON
     * @throws NotFoundException if the id is another organization's order
     */
    @Transactional
    public String create(Person person, UUID id, BiFunction<Organization, ChangeContext, PortOrder> draft) {
        var organization = Organization.byIdForUpdate(person.organizationId());
        var made = PortOrder.byId(id);
        if (made.isPresent()) {
            return made.filter(order -> order.organization.id.equals(organization.id))
                    .orElseThrow(NotFoundException::new).pon;
        }
        var order = draft.apply(organization, ChangeContext.by(person, clock.instant()));
        order.persist();
        record(AuditEvent.ORDER_MOVED, order, PortOrderState.DRAFT.name(), person.asActor());
        return order.pon;
    }

    /** Stores a port-out order requested by the gaining carrier. The caller sends the notifications. */
    @Transactional
    public void takeIn(PortOrder order) {
        order.persist();
        record(AuditEvent.ORDER_MOVED, order, order.getState().name(),
                new Actor(null, order.lastStep().actorName, null));
    }

    /**
     * Changes an order on news from a carrier, regardless of its version.
     *
     * @param change may leave the order unchanged
     */
    @Transactional
    public void change(UUID id, ChangeContext context, BiConsumer<PortOrder, ChangeContext> change) {
        PortOrder.byIdForUpdate(id)
                .ifPresent(order -> keep(order, change, context, new Actor(null, context.name(), null)));
    }

    /**
     * Adds a comment to an order, which changes nothing else. The organization's admins are notified of the desk's
     * comments. The assignee is notified of the customer's comments, which are highlighted in the queue until the desk
     * has commented, too.
     */
    @Transactional
    public void comment(Person person, String pon, CommentForm form) {
        var order = PortOrder.visibleForUpdate(person, pon).orElseThrow(NotFoundException::new);
        PortOrderComment.add(form.id(), order, ChangeContext.by(person, clock.instant()), form.words(), form.deskOnly())
                .ifPresent(comment -> note(order, comment));
    }

    /**
     * Stores a comment of the other carrier on a request, once for each id. It appears among the comments of the
     * request's order as soon as that exists.
     *
     * @param orderId of the request's order, or null
     */
    @Transactional
    public void commentByCarrier(UUID id, UUID requestId, UUID orderId, ChangeContext context, String words) {
        PortOrderComment.addToRequest(id, requestId, context, words).ifPresent(comment -> Optional.ofNullable(orderId)
                .flatMap(PortOrder::byIdForUpdate).ifPresent(order -> note(order, comment)));
    }

    private void note(PortOrder order, PortOrderComment comment) {
        if (!comment.isByDesk()) {
            PortOrder.awaitAnswer(order.id, comment.at);
            notice.tellAssignee(order, comment);
            return;
        }
        PortOrder.noteAnswer(order.id);
        if (comment.isNews()) {
            notice.tellOfComment(order, comment);
        }
    }

    /**
     * Deletes a draft with everything that belongs to it.
     *
     * @throws TransitionRefusedException if it was submitted already
     */
    public void discard(PortOrder order, Person person) {
        order.requireDraft();
        record(AuditEvent.ORDER_MOVED, order, order.getState() + ARROW + DISCARDED, person.asActor());
        PortOrderComment.deleteOf(order);
        Document.of(order.id).forEach(Document::remove);
        order.delete();
    }

    /** @return whether this call made the transition; of several processes that try, only one does */
    @Transactional
    boolean becomePending(UUID id) {
        var moved = PortOrder.becomePending(id, clock.instant());
        moved.ifPresent(order -> {
            record(AuditEvent.ORDER_MOVED, order, text(order.lastStep()), Actor.PORTAL);
            notice.tell(order, order.lastStep());
        });
        return moved.isPresent();
    }

    private void keep(PortOrder order, BiConsumer<PortOrder, ChangeContext> change, ChangeContext context,
            Actor actor) {
        var before = OrderSnapshot.of(order);
        change.accept(order, context);
        handOver(order, order.justHandedOver);
        order.justHandedOver.clear();
        before.markSince(order).ifPresent(mark -> record(AuditEvent.NUMBERS_MARKED, order,
                mark.moved + " " + NumberStatus.PORTED + SEPARATOR + mark.failed + " " + NumberStatus.FAILED, actor));
        var fields = before.fieldsSince(order);
        if (!fields.isEmpty()) {
            record(AuditEvent.ORDER_CHANGED, order,
                    fields.stream().map(OrderField::name).collect(Collectors.joining(SEPARATOR)), actor);
        }
        var steps = before.stepsSince(order);
        steps.forEach(made -> record(AuditEvent.ORDER_MOVED, order, text(made), actor));
        if (!steps.isEmpty()) {
            // No notifications are sent for states that the order only passed through.
            notice.tell(order, order.lastStep());
        }
        before.newsOfDate(order).ifPresent(news -> notice.tellOfDate(order, news));
    }

    /** @param detail names of fields and states, never values from the order */
    private void record(AuditEvent event, PortOrder order, String detail, Actor actor) {
        audit.record(event, actor, new Subject(order.id, order.pon, order.organization.id), detail,
                sender.getAddress());
    }

    private static String text(PortOrderTransition context) {
        return context.from + ARROW + context.to;
    }

    /**
     * Assigns numbers that were ported in to the organization, and removes those that were ported out. A number is
     * handed over only once: it may have been ported again since.
     */
    private static void handOver(PortOrder order, List<String> moved) {
        if (order.isIn()) {
            TelephoneNumber.add(order.organization, moved);
        } else {
            TelephoneNumber.remove(order.organization, moved);
        }
    }
}
