package org.portcullis.order;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.order.PortOrderState.Waiting;
import org.portcullis.order.PortOrderTransition.ActorRole;
import org.portcullis.order.document.DocumentKind;
import org.portcullis.organization.Batches;
import org.portcullis.organization.Organization;
import org.portcullis.web.form.Truncate;

/**
 * A request to port telephone numbers between carriers, with its history. Its transitions follow the state table. This
 * class is longer than others because it contains every rule on what may happen to an order.
 */
@Entity
@Table(name = "port_order")
@EntityListeners({DeadlineKeeper.class, SortKeys.class})
public class PortOrder extends OrderRecord {

    /** From this time before the FOC on, the transfer is in progress and can't be cancelled. */
    public static final Duration PENDING_BEFORE_FOC = Duration.ofHours(24);

    /** How long after the confirmed date numbers can still be ported (documented by Telnyx). */
    static final Duration MAY_MOVE_LATE_BY = Duration.ofDays(10);

    /** The states of a submitted order up to the transfer. */
    private static final List<PortOrderState> WAY_TO_TRANSFER = List.of(PortOrderState.PROCESSING,
            PortOrderState.CONTACTING_CARRIER,
            PortOrderState.TRANSFER_APPROVED, PortOrderState.TRANSFER_PENDING);

    private static final int LONGEST_NAME = 100;

    /** Creates a draft. Its data is set by fields, its state only by transitions. */
    public static PortOrder draft(Organization organization, String name, Direction direction, ChangeContext context) {
        return draft(UUID.randomUUID(), organization, name, direction, context);
    }

    /** @param id chosen by the form, so that a form sent twice creates one order */
    public static PortOrder draft(UUID id, Organization organization, String name, Direction direction,
            ChangeContext context) {
        var order = new PortOrder();
        order.id = id;
        order.organization = organization;
        order.pon = Pon.random();
        order.name = name;
        order.direction = direction;
        order.extent = Extent.FULL;
        order.createdAt = context.at();
        order.enter(PortOrderState.DRAFT, context);
        return order;
    }

    /**
     * Creates a port-out order on the gaining carrier's request, after the organization's PIN was verified. It skips
     * the draft.
     *
     * @param request that created the order
     * @param carrierPon the carrier's own PON, or null
     */
    public static PortOrder requestedByCarrier(Organization organization, UUID request, String carrierPon,
            Collection<String> e164, ChangeContext context) {
        var order = new PortOrder();
        order.id = UUID.randomUUID();
        order.organization = organization;
        order.pon = Pon.random();
        order.name = Truncate.to(carrierPon == null ? context.name() : context.name() + " " + carrierPon,
                LONGEST_NAME);
        order.direction = Direction.OUT;
        order.extent = Extent.PARTIAL;
        order.carrierPon = carrierPon;
        order.account.number = organization.getAccountNumber();
        order.account.btn = organization.btn;
        order.requestId = request;
        order.otherCarrier = context.name();
        order.createdAt = context.at();
        order.number(e164);
        order.simple = order.numberCount == 1;
        order.enter(PortOrderState.PROCESSING, context);
        return order;
    }

    public static Optional<PortOrder> byId(UUID id) {
        return findByIdOptional(id);
    }

    static Optional<PortOrder> byIdForUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @return the order, if it exists and the person may see it */
    public static Optional<PortOrder> visibleTo(Person person, String pon) {
        return visible(person, pon, LockModeType.NONE);
    }

    /** As {@link #visibleTo}, but read anew from the database, regardless of what this request has read before. */
    public static Optional<PortOrder> visibleNow(Person person, String pon) {
        getEntityManager().clear();
        return visibleTo(person, pon);
    }

    /** As {@link #visibleTo}, but locked until the transaction ends. */
    static Optional<PortOrder> visibleForUpdate(Person person, String pon) {
        return visible(person, pon, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Optional<PortOrder> visible(Person person, String pon, LockModeType lock) {
        PanacheQuery<PortOrder> query = person.isDesk() ? find("pon", pon)
                : find("pon = ?1 and organization.id = ?2", pon, person.organizationId());
        var found = query.withLock(lock).<PortOrder>singleResultOptional();
        found.ifPresent(order -> {
            Hibernate.initialize(order.organization);
            Hibernate.initialize(order.history);
            Hibernate.initialize(order.changes);
        });
        return found;
    }

    /** @return the port-out orders in progress whose transfer of that number is still to come */
    public static List<PortOrder> leavingWith(UUID organizationId, String e164) {
        return list(
                "select o from PortOrder o join o.numbers n where n.organizationId = ?1 and n.number = ?2 and n.status in ?3"
                        + " and o.direction = ?4 and o.state not in ?5 order by o.createdAt",
                organizationId, e164, EnumSet.of(NumberStatus.WAITING, NumberStatus.FAILED), Direction.OUT,
                EnumSet.of(PortOrderState.DRAFT, PortOrderState.COMPLETED, PortOrderState.CANCELLED));
    }

    /** @return for each of the numbers that is being ported out of the organization, the orders that contain it */
    public static Map<String, List<PortOrder>> leavingWith(UUID organizationId, Collection<String> e164) {
        var leaving = new TreeMap<String, List<PortOrder>>();
        Batches.of(e164).forEach(batch -> getEntityManager()
                .createQuery("select n.number, o from PortOrder o join o.numbers n"
                        + " where n.organizationId = ?1 and n.number in ?2 and n.status in ?3 and o.direction = ?4 and o.state not in ?5"
                        + " order by o.createdAt", Object[].class)
                .setParameter(1, organizationId).setParameter(2, batch)
                .setParameter(3, EnumSet.of(NumberStatus.WAITING, NumberStatus.FAILED)).setParameter(4, Direction.OUT)
                .setParameter(5, EnumSet.of(PortOrderState.DRAFT, PortOrderState.COMPLETED, PortOrderState.CANCELLED))
                .getResultList()
                .forEach(row -> leaving.computeIfAbsent((String) row[0], number -> new ArrayList<>())
                        .add((PortOrder) row[1])));
        return leaving;
    }

    /** @return whether any of the numbers is being ported out of the organization */
    public static boolean isAnyLeaving(UUID organizationId, Collection<String> e164) {
        return Batches.of(e164).stream()
                .anyMatch(batch -> count("from PortOrder o join o.numbers n where n.organizationId = ?1"
                        + " and n.number in ?2 and n.status in ?3 and o.direction = ?4 and o.state not in ?5",
                        organizationId, batch, EnumSet.of(NumberStatus.WAITING, NumberStatus.FAILED), Direction.OUT,
                        EnumSet.of(PortOrderState.DRAFT, PortOrderState.COMPLETED, PortOrderState.CANCELLED)) > 0);
    }

    /** @return the PONs of those of these orders that exist */
    public static Map<UUID, String> ponsOf(Collection<UUID> ids) {
        return getEntityManager().createQuery("select id, pon from PortOrder where id in :ids", Object[].class)
                .setParameter("ids", ids).getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** @return orders in that state over all organizations, longest waiting first */
    public static List<PortOrder> longestIn(PortOrderState state, int limit) {
        return find(
                "from PortOrder o join fetch o.organization where o.waiting in ?1 and o.state = ?2 order by o.waitingSince, o.id",
                state == PortOrderState.TRANSFER_APPROVED ? List.of(Waiting.DATE, Waiting.DESK)
                        : List.of(state.getWaiting()),
                state)
                .page(0, limit).list();
    }

    public static List<PortOrder> withPons(Collection<String> pons) {
        return list("pon in ?1 order by pon", pons);
    }

    /** @return approved orders whose transfer begins by then, which is 24 hours before the confirmed date */
    static List<UUID> toBecomePending(Instant now, int limit) {
        return getEntityManager()
                .createQuery("select id from PortOrder where state = :approved and focAt <= :begins order by focAt, id",
                        UUID.class)
                .setParameter("approved", PortOrderState.TRANSFER_APPROVED)
                .setParameter("begins", now.plus(PENDING_BEFORE_FOC))
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * @return the order after the transition; empty if it must not be made, and for all but one of several concurrent
     * calls
     */
    static Optional<PortOrder> becomePending(UUID id, Instant now) {
        PortOrder order = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (order == null || order.state != PortOrderState.TRANSFER_APPROVED
                || now.isBefore(order.cancellableUntil())) {
            return Optional.empty();
        }
        order.startTransfer(ChangeContext.byPortal(now));
        return Optional.of(order);
    }

    /**
     * Changes the assignee of an order, unless another person has become the assignee meanwhile.
     *
     * @param holder the assignee that the caller saw, or null for an unassigned order
     * @param to the new assignee, or null for none
     * @return whether the order was assigned to the holder
     */
    public static boolean handOver(String pon, UUID holder, Person to) {
        var who = to == null ? null : to.id();
        var name = to == null ? null : to.name();
        return holder == null
                ? update("assigneeId = ?1, assigneeName = ?2 where pon = ?3 and assigneeId is null", who, name, pon) > 0
                : update("assigneeId = ?1, assigneeName = ?2 where pon = ?3 and assigneeId = ?4", who, name, pon,
                        holder) > 0;
    }

    /** @return whether the order was unassigned and waited for the desk, and is now assigned to the person */
    public static boolean take(String pon, Person person) {
        return update("assigneeId = ?1, assigneeName = ?2 where pon = ?3 and assigneeId is null and waiting = ?4",
                person.id(), person.name(), pon, Waiting.DESK) > 0;
    }

    /**
     * Marks a customer's comment as unanswered. The version stays the same, as a comment conflicts with no other
     * change.
     */
    static void awaitAnswer(UUID id, Instant since) {
        update("unansweredSince = ?1 where id = ?2 and unansweredSince is null", since, id);
    }

    /** The desk made the last comment, which may be an internal one. */
    static void noteAnswer(UUID id) {
        update("unansweredSince = null where id = ?1", id);
    }

    /** Replaces the order's numbers; those that stay keep their status, and ported numbers are not removed. */
    public void number(Collection<String> e164) {
        var wanted = new LinkedHashSet<>(e164);
        numbers.removeIf(number -> !wanted.contains(number.number) && number.status != NumberStatus.PORTED);
        numbers.forEach(number -> wanted.remove(number.number));
        wanted.forEach(number -> numbers.add(new PortOrderNumber(this, number)));
        numberCount = numbers.size();
    }

    /** The customer submits the draft, or submits the corrected order again. */
    public void submit(ChangeContext context) {
        moveTo(PortOrderState.PROCESSING, context);
        closeChanges(context);
    }

    private void closeChanges(ChangeContext context) {
        getOpenChanges().forEach(change -> change.close(context));
    }

    /** The desk has submitted it to the losing carrier, with this PON on the LSR. */
    public void contactCarrier(String ponOnLsr, ChangeContext context) {
        moveTo(PortOrderState.CONTACTING_CARRIER, context);
        carrierPon = ponOnLsr;
        lastStep().carrierPon = ponOnLsr;
    }

    /** The losing carrier confirmed when the numbers will be ported. */
    public void approve(Instant focAt, ChangeContext context) {
        moveTo(PortOrderState.TRANSFER_APPROVED, context);
        this.focAt = focAt;
        lastStep().focAt = focAt;
    }

    /**
     * The other carrier confirms or changes the date, in any state of the order.
     *
     * @throws TransitionRefusedException if the order is a draft, or closed
     */
    public void recordFoc(Instant at, ChangeContext context) {
        if (state == PortOrderState.TRANSFER_APPROVED) {
            reconfirm(at, context);
        } else if (state.isUnderTransfer()) {
            change(OrderField.FOC_DATE, () -> focAt = at, context);
        } else {
            catchUp(PortOrderState.CONTACTING_CARRIER, context.silent());
            approve(at, context);
        }
    }

    /**
     * The transfer has begun: numbers may be ported before the confirmed date, or without one.
     *
     * @throws TransitionRefusedException unless the order was submitted and its transfer is still to come
     */
    public void recordStart(ChangeContext context) {
        catchUp(PortOrderState.TRANSFER_PENDING, context);
    }

    /**
     * All numbers were ported, regardless of their previous status.
     *
     * @throws TransitionRefusedException if the order is a draft, or closed
     */
    public void recordMove(ChangeContext context) {
        if (!state.isUnderTransfer()) {
            catchUp(PortOrderState.TRANSFER_PENDING, context.silent());
        }
        complete(context);
    }

    /**
     * The other carrier withdraws its request, which is possible until the numbers were ported.
     *
     * @throws TransitionRefusedException if the order is a draft, or closed
     */
    public void recordWithdrawal(ChangeContext context) {
        if (!canBeCancelled(context.at())) {
            moveTo(PortOrderState.ACTION_REQUIRED, context.silent());
        }
        cancel(context);
    }

    /** Enters each state up to that one, so that the history has no gap; open corrections are closed. */
    private void catchUp(PortOrderState to, ChangeContext context) {
        if (state == PortOrderState.ACTION_REQUIRED) {
            submit(context.silent());
        }
        var here = WAY_TO_TRANSFER.indexOf(state);
        var there = WAY_TO_TRANSFER.indexOf(to);
        if (here < 0 || here > there) {
            throw new TransitionRefusedException(state, to);
        }
        WAY_TO_TRANSFER.subList(here + 1, there + 1)
                .forEach(next -> moveTo(next, next == to ? context : context.silent()));
    }

    /** The losing carrier confirmed another date for an approved order. */
    public void reconfirm(Instant newFocAt, ChangeContext context) {
        require(PortOrderState.TRANSFER_APPROVED, PortOrderState.TRANSFER_APPROVED);
        change(OrderField.FOC_DATE, () -> focAt = newFocAt, context);
        waitFor(Waiting.DATE, context);
    }

    /**
     * The losing carrier does not confirm the date that the customer requested: the confirmed date stays, and the
     * requested date is reset to its earlier value.
     *
     * @throws TransitionRefusedException if no other date was requested
     */
    public void keepDate(ChangeContext context) {
        if (!isAnotherDateWished()) {
            throw new TransitionRefusedException(state, PortOrderState.TRANSFER_APPROVED);
        }
        var before = dateBeforeWishes();
        change(OrderField.FOC_DATE, () -> {}, context);
        change(OrderField.REQUESTED_DATE, () -> requestedDate = before, context);
        waitFor(Waiting.DATE, context);
    }

    private LocalDate dateBeforeWishes() {
        var before = requestedDate;
        for (int i = changes.size() - 1; i >= 0 && isWish(changes.get(i)); i--) {
            before = changes.get(i).oldValue == null ? null : LocalDate.parse(changes.get(i).oldValue);
        }
        return before;
    }

    private boolean isWish(PortOrderChange change) {
        return change.field == OrderField.REQUESTED_DATE && change.sequence == lastStep().sequence
                && !change.isByDesk();
    }

    /** @return whether the order's last event is that a member of the desk with this name noted that the date stays */
    public boolean isDateKeptBy(String name) {
        return state == PortOrderState.TRANSFER_APPROVED && !isAnotherDateWished()
                && changes.stream().reduce((earlier, later) -> later)
                        .filter(last -> last.field == OrderField.REQUESTED_DATE && last.isByDesk()
                                && name.equals(last.actorName))
                        .isPresent();
    }

    /** The customer requests another date for an approved order; the desk asks the losing carrier for it (SUPP). */
    public void requestDate(LocalDate newDate, ChangeContext context) {
        if (!canChangeDate(context.at())) {
            throw new TransitionRefusedException(state, PortOrderState.TRANSFER_APPROVED);
        }
        change(OrderField.REQUESTED_DATE, () -> requestedDate = newDate, context);
        waitFor(Waiting.DESK, context);
    }

    /** Takes place 24 hours before the confirmed date. */
    public void startTransfer(ChangeContext context) {
        moveTo(PortOrderState.TRANSFER_PENDING, context);
    }

    /**
     * The losing carrier rejected the order. The transition holds the reasons, and each reason opens its fields for
     * correction. A date confirmed earlier no longer holds.
     *
     * @throws TransitionRefusedException if the state table has no such transition, or a reason does not apply to this
     * direction
     */
    public void reject(ChangeContext context) {
        requireWayTo(PortOrderState.ACTION_REQUIRED);
        if (!RejectionReason.of(direction).containsAll(context.reasons())) {
            throw new TransitionRefusedException(state, PortOrderState.ACTION_REQUIRED);
        }
        if (focAt != null) {
            change(OrderField.FOC_DATE, () -> focAt = null, context);
        }
        moveTo(PortOrderState.ACTION_REQUIRED, context);
        getFieldsToCorrect().forEach(field -> changes.add(PortOrderChange.open(this, field, lastStep().sequence)));
    }

    /**
     * Records the desk's report of the status of some numbers during the transfer.
     *
     * @throws TransitionRefusedException if no transfer is in progress, or a number that was handed over would be reset
     */
    public void mark(Collection<String> e164, NumberStatus status, ChangeContext context) {
        if (!state.isUnderTransfer() || status != NumberStatus.PORTED && !handedOver(e164).isEmpty()) {
            throw new TransitionRefusedException(state, state);
        }
        say(status, number -> e164.contains(number.number), context);
        touch(context);
    }

    /** A repeated report changes nothing and is not added to the history. */
    private void say(NumberStatus status, Predicate<PortOrderNumber> which, ChangeContext context) {
        var meant = numbers.stream().filter(number -> number.status != status && which.test(number)).toList();
        if (!meant.isEmpty()) {
            meant.forEach(number -> number.status = status);
            marks.add(PortOrderMark.of(this, context));
        }
    }

    /** Marks all numbers as ported, including those marked as failed. */
    public void complete(ChangeContext context) {
        requireWayTo(PortOrderState.COMPLETED);
        say(NumberStatus.PORTED, number -> true, context);
        enter(PortOrderState.COMPLETED, context);
        transferPin = null;
    }

    /**
     * Numbers marked as ported were ported, the others were not.
     *
     * @throws TransitionRefusedException if all or no numbers were ported, or the state table has no such transition
     */
    public void completePartially(ChangeContext context) {
        if (!isMixed()) {
            throw new TransitionRefusedException(state, PortOrderState.PARTIALLY_COMPLETED);
        }
        requireWayTo(PortOrderState.PARTIALLY_COMPLETED);
        say(NumberStatus.FAILED, number -> number.status != NumberStatus.PORTED, context);
        enter(PortOrderState.PARTIALLY_COMPLETED, context);
    }

    /** @throws TransitionRefusedException if the state table has no such transition, or the cut-off has passed */
    public void cancel(ChangeContext context) {
        if (!canBeCancelled(context.at())) {
            throw new TransitionRefusedException(state, PortOrderState.CANCELLED);
        }
        var isUnknownToDesk = isWithCarrier() && context.role() == ActorRole.CUSTOMER;
        moveTo(PortOrderState.CANCELLED, context);
        closeChanges(context);
        numbers.stream().filter(number -> number.status != NumberStatus.PORTED)
                .forEach(number -> number.status = NumberStatus.CANCELLED);
        transferPin = null;
        if (isUnknownToDesk) {
            waitFor(Waiting.DESK, context);
        }
    }

    /**
     * The desk has informed the other carrier that the customer cancelled.
     *
     * @throws TransitionRefusedException if the carrier need not be informed, or was informed already
     */
    public void withdraw(ChangeContext context) {
        if (!isToBeWithdrawn()) {
            throw new TransitionRefusedException(state, state);
        }
        change(OrderField.WITHDRAWAL, () -> waitFor(Waiting.NOBODY, context), context);
    }

    /** @return a draft with this order's data, except dates, secrets and ported numbers */
    public PortOrder copy(UUID newId, ChangeContext context) {
        var copy = draft(newId, organization, name, direction, context);
        copy.otherCarrier = otherCarrier;
        copy.account = account().copy();
        copy.extent = extent;
        copy.simple = simple;
        copy.noticeAddresses = noticeAddresses;
        copy.number(numbers.stream().filter(number -> number.status != NumberStatus.PORTED).map(number -> number.number)
                .toList());
        return copy;
    }

    /** @throws TransitionRefusedException if the order was submitted already, so that its form is stale */
    public void requireDraft() {
        require(PortOrderState.DRAFT, PortOrderState.DRAFT);
    }

    /**
     * @throws TransitionRefusedException unless the losing carrier has rejected the order and it was not submitted
     * again since
     */
    public void requireRejected() {
        require(PortOrderState.ACTION_REQUIRED, PortOrderState.ACTION_REQUIRED);
    }

    /**
     * @return whether the customer may edit this field: any field of a draft; for a rejected order, the fields to
     * correct and the LOA
     */
    public boolean isOpen(OrderField field) {
        // For a port out, the customer has signed with the gaining carrier.
        if (field == OrderField.DOCUMENTS && !isIn()) {
            return false;
        }
        return isDraft() || state == PortOrderState.ACTION_REQUIRED
                && (field == OrderField.DOCUMENTS || getFieldsToCorrect().contains(field));
    }

    /**
     * Opens a field of a rejected order that no reason names, because a correction made its value wrong.
     *
     * @throws TransitionRefusedException unless the order is being corrected
     */
    public void openToo(OrderField field) {
        requireRejected();
        if (!isOpen(field)) {
            changes.add(PortOrderChange.open(this, field, lastStep().sequence));
        }
    }

    /** @throws TransitionRefusedException if the customer may not edit this field now */
    public void requireOpen(OrderField field) {
        if (!isOpen(field)) {
            throw new TransitionRefusedException(state, state);
        }
    }

    private void change(OrderField field, Runnable setting, ChangeContext context) {
        var change = PortOrderChange.open(this, field, lastStep().sequence);
        setting.run();
        change.close(context);
        changes.add(change);
        touch(context);
    }

    /** @throws TransitionRefusedException if the state table has no such transition */
    private void moveTo(PortOrderState to, ChangeContext context) {
        requireWayTo(to);
        enter(to, context);
    }

    private void requireWayTo(PortOrderState to) {
        if (!state.leavesTo().contains(to)) {
            throw new TransitionRefusedException(state, to);
        }
    }

    private void require(PortOrderState needed, PortOrderState wanted) {
        if (state != needed) {
            throw new TransitionRefusedException(state, wanted);
        }
    }

    private void enter(PortOrderState to, ChangeContext context) {
        if (state != null && state.isUnderTransfer()) {
            numbers.stream().filter(number -> number.status == NumberStatus.PORTED && !number.handedOver)
                    .forEach(number -> {
                        number.handedOver = true;
                        justHandedOver.add(number.number);
                    });
        }
        history.add(PortOrderTransition.of(this, history.size(), state, to, context));
        state = to;
        waitFor(to.getWaiting(), context);
        touch(context);
    }

    private void waitFor(Waiting whom, ChangeContext context) {
        waiting = whom;
        waitingSince = context.at();
    }

    /** Records the author of the last change. */
    public void touch(ChangeContext context) {
        changedAt = context.at();
        changedBy = context.name();
    }

    /** @return the reasons of the last rejection; empty unless the order is in that state */
    public List<RejectionReason> getRejectionReasons() {
        return state == PortOrderState.ACTION_REQUIRED ? lastStep().getRejectionReasons() : List.of();
    }

    /** @return whether a PIN was missing or wrong: for a port out, the organization's own PIN */
    public boolean isRejectedForPin() {
        return getRejectionReasons().stream().anyMatch(reason -> reason.fields().contains(OrderField.TRANSFER_PIN));
    }

    /**
     * @return the fields that the last rejection opens for correction, including dependent fields, in the order of the
     * form
     */
    public Set<OrderField> getFieldsToCorrect() {
        // For a port out, the PIN is the organization's own, and not a field of the order.
        var named = getRejectionReasons().stream().flatMap(reason -> reason.fields().stream())
                .filter(field -> isIn() || field != OrderField.TRANSFER_PIN);
        return Stream.concat(named, getOpenChanges().stream().map(change -> change.field))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrderField.class)));
    }

    /** @return the open corrections with old and new values */
    public List<PortOrderChange> getOpenChanges() {
        return changes.stream().filter(change -> !change.isClosed()).toList();
    }

    public PortOrderTransition lastStep() {
        return history.get(history.size() - 1);
    }

    public boolean canBeCancelled(Instant now) {
        return state.leavesTo().contains(PortOrderState.CANCELLED)
                && (state != PortOrderState.TRANSFER_APPROVED || now.isBefore(cancellableUntil()));
    }

    public boolean canChangeDate(Instant now) {
        return state == PortOrderState.TRANSFER_APPROVED && now.isBefore(cancellableUntil());
    }

    /** @return the cut-off for cancelling, or null without a confirmed date */
    public Instant cancellableUntil() {
        return focAt == null ? null : focAt.minus(PENDING_BEFORE_FOC);
    }

    /**
     * @return until when the numbers can still be ported after the confirmed date; null without such a date, or if all
     * were ported
     */
    public Instant getMayMoveUntil() {
        return focAt == null || state != PortOrderState.TRANSFER_APPROVED && !state.isUnderTransfer() ? null
                : focAt.plus(MAY_MOVE_LATE_BY);
    }

    /** @return whether the confirmed date has passed and some numbers were not ported */
    public boolean isPastDate(Instant now) {
        return getMayMoveUntil() != null && focAt.isBefore(now);
    }

    /** @return whether some numbers were not ported before the time for that has run out */
    public boolean isPastMove(Instant now) {
        return getMayMoveUntil() != null && getMayMoveUntil().isBefore(now);
    }

    /** @return whether the losing carrier has a request that must be withdrawn on cancellation */
    public boolean isWithCarrier() {
        return state == PortOrderState.CONTACTING_CARRIER || state == PortOrderState.TRANSFER_APPROVED;
    }

    /** @return whether the desk returned the order for correction before it was sent to a carrier */
    public boolean isReturnedByDesk() {
        return state == PortOrderState.ACTION_REQUIRED && lastStep().from == PortOrderState.PROCESSING;
    }

    /**
     * @return whether the customer requested another date for an approved order, and the desk has yet to ask the
     * carrier
     */
    public boolean isAnotherDateWished() {
        return state == PortOrderState.TRANSFER_APPROVED && waiting == Waiting.DESK;
    }

    /** @return whether a letter of authorization was signed in the portal, and so contains the requested date */
    public boolean isLetterSigned() {
        return documents.stream().anyMatch(document -> document.kind == DocumentKind.LOA && document.isSigned());
    }

    /**
     * @return whether the customer cancelled an order that the other carrier has, and the desk has yet to inform that
     * carrier
     */
    public boolean isToBeWithdrawn() {
        return state == PortOrderState.CANCELLED && waiting == Waiting.DESK;
    }

    int count(NumberStatus status) {
        return (int) numbers.stream().filter(number -> number.status == status).count();
    }

    /** @return how many numbers were ported */
    public int getMovedCount() {
        return count(NumberStatus.PORTED);
    }

    /** @return how many numbers are marked as failed */
    public int getFailedCount() {
        return count(NumberStatus.FAILED);
    }

    /** @return whether some numbers were ported and others were not */
    public boolean isMixed() {
        var moved = getMovedCount();
        return moved > 0 && moved < numbers.size();
    }

    /** @return those of the numbers that were finally handed over, in a transfer that is completed, or partly so */
    public List<String> handedOver(Collection<String> e164) {
        return numbers.stream().filter(number -> number.status == NumberStatus.PORTED && e164.contains(number.number)
                && (number.handedOver || state == PortOrderState.PARTIALLY_COMPLETED))
                .map(number -> number.number).toList();
    }
}
