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
 * The one way in which it is changed what orders say and where they stand: the row is locked, the form's version compared,
 * the change made, and whoever must know told, all in one transaction. Whose an order is at the desk, {@link PortOrder} says.
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
     * Changes an order as the form asks that the person filled in.
     *
     * @param version the one that the form was made for
     * @throws NotFoundException if the person may not see such an order
     * @throws StaleOrderException if the order was changed since
     * @throws TransitionRefusedException if the order can't go there
     */
    @Transactional
    public void change(Person person, String pon, int version, BiConsumer<PortOrder, ChangeContext> change) {
        var order = PortOrder.visibleForUpdate(person, pon).orElseThrow(NotFoundException::new);
        if (version != ANY_VERSION && version != order.getVersion()) {
            throw new StaleOrderException(order);
        }
        keep(order, change, ChangeContext.by(person, clock.instant()), person.asActor());
    }

    /** Changes an order whatever its version: for what can't contradict another change. */
    @Transactional
    public void change(Person person, String pon, BiConsumer<PortOrder, ChangeContext> change) {
        change(person, pon, ANY_VERSION, change);
    }

    /**
     * Makes a new draft, or finds the one that the same form made before.
     *
     * @param id chosen when the form was made
     * @return its PON
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

    /** Takes in a port out that the gaining carrier asked for; whoever took its request in tells of it. */
    @Transactional
    public void takeIn(PortOrder order) {
        order.persist();
        record(AuditEvent.ORDER_MOVED, order, order.getState().name(),
                new Actor(null, order.lastStep().actorName, null));
    }

    /**
     * Changes an order whose carrier has news of it, whatever its version.
     *
     * @param change may leave it as it is
     */
    @Transactional
    public void change(UUID id, ChangeContext context, BiConsumer<PortOrder, ChangeContext> change) {
        PortOrder.byIdForUpdate(id)
                .ifPresent(order -> keep(order, change, context, new Actor(null, context.name(), null)));
    }

    /**
     * Says something on an order, which changes nothing else about it. The admins are told what the desk says to them; whoever
     * of the desk works on it what the customer says, which stands out in the queue until the desk has said something too.
     */
    @Transactional
    public void comment(Person person, String pon, CommentForm form) {
        var order = PortOrder.visibleForUpdate(person, pon).orElseThrow(NotFoundException::new);
        PortOrderComment.add(form.id(), order, ChangeContext.by(person, clock.instant()), form.words(), form.deskOnly())
                .ifPresent(comment -> note(order, comment));
    }

    /**
     * Keeps what the other carrier says of a request, once for each id. It stands among the comments of the request's order, as
     * soon as there is one.
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
     * Throws a draft away, with all that belongs to it.
     *
     * @throws TransitionRefusedException if it was sent already
     */
    public void discard(PortOrder order, Person person) {
        order.requireDraft();
        record(AuditEvent.ORDER_MOVED, order, order.getState() + ARROW + DISCARDED, person.asActor());
        PortOrderComment.deleteOf(order);
        Document.of(order.id).forEach(Document::remove);
        order.delete();
    }

    /** @return whether this call moved the order, of however many processes that try */
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
            // Of the states that it only passed through, nobody has to hear.
            notice.tell(order, order.lastStep());
        }
        before.newsOfDate(order).ifPresent(news -> notice.tellOfDate(order, news));
    }

    /** @param detail names of fields and states, never what the order says */
    private void record(AuditEvent event, PortOrder order, String detail, Actor actor) {
        audit.record(event, actor, new Subject(order.id, order.pon, order.organization.id), detail,
                sender.getAddress());
    }

    private static String text(PortOrderTransition context) {
        return context.from + ARROW + context.to;
    }

    /**
     * Numbers that have moved in are the organization's from now on; numbers that have moved out no longer are. What was handed
     * over before is not again: it may have gone on to somebody else since.
     */
    private static void handOver(PortOrder order, List<String> moved) {
        if (order.isIn()) {
            TelephoneNumber.add(order.organization, moved);
        } else {
            TelephoneNumber.remove(order.organization, moved);
        }
    }
}
