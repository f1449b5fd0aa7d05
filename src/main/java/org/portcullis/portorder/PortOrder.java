package org.portcullis.portorder;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.organization.Address;
import org.portcullis.organization.Organization;

/** A request to move telephone numbers between carriers, with its history. It moves only along the table of states. */
@Entity
@Table(name = "port_order")
public class PortOrder extends PanacheEntityBase {

    /** From then on the transfer is under way and can't be called off. */
    static final Duration PENDING_BEFORE_FOC = Duration.ofHours(24);

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Organization organization;

    /** Purchase order number, the order's reference between carriers; random, so that it tells no count. */
    public String pon;

    public String name;

    @Enumerated(EnumType.STRING)
    public Direction direction;

    @Enumerated(EnumType.STRING)
    PortOrderState state;

    @Column(name = "state_since")
    Instant stateSince;

    /** The losing carrier of a port in, the gaining one of a port out. */
    @Column(name = "other_carrier")
    public String otherCarrier;

    @Column(name = "account_number")
    public String accountNumber;

    @Column(name = "account_name")
    public String accountName;

    @Column(name = "authorized_person")
    public String authorizedPerson;

    @Embedded
    public Address serviceAddress;

    /** Billing telephone number, in E.164. */
    public String btn;

    /** The one that takes its place where a partial port takes the BTN away. */
    @Column(name = "replacement_btn")
    public String replacementBtn;

    @Enumerated(EnumType.STRING)
    public Extent extent;

    /** A single-line port without special services, which takes one business day (47 CFR 52.35). */
    public boolean simple;

    @Column(name = "requested_date")
    public LocalDate requestedDate;

    /** Firm order commitment: when the losing carrier confirmed that the numbers move. */
    @Column(name = "foc_at")
    Instant focAt;

    /** Extra e-mail addresses for notices, separated by commas. */
    @Column(name = "notice_addresses")
    public String noticeAddresses;

    @ElementCollection
    @CollectionTable(name = "port_order_number", joinColumns = @JoinColumn(name = "order_id"))
    @OrderBy("number")
    List<PortOrderNumber> numbers = new ArrayList<>();

    @Column(name = "number_count")
    int numberCount;

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
    @OrderBy("sequence")
    List<PortOrderTransition> history = new ArrayList<>();

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    int version;

    /** A new draft. What it is about is set on it; where it stands only its transitions change. */
    public static PortOrder draft(Organization organization, String name, Direction direction, Step step) {
        var order = new PortOrder();
        order.id = UUID.randomUUID();
        order.organization = organization;
        order.pon = Pon.random();
        order.name = name;
        order.direction = direction;
        order.extent = Extent.FULL;
        order.createdAt = step.at();
        order.enter(PortOrderState.DRAFT, step);
        return order;
    }

    /** @return the whole order, if it is one of those that the person may see; another organization's does not exist for them */
    public static Optional<PortOrder> visibleTo(Person person, String pon) {
        Optional<PortOrder> found = person.isDesk()
                ? find("from PortOrder o join fetch o.organization where o.pon = ?1", pon).firstResultOptional()
                : find("from PortOrder o join fetch o.organization where o.pon = ?1 and o.organization.id = ?2", pon,
                        person.organizationId()).firstResultOptional();
        found.ifPresent(order -> {
            Hibernate.initialize(order.numbers);
            Hibernate.initialize(order.history);
        });
        return found;
    }

    /** @return the port-outs under way in which that number is still to leave */
    public static List<PortOrder> leavingWith(UUID organizationId, String e164) {
        return list("select o from PortOrder o join o.numbers n where n.organizationId = ?1 and n.number = ?2 and n.status in ?3"
                + " and o.direction = ?4 and o.state not in ?5 order by o.createdAt",
                organizationId, e164, EnumSet.of(NumberStatus.WAITING, NumberStatus.FAILED), Direction.OUT,
                EnumSet.of(PortOrderState.DRAFT, PortOrderState.COMPLETED, PortOrderState.CANCELLED));
    }

    public void number(Collection<String> e164) {
        numbers.clear();
        e164.forEach(number -> numbers.add(new PortOrderNumber(number, organization.id)));
        numberCount = numbers.size();
    }

    /** The customer sends the draft, or sends the corrected order again. */
    public void submit(Step step) {
        moveTo(PortOrderState.PROCESSING, step);
    }

    /** The desk has sent it to the losing carrier. */
    public void contactCarrier(Step step) {
        moveTo(PortOrderState.CONTACTING_CARRIER, step);
    }

    /** The losing carrier confirmed when the numbers move. */
    public void approve(Instant focAt, Step step) {
        moveTo(PortOrderState.TRANSFER_APPROVED, step);
        this.focAt = focAt;
    }

    /** 24 hours before the confirmed date. */
    public void startTransfer(Step step) {
        moveTo(PortOrderState.TRANSFER_PENDING, step);
    }

    /** The losing carrier rejected it; the step says why. */
    public void reject(Step step) {
        moveTo(PortOrderState.ACTION_REQUIRED, step);
    }

    /** All numbers have moved. */
    public void complete(Step step) {
        moveTo(PortOrderState.COMPLETED, step);
        numbers.forEach(number -> number.status = NumberStatus.PORTED);
    }

    /** Some numbers have moved, the given ones have not. */
    public void completePartially(Collection<String> failed, Step step) {
        moveTo(PortOrderState.PARTIALLY_COMPLETED, step);
        numbers.forEach(number -> number.status = failed.contains(number.number) ? NumberStatus.FAILED : NumberStatus.PORTED);
    }

    public void cancel(Step step) {
        moveTo(PortOrderState.CANCELLED, step);
        numbers.forEach(number -> number.status = NumberStatus.CANCELLED);
    }

    /** @throws TransitionRefusedException if the table of states has no such transition */
    private void moveTo(PortOrderState to, Step step) {
        if (!state.leavesTo().contains(to)) {
            throw new TransitionRefusedException(state, to);
        }
        enter(to, step);
    }

    private void enter(PortOrderState to, Step step) {
        var transition = new PortOrderTransition();
        transition.id = UUID.randomUUID();
        transition.order = this;
        transition.sequence = history.size();
        transition.at = step.at();
        transition.from = state;
        transition.to = to;
        transition.actorRole = step.role();
        transition.actorName = step.name();
        transition.note = step.note();
        transition.rejectionReasons = step.reasons().isEmpty() ? null
                : step.reasons().stream().map(Enum::name).collect(Collectors.joining(","));
        history.add(transition);
        state = to;
        stateSince = step.at();
        changedAt = step.at();
    }

    /** @return why the losing carrier last rejected it; empty unless that is where it stands */
    public List<RejectionReason> getRejectionReasons() {
        return state == PortOrderState.ACTION_REQUIRED ? lastStep().getRejectionReasons() : List.of();
    }

    public PortOrderTransition lastStep() {
        return history.get(history.size() - 1);
    }

    /** @return when it should move on by itself or by the carriers; absent where that is up to the customer, or nobody */
    public Optional<Due> due() {
        return switch (state) {
            case PROCESSING -> Optional.of(Due.day(BusinessDays.after(stateSince, 1, organization)));
            case CONTACTING_CARRIER -> Optional.of(Due.day(BusinessDays.after(stateSince, simple ? 1 : 4, organization)));
            case TRANSFER_APPROVED -> Optional.of(Due.moment(focAt.minus(PENDING_BEFORE_FOC)));
            case TRANSFER_PENDING -> Optional.of(Due.moment(focAt));
            case PARTIALLY_COMPLETED -> Optional.of(Due.day(BusinessDays.after(stateSince, 1, organization)));
            case DRAFT, ACTION_REQUIRED, COMPLETED, CANCELLED -> Optional.empty();
        };
    }

    /** @return the states still ahead on the straight way, where nothing is rejected */
    public List<PortOrderState> getAhead() {
        var straight = List.of(PortOrderState.DRAFT, PortOrderState.PROCESSING, PortOrderState.CONTACTING_CARRIER,
                PortOrderState.TRANSFER_APPROVED, PortOrderState.TRANSFER_PENDING, PortOrderState.COMPLETED);
        return switch (state) {
            case ACTION_REQUIRED -> straight.subList(1, straight.size());
            case PARTIALLY_COMPLETED -> List.of(PortOrderState.COMPLETED);
            case COMPLETED, CANCELLED -> List.of();
            default -> straight.subList(straight.indexOf(state) + 1, straight.size());
        };
    }

    /** @return the extra addresses for notices, one by one */
    public List<String> getNoticeAddressList() {
        return noticeAddresses == null || noticeAddresses.isBlank() ? List.of()
                : Arrays.stream(noticeAddresses.split(",")).map(String::strip).toList();
    }

    public boolean isIn() {
        return direction == Direction.IN;
    }

    public PortOrderState getState() {
        return state;
    }

    public Instant getStateSince() {
        return stateSince;
    }

    public Instant getFocAt() {
        return focAt;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public int getNumberCount() {
        return numberCount;
    }

    public List<PortOrderNumber> getNumbers() {
        return numbers;
    }

    public List<PortOrderTransition> getHistory() {
        return history;
    }
}
