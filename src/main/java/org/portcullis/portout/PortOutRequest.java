package org.portcullis.portout;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.web.http.Readable;

/** A carrier's request for numbers, with its verdict. The PIN that came with it is not stored. */
@Entity
@Table(name = "port_out_request")
public class PortOutRequest extends PanacheEntityBase {

    /** How long an approval waits for the carrier to ask again, if the carrier can't be told. */
    static final Duration WORD_KEPT = Duration.ofDays(14);

    /** Longer than a decision may take; a request that is still open then was left by a process that died. */
    static final Duration LEFT_AFTER = Duration.ofSeconds(60);

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public PortOutChannel channel;

    @Column(name = "asker_id")
    UUID askerId;

    @Column(name = "asker_name")
    public String askerName;

    @Column(name = "received_at")
    public Instant receivedAt;

    /** When it was last sent; a retry is the same request. */
    @Column(name = "asked_at")
    public Instant askedAt;

    @Column(name = "times_asked")
    public int timesAsked;

    /** The carrier's purchase order number. */
    public String pon;

    /** The customer's name as the carrier gives it; for information only. */
    @Column(name = "subscriber_name")
    public String subscriberName;

    /**
     * The requested numbers that are ours, as ranges in E.164, such as {@code +12065550100-+12065550149,+12065550160}.
     */
    private String numbers;

    @Column(name = "number_count")
    public int numberCount;

    /**
     * How many of the numbers are not ours; only the count is stored, so that invented numbers can't fill the database.
     */
    @Column(name = "unknown_count")
    public int unknownCount;

    /** Recognizes the same set of numbers that are not ours; absent if all are ours. */
    @Column(name = "unknown_digest")
    public String unknownDigest;

    /** The organization that has the numbers; absent if none has them, or several. */
    @Column(name = "organization_id")
    public UUID organizationId;

    @Enumerated(EnumType.STRING)
    Verdict verdict;

    private String refusals = "";

    /** The revision of the PIN that was compared; absent if none was. */
    @Column(name = "pin_revision")
    public Integer pinRevision;

    /** Whether the outcome of a PIN attempt still has to be counted. */
    boolean comparing;

    @Column(name = "decided_at")
    public Instant decidedAt;

    /** The admin who approved or refused it; absent if no approval was required. */
    @Column(name = "decided_by")
    public String decidedBy;

    /** The deadline for the admin's approval. */
    @Column(name = "answer_by")
    public Instant answerBy;

    /** For carriers that can't be told of the admin's approval: until when they may ask for the numbers again. */
    @Column(name = "wanted_until")
    Instant wantedUntil;

    @Column(name = "order_id")
    public UUID orderId;

    @Column(name = "idempotency_key")
    String idempotencyKey;

    /** Whether the organization's admins got an e-mail. */
    public boolean told;

    /** The user of the porting desk who typed it in; absent if the carrier sent it. */
    @Column(name = "entered_by")
    public String enteredBy;

    @Column(name = "not_us_at")
    public Instant notUsAt;

    @Column(name = "not_us_by")
    public String notUsBy;

    /** What made it unreadable; absent if it was read. */
    @Enumerated(EnumType.STRING)
    public RequestFault fault;

    /** The protocol element with the fault; absent if it concerns the whole request. */
    @Column(name = "fault_element")
    public String faultElement;

    /**
     * When its carrier, which was not answered yet, takes silence for an approval; absent if silence is no approval.
     */
    @Column(name = "silence_ends_at")
    public Instant silenceEndsAt;

    /** When its carrier last found the reason of a refusal invalid and began to wait again; absent if it never did. */
    @Column(name = "reopened_at")
    public Instant reopenedAt;

    @Version
    int version;

    private static PortOutRequest of(RequestingCarrier carrier, String pon, Instant now) {
        var request = new PortOutRequest();
        request.id = UUID.randomUUID();
        request.channel = carrier.channel();
        request.askerId = carrier.id();
        request.askerName = carrier.name();
        request.receivedAt = now;
        request.askedAt = now;
        request.timesAsked = 1;
        request.pon = readable(pon);
        return request;
    }

    /** @return a request that is refused because it can't be read */
    static PortOutRequest unreadable(RequestingCarrier carrier, String pon, RequestFault fault, String element,
            Instant now) {
        var request = of(carrier, pon, now);
        request.fault = fault;
        request.faultElement = element;
        request.refuse(List.of(Refusal.UNREADABLE), now);
        return request;
    }

    static PortOutRequest of(PortOutQuestion question, Instant now) {
        var request = of(question.asker(), question.pon(), now);
        request.subscriberName = readable(question.subscriberName());
        request.numberCount = question.numbers().size();
        request.numbers = question.numbers().size() > PortOutQuestion.MOST_NUMBERS ? null : text(question.numbers());
        request.idempotencyKey = question.idempotencyKey();
        request.silenceEndsAt = question.silenceEndsAt();
        request.enteredBy = question.enteredBy() == null ? null : question.enteredBy().name();
        request.verdict = Verdict.DECIDING;
        return request;
    }

    /**
     * Stores the requested numbers.
     *
     * @param unknown the numbers that are not ours
     * @param digest of the unknown numbers; null if there are none
     */
    void keepNumbers(Set<String> all, Set<String> unknown, String digest) {
        unknownCount = unknown.size();
        unknownDigest = digest;
        if (all.size() <= PortOutQuestion.MOST_NUMBERS) {
            numbers = text(all.stream().filter(number -> !unknown.contains(number)).toList());
        }
    }

    /**
     * Carriers' texts appear on pages and in e-mails; control characters in them could hide or reverse the text beside
     * them.
     */
    private static String readable(String text) {
        return text == null ? null : Readable.shown(text);
    }

    private static String text(Collection<String> e164) {
        return NumberRanges.compact(e164).stream()
                .map(range -> range.count() == 1 ? range.first() : range.first() + "-" + range.last())
                .collect(Collectors.joining(","));
    }

    /** @return this carrier's latest requests that have this fault and came after a moment, newest first */
    static List<PortOutRequest> unreadable(UUID askerId, RequestFault fault, Instant after, int limit) {
        return PortOutRequest
                .<PortOutRequest>find("fault = ?1 and askerId = ?2 and receivedAt > ?3 order by receivedAt desc", fault,
                        askerId, after)
                .page(0, limit).list();
    }

    /** @return whether it is the same fault in a request with the same PON */
    boolean isSameMistake(String otherPon, String otherElement) {
        return Objects.equals(faultElement, otherElement) && Objects.equals(pon, readable(otherPon));
    }

    /** @return how many of the organization's requests await an admin's approval */
    static long countAwaiting(UUID organizationId) {
        return count("organizationId = ?1 and verdict = ?2", organizationId, Verdict.AWAITING_APPROVAL);
    }

    /** @return the carrier name in the latest request with these credentials, if there is one */
    static Optional<String> nameOfAsker(UUID askerId) {
        return PortOutRequest.<PortOutRequest>find("askerId = ?1 order by receivedAt desc", askerId).page(0, 1)
                .stream().map(request -> request.askerName).findFirst();
    }

    public static Optional<PortOutRequest> byId(UUID id) {
        return findByIdOptional(id);
    }

    static Optional<PortOutRequest> byIdForUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @return the organization that has the requested numbers, if there is one */
    static Optional<UUID> organizationOf(UUID id) {
        return getEntityManager().createQuery("select organizationId from PortOutRequest where id = :id", UUID.class)
                .setParameter("id", id).getResultStream().filter(Objects::nonNull).findFirst();
    }

    /** @return the last request over this channel with that key of the requesting carrier */
    public static Optional<UUID> byKey(PortOutChannel channel, String key) {
        return PortOutRequest
                .<PortOutRequest>find("channel = ?1 and idempotencyKey = ?2 order by receivedAt desc", channel, key)
                .page(0, 1).firstResultOptional().map(request -> request.id);
    }

    /** @return the request, if it is this carrier's */
    public static Optional<PortOutRequest> ofAsker(UUID id, UUID askerId) {
        return find("id = ?1 and askerId = ?2", id, askerId).singleResultOptional();
    }

    /**
     * @return the request, if it is for this organization's numbers; other organizations' requests are treated as
     * missing
     */
    public static Optional<PortOutRequest> ofOrganization(UUID id, UUID organizationId) {
        return find("id = ?1 and organizationId = ?2", id, organizationId).singleResultOptional();
    }

    static Optional<Instant> firstReceived() {
        return Optional.ofNullable(getEntityManager()
                .createQuery("select min(receivedAt) from PortOutRequest", Instant.class).getSingleResult());
    }

    /** How many requests have a verdict, and how many of them were reported as unwanted. */
    record Count(Verdict verdict, long requests, long reported) {
    }

    /** @return the counts of the requests received from one moment (inclusive) to another (exclusive) */
    static List<Count> counts(Instant from, Instant to) {
        return getEntityManager()
                .createQuery("select verdict, count(*), count(notUsAt) from PortOutRequest where receivedAt >= :from"
                        + " and receivedAt < :to group by verdict", Object[].class)
                .setParameter("from", from).setParameter("to", to).getResultStream()
                .map(row -> new Count((Verdict) row[0], (Long) row[1], (Long) row[2])).toList();
    }

    /** @return how many refused requests the organization's admins got e-mails about since then */
    static long countTold(UUID organizationId, Instant since) {
        return count("organizationId = ?1 and receivedAt > ?2 and told = true and verdict = ?3", organizationId, since,
                Verdict.REFUSED);
    }

    /** @return the requests whose deadline for the admin's approval has passed */
    static List<UUID> withoutApproval(Instant now, int limit) {
        return getEntityManager()
                .createQuery(
                        "select id from PortOutRequest where verdict = :awaiting and answerBy <= :now order by answerBy, id",
                        UUID.class)
                .setParameter("awaiting", Verdict.AWAITING_APPROVAL)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** @return the requests that were left undecided */
    static List<UUID> left(Instant now, int limit) {
        return getEntityManager()
                .createQuery(
                        "select id from PortOutRequest where verdict = :deciding and askedAt <= :before order by askedAt, id",
                        UUID.class)
                .setParameter("deciding", Verdict.DECIDING)
                .setParameter("before", now.minus(LEFT_AFTER))
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * @return a request of this carrier for the same numbers, this one or an earlier one, that the admins have approved
     * without being able to tell the carrier
     */
    static Optional<PortOutRequest> wanted(PortOutRequest request, Instant now) {
        return PortOutRequest
                .<PortOutRequest>find("organizationId = ?1 and wantedUntil > ?2 and askerName = ?3 and numberCount = ?4"
                        + " order by wantedUntil desc", request.organizationId, now, request.askerName,
                        request.numberCount)
                .stream().filter(earlier -> earlier.numbers.equals(request.numbers)).findFirst();
    }

    void refuse(Collection<Refusal> reasons, Instant now) {
        decide(Verdict.REFUSED, reasons, now);
    }

    void await(Instant until, Instant now) {
        decide(Verdict.AWAITING_APPROVAL, List.of(Refusal.AWAITING_APPROVAL), now);
        answerBy = until;
    }

    /** @param order the order that the numbers leave with */
    void allow(UUID order, Instant now) {
        decide(Verdict.ALLOWED, List.of(), now);
        orderId = order;
        wantedUntil = null;
    }

    /** The numbers may leave when the carrier asks for them again. */
    void allowOnceAsked(Instant now) {
        decide(Verdict.ALLOWED, List.of(), now);
        orderId = null;
        wantedUntil = now.plus(WORD_KEPT);
    }

    /** The carrier has asked again, and the numbers leave with that order. */
    void fulfil(UUID order) {
        wantedUntil = null;
        if (verdict == Verdict.ALLOWED) {
            orderId = order;
        }
    }

    private void decide(Verdict decided, Collection<Refusal> reasons, Instant now) {
        verdict = decided;
        refusals = reasons.stream().map(Enum::name).collect(Collectors.joining(","));
        decidedAt = now;
    }

    void askedAgain(Instant now) {
        timesAsked++;
        askedAt = now;
    }

    /** @return whether it was left undecided */
    boolean isLeft(Instant now) {
        return verdict == Verdict.DECIDING && !askedAt.plus(LEFT_AFTER).isAfter(now);
    }

    /** @return the requesting carrier, as the audit trail names it */
    Actor asker() {
        return new Actor(askerId, askerName, null);
    }

    public Verdict getVerdict() {
        return verdict;
    }

    public List<Refusal> getRefusals() {
        return refusals.isEmpty() ? List.of() : Arrays.stream(refusals.split(",")).map(Refusal::valueOf).toList();
    }

    /** @return whether a PIN was compared for it and was wrong */
    boolean isGuess() {
        return pinRevision != null && getRefusals().contains(Refusal.PIN_INVALID);
    }

    /**
     * @return whether the PIN was compared and was right, or may have been; the organization may have changed its PIN
     * since
     */
    public boolean isPinRight() {
        return verdict != Verdict.DECIDING && pinRevision != null
                && getRefusals().stream().noneMatch(refusal -> refusal.getCheck() == PortOutCheck.PIN_RIGHT);
    }

    /** @return all checks in their order with their outcomes; empty until the request is decided */
    public Map<PortOutCheck, PortOutCheck.Outcome> getChecks() {
        return Arrays.stream(PortOutCheck.values()).filter(check -> verdict != Verdict.DECIDING)
                .filter(check -> check != PortOutCheck.WORD || decidedBy != null || answerBy != null)
                .filter(check -> check != PortOutCheck.IN_TIME || getRefusals().contains(Refusal.UNDECIDED))
                .filter(check -> check != PortOutCheck.READABLE || fault != null)
                .collect(Collectors.toMap(check -> check, this::outcome, (first, second) -> first, TreeMap::new));
    }

    /** If the provider does not require a PIN, there may be none to compare. */
    private PortOutCheck.Outcome outcome(PortOutCheck check) {
        if (check == PortOutCheck.WORD && verdict == Verdict.ALLOWED && decidedBy == null) {
            return PortOutCheck.Outcome.NOT_MADE;
        }
        var outcome = check.outcome(getRefusals());
        var isOfPin = check == PortOutCheck.PIN_SET || check == PortOutCheck.PIN_GIVEN
                || check == PortOutCheck.PIN_RIGHT;
        var isDecided = getRefusals().stream().allMatch(refusal -> refusal.getCheck() == PortOutCheck.WORD);
        return isOfPin && isDecided && pinRevision == null ? PortOutCheck.Outcome.NOT_MADE : outcome;
    }

    /**
     * @return the requested numbers that are ours, in as few ranges as possible; empty if there were too many to store
     */
    public List<NumberRange> getRanges() {
        return numbers == null || numbers.isEmpty() ? List.of()
                : Arrays.stream(numbers.split(",")).map(PortOutRequest::range).toList();
    }

    private static NumberRange range(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return new NumberRange(text, text, 1);
        }
        var first = text.substring(0, dash);
        var last = text.substring(dash + 1);
        return new NumberRange(first, last,
                (int) (Long.parseLong(last.substring(1)) - Long.parseLong(first.substring(1))) + 1);
    }

    /** @return the first numbers, for a list without room for all */
    public String getSummary() {
        var ranges = getRanges();
        return ranges.isEmpty() ? "" : ranges.get(0).getText() + (ranges.size() == 1 ? "" : ", …");
    }

    /** @return every number in E.164 */
    List<String> telephoneNumbers() {
        var all = new ArrayList<String>(numberCount);
        for (NumberRange range : getRanges()) {
            long first = Long.parseLong(range.first().substring(1));
            for (int i = 0; i < range.count(); i++) {
                all.add("+" + (first + i));
            }
        }
        return all;
    }

    /** @return whether the carrier could be told of a later decision */
    public boolean isAnsweredLater() {
        return channel.isAnsweredLater();
    }
}
