package org.portcullis.order;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.Hibernate;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.order.PortOrderState.Waiting;
import org.portcullis.order.document.Document;
import org.portcullis.organization.Organization;

/** The data of a port order; the rules are in {@link PortOrder}. */
@MappedSuperclass
public abstract class OrderRecord extends PanacheEntityBase {

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Organization organization;

    /**
     * Purchase order number, the order's reference between carriers; random, so that it does not reveal how many orders
     * there are.
     */
    public String pon;

    /** The PON on the submitted LSR, if the losing carrier required another one; otherwise null. */
    @Column(name = "carrier_pon")
    String carrierPon;

    /** The gaining carrier's request that created the order; null if a person created it. */
    @Column(name = "request_id")
    UUID requestId;

    public String name;

    /** The name as sort key; see {@link SortKeys}. */
    @Column(name = "sort_name")
    String sortName;

    @Enumerated(EnumType.STRING)
    public Direction direction;

    @Enumerated(EnumType.STRING)
    PortOrderState state;

    /** Who has to act: determined by the state, or the desk if the customer requested another date or cancelled. */
    @Enumerated(EnumType.STRING)
    Waiting waiting;

    @Column(name = "waiting_since")
    Instant waitingSince;

    /** When the next action is due; null if it is the customer's, or none is expected. */
    @Column(name = "due_at")
    Instant dueAt;

    /** The losing carrier of a port in, or the gaining carrier of a port out. */
    @Column(name = "other_carrier")
    public String otherCarrier;

    @Embedded
    AccountData account = new AccountData();

    /** The losing carrier's own PIN, encrypted; see {@link TransferPin}. */
    @Column(name = "transfer_pin")
    String transferPin;

    @Enumerated(EnumType.STRING)
    public Extent extent;

    /** A single-line port without special services, which takes one business day (47 CFR 52.35). */
    public boolean simple;

    @Column(name = "requested_date")
    public LocalDate requestedDate;

    /** Firm order commitment (FOC): the confirmed time of porting. */
    @Column(name = "foc_at")
    Instant focAt;

    /**
     * The porting date in the organization's time zone: the confirmed date, else the requested one, else a date after
     * all others.
     */
    @Column(name = "transfer_on")
    LocalDate transferOn;

    /** Extra e-mail addresses for notifications, separated by commas. */
    @Column(name = "notice_addresses")
    public String noticeAddresses;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    List<PortOrderNumber> numbers = new ArrayList<>();

    /** Numbers that were finally handed over since the order was loaded. */
    @Transient
    final List<String> justHandedOver = new ArrayList<>();

    @Column(name = "number_count")
    int numberCount;

    @OneToMany(mappedBy = "order", cascade = {CascadeType.PERSIST, CascadeType.REMOVE})
    @OrderBy("sequence")
    List<PortOrderTransition> history = new ArrayList<>();

    /** In chronological order; changes that are still open come together. */
    @OneToMany(mappedBy = "order", cascade = {CascadeType.PERSIST, CascadeType.REMOVE})
    @OrderBy("at, sequence, field")
    List<PortOrderChange> changes = new ArrayList<>();

    @OneToMany(mappedBy = "order", cascade = {CascadeType.PERSIST, CascadeType.REMOVE})
    @OrderBy("at")
    List<PortOrderMark> marks = new ArrayList<>();

    /** Read-only here: documents are stored and removed separately. */
    @OneToMany
    @JoinColumn(name = "order_id", insertable = false, updatable = false)
    @OrderBy("kind desc")
    List<Document> documents = new ArrayList<>();

    /** The member of the porting desk who works on the order; null while it is unassigned. */
    @Column(name = "assignee_id")
    UUID assigneeId;

    @Column(name = "assignee_name")
    String assigneeName;

    /** Since when a comment of the customer waits for the desk's answer; null if none does. */
    @Column(name = "unanswered_since")
    Instant unansweredSince;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    @Version
    int version;

    public boolean isIn() {
        return direction == Direction.IN;
    }

    public boolean isDraft() {
        return state == PortOrderState.DRAFT;
    }

    /**
     * @return the data that the losing carrier compares; never null, though Hibernate loads an empty embeddable as null
     */
    public AccountData account() {
        if (account == null) {
            account = new AccountData();
        }
        return account;
    }

    /** @return the order's numbers in E.164, regardless of status */
    public List<String> telephoneNumbers() {
        return numbers.stream().map(number -> number.number).toList();
    }

    /** @return the order's numbers that were not ported yet */
    public List<String> numbersToMove() {
        return numbers.stream().filter(number -> number.status != NumberStatus.PORTED).map(number -> number.number)
                .toList();
    }

    /** @return the order's numbers that were ported */
    public List<String> numbersMoved() {
        return numbers.stream().filter(number -> number.status == NumberStatus.PORTED).map(number -> number.number)
                .toList();
    }

    /** @return the numbers as one line of ranges */
    String numbersText() {
        return NumberRanges.text(telephoneNumbers());
    }

    /** @return an identifier of the stored transfer PIN that does not reveal it; null without a PIN */
    String transferPinText() {
        return transferPin == null ? null
                : UUID.nameUUIDFromBytes(transferPin.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** @return the extra addresses for notifications */
    public List<String> getNoticeAddressList() {
        return noticeAddresses == null || noticeAddresses.isBlank() ? List.of()
                : Arrays.stream(noticeAddresses.split(",")).map(String::strip).toList();
    }

    public PortOrderState getState() {
        return state;
    }

    public Waiting getWaiting() {
        return waiting;
    }

    public Instant getWaitingSince() {
        return waitingSince;
    }

    public Instant getDueAt() {
        return dueAt;
    }

    public boolean isOverdue(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    public AccountData getAccount() {
        return account();
    }

    public Instant getFocAt() {
        return focAt;
    }

    public UUID getRequestId() {
        return requestId;
    }

    public String getCarrierPon() {
        return carrierPon;
    }

    public boolean isWithTransferPin() {
        return transferPin != null;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public String getChangedBy() {
        return changedBy;
    }

    public Instant getUnansweredSince() {
        return unansweredSince;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public UUID getAssigneeId() {
        return assigneeId;
    }

    public String getAssigneeName() {
        return assigneeName;
    }

    public int getVersion() {
        return version;
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

    public List<PortOrderChange> getChanges() {
        return changes;
    }

    public List<PortOrderMark> getMarks() {
        return marks;
    }
}
