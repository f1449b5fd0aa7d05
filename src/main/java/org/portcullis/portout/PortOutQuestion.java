package org.portcullis.portout;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.pin.PortOutPinPolicy;
import org.portcullis.portout.carrier.RequestingCarrier;

/**
 * A carrier's question whether numbers may leave. An empty text is one that was given without a value; null is one that
 * was not given at all.
 */
public final class PortOutQuestion {

    /** As many as one request may ask for. */
    public static final int MOST_NUMBERS = 20_000;

    private final RequestingCarrier carrier;
    private final Set<String> numbers;
    private String pon;
    private String pin;
    private String accountNumber;
    private String zip;
    private String subscriberName;
    private String idempotencyKey;
    private String address;
    private Instant arrivedAt;
    private Instant silenceEndsAt;
    private Instant latestApproval;
    private Actor enteredBy;
    private UUID earlier;
    private byte[] body = {};

    /** @param numbers in E.164; one that is there twice is asked for once */
    public PortOutQuestion(RequestingCarrier carrier, Collection<String> numbers) {
        this.carrier = carrier;
        this.numbers = new LinkedHashSet<>(numbers);
    }

    /** @param words at most 25 characters */
    public PortOutQuestion withPon(String words) {
        pon = words;
        return this;
    }

    /** @param digits as they came, blanks around them do no harm; kept nowhere */
    public PortOutQuestion withPin(String digits) {
        pin = digits == null ? null : PortOutPinPolicy.trimmed(digits);
        return this;
    }

    public PortOutQuestion withAccount(String number, String zipCode) {
        accountNumber = number;
        zip = zipCode;
        return this;
    }

    /** @param name for information only, at most 93 characters */
    public PortOutQuestion withSubscriber(String name) {
        subscriberName = name;
        return this;
    }

    /** @param bytes of the request as they came, by which a retry is known */
    public PortOutQuestion withBody(byte[] bytes) {
        body = bytes.clone();
        return this;
    }

    /** @param key that the asker gave the request, at most 255 characters */
    public PortOutQuestion withIdempotencyKey(String key) {
        idempotencyKey = key;
        return this;
    }

    /** @param person of the porting desk who typed in what a carrier mailed or said */
    public PortOutQuestion enteredBy(Actor person) {
        enteredBy = person;
        return this;
    }

    /** @param network that it was asked from; where the porting desk asks, its own */
    public PortOutQuestion from(String network) {
        address = network;
        return this;
    }

    /** @param moment since when the asker waits, where it may have waited before anybody could look at its question */
    public PortOutQuestion arrivedAt(Instant moment) {
        arrivedAt = moment;
        return this;
    }

    /**
     * The carrier takes it for a yes if it hears nothing.
     *
     * @param endsAt until when it waits
     * @param approvalUntil until when an admin's word can still be told in time
     */
    public PortOutQuestion withSilence(Instant endsAt, Instant approvalUntil) {
        silenceEndsAt = endsAt;
        latestApproval = approvalUntil;
        return this;
    }

    /** @param refused request that this question puts once more, with another PIN; or null */
    public PortOutQuestion again(UUID refused) {
        earlier = refused;
        return this;
    }

    /** @return who asks and from where, and nothing else: what is kept for a while must not hold a PIN */
    PortOutQuestion withoutSecrets() {
        return new PortOutQuestion(carrier, Set.of()).from(address);
    }

    RequestingCarrier asker() {
        return carrier;
    }

    Set<String> numbers() {
        return numbers;
    }

    String pon() {
        return pon;
    }

    String pin() {
        return pin;
    }

    String accountNumber() {
        return accountNumber;
    }

    String zip() {
        return zip;
    }

    String subscriberName() {
        return subscriberName;
    }

    String idempotencyKey() {
        return idempotencyKey;
    }

    String address() {
        return address;
    }

    /** @return since when the asker waits */
    Instant waitingSince(Instant now) {
        return arrivedAt == null ? now : arrivedAt;
    }

    Instant silenceEndsAt() {
        return silenceEndsAt;
    }

    /** @return until when the admins have time for their word, if they are given that long for it */
    Instant approvalUntil(Instant wanted) {
        return latestApproval == null || wanted.isBefore(latestApproval) ? wanted : latestApproval;
    }

    UUID earlier() {
        return earlier;
    }

    Actor enteredBy() {
        return enteredBy;
    }

    byte[] body() {
        return Arrays.copyOf(body, body.length);
    }

    /** Without the PIN, wherever it is printed. */
    @Override
    public String toString() {
        return "PortOutQuestion[" + carrier + ", " + numbers.size() + " numbers, PON " + pon + "]";
    }
}
