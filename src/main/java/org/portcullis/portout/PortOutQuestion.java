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
 * A carrier's request as the checks see it. A field that was given without a value is an empty text; one that was not
 * given is null.
 */
public final class PortOutQuestion {

    /** The most numbers in one request. */
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

    /** @param numbers in E.164; duplicates count once */
    public PortOutQuestion(RequestingCarrier carrier, Collection<String> numbers) {
        this.carrier = carrier;
        this.numbers = new LinkedHashSet<>(numbers);
    }

    /** @param words the PON, at most 25 characters */
    public PortOutQuestion withPon(String words) {
        pon = words;
        return this;
    }

    /** @param digits the PIN as sent, possibly with blanks around it; it is never stored */
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

    /** @param bytes the request's body, by which a retry is recognized */
    public PortOutQuestion withBody(byte[] bytes) {
        body = bytes.clone();
        return this;
    }

    /** @param key of the request, chosen by the requesting carrier, at most 255 characters */
    public PortOutQuestion withIdempotencyKey(String key) {
        idempotencyKey = key;
        return this;
    }

    /** @param person the user of the porting desk who typed in a request that a carrier mailed or phoned in */
    public PortOutQuestion enteredBy(Actor person) {
        enteredBy = person;
        return this;
    }

    /** @param network the client's network address; for the porting desk, the desk user's */
    public PortOutQuestion from(String network) {
        address = network;
        return this;
    }

    /** @param moment when the request arrived, if it was queued before it was processed */
    public PortOutQuestion arrivedAt(Instant moment) {
        arrivedAt = moment;
        return this;
    }

    /**
     * The carrier takes silence for an approval.
     *
     * @param endsAt when it does so
     * @param approvalUntil the latest moment at which an admin's approval can still be sent in time
     */
    public PortOutQuestion withSilence(Instant endsAt, Instant approvalUntil) {
        silenceEndsAt = endsAt;
        latestApproval = approvalUntil;
        return this;
    }

    /** @param refused the request that this one repeats with another PIN; or null */
    public PortOutQuestion again(UUID refused) {
        earlier = refused;
        return this;
    }

    /** @return only the carrier and its address: an object that is kept for a while must not hold a PIN */
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

    /** @return when the requesting carrier began to wait */
    Instant waitingSince(Instant now) {
        return arrivedAt == null ? now : arrivedAt;
    }

    Instant silenceEndsAt() {
        return silenceEndsAt;
    }

    /** @return the deadline for the admin's approval, at most the given moment */
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

    /** Omits the PIN, since the text may be logged. */
    @Override
    public String toString() {
        return "PortOutQuestion[" + carrier + ", " + numbers.size() + " numbers, PON " + pon + "]";
    }
}
