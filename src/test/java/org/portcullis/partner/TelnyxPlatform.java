package org.portcullis.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Telnyx as a partner sees it, from its public documents alone (API reference "Number Portout", "Port-out orders",
 * "Port-Out Order Notifications", "Webhook signing"): it keeps port-outs, takes silence for an approval, reviews
 * rejections, and shows for each port-out whether its numbers leave. Of the portal it knows only the address of its
 * webhook.
 *
 * <p>It is longer than other classes because it has the whole life of a port-out. Its API is in {@link TelnyxHttp}, its
 * webhooks in {@link TelnyxWebhooks}.
 */
public final class TelnyxPlatform implements AutoCloseable {

    /** The documents say 24 to 48 hours; only the shorter time is guaranteed. */
    public static final Duration SILENCE = Duration.ofHours(24);

    static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, PortOut> portOuts = new LinkedHashMap<>();
    private final TelnyxHttp http;
    private final TelnyxWebhooks webhooks;
    private final Clock clock;
    private Duration passed = Duration.ZERO;
    private List<Code> codes = List.of(Code.OTHER, Code.INVALID_PIN);

    /**
     * Listens at a free port of this machine, and uses the real time.
     *
     * @param apiKey that the portal has to send
     * @param signingKeys Ed25519; the portal has the public key
     * @param webhook of the portal, such as {@code https://portal.example.com/carrier/telnyx/webhook}
     */
    public TelnyxPlatform(String apiKey, KeyPair signingKeys, URI webhook) {
        this(0, apiKey, signingKeys, webhook, Clock.systemUTC());
    }

    /**
     * @param port to listen at, or 0 for any
     * @param clock for the signatures of webhooks; all other times are later by what {@link #pass} has added
     */
    public TelnyxPlatform(int port, String apiKey, KeyPair signingKeys, URI webhook, Clock clock) {
        this.clock = clock;
        this.webhooks = new TelnyxWebhooks(signingKeys.getPrivate(), webhook, clock);
        this.http = new TelnyxHttp(this, port, apiKey);
    }

    /** The status of a port-out. */
    public enum Status {
        PENDING("pending"), AUTHORIZED("authorized"), REJECTED_PENDING("rejected-pending"), REJECTED("rejected"),
        PORTED("ported"),
        CANCELED("canceled");

        final String word;

        Status(String word) {
            this.word = word;
        }
    }

    /** Where the numbers are, or will be. */
    public enum Fate {
        /** The port-out awaits an answer, and there is still time. */
        WAITS,
        /** The numbers leave on the FOC date. */
        LEAVES,
        /** The numbers have left. */
        LEFT,
        /** The numbers stay in place. */
        STAYS
    }

    /** A code for rejections of a port-out. */
    public record Code(int code, String description, boolean reasonRequired) {

        public static final Code OTHER = new Code(1001, "Other", true);
        public static final Code INVALID_PIN = new Code(1002, "Invalid PIN", false);
    }

    /** The gaining carrier's request; all fields but the numbers may be null. */
    public record Request(List<String> numbers, String carrier, String pin, String pon, String subscriber) {
    }

    /** An accepted answer. */
    public record Answer(Status status, Integer code, String reason, Instant at) {
    }

    static final class PortOut {

        final String id = UUID.randomUUID().toString();
        Request request;
        Status status = Status.PENDING;
        Instant createdAt;
        Instant updatedAt;
        Instant waitsUntil;
        Instant focDate;
        boolean bySilence;
        final List<Answer> answers = new ArrayList<>();
        final List<ObjectNode> comments = new ArrayList<>();

        Answer lastAnswer() {
            return answers.isEmpty() ? null : answers.get(answers.size() - 1);
        }
    }

    /** @return the address of its API, for the portal's settings */
    public URI url() {
        return http.url();
    }

    /** @return the time that automatic approval is based on */
    public Instant now() {
        return clock.instant().plus(passed).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Advances the time of this stand-in only. */
    public synchronized void pass(Duration time) {
        passed = passed.plus(time);
        settle();
    }

    /** Sets the codes that port-outs can be rejected with. */
    public synchronized void list(Code... eligible) {
        codes = List.of(eligible);
    }

    /** @return the id of a new port-out, which awaits an answer */
    public synchronized String open(Request request) {
        return open(request, now());
    }

    /** A port-out that has been waiting since then, such as while the portal was unreachable. */
    public synchronized String open(Request request, Instant since) {
        var portOut = new PortOut();
        portOut.request = request;
        portOut.createdAt = since;
        portOut.updatedAt = since;
        portOut.waitsUntil = since.plus(SILENCE);
        portOuts.put(portOut.id, portOut);
        announceStatus(portOut, since);
        return portOut.id;
    }

    /** Porting operations found the reason of the rejection valid. */
    public synchronized void acceptRejection(String id) {
        move(id, Status.REJECTED, Status.REJECTED_PENDING);
    }

    /**
     * Porting operations found the reason invalid: the port-out waits for another answer, and the period until
     * automatic approval starts again.
     */
    public synchronized void findInvalid(String id) {
        move(id, Status.PENDING, Status.REJECTED_PENDING);
        found(id).waitsUntil = now().plus(SILENCE);
    }

    /** The same, after the gaining carrier has sent another PIN. */
    public synchronized void findInvalid(String id, String pin) {
        var request = found(id).request;
        found(id).request = new Request(request.numbers, request.carrier, pin, request.pon, request.subscriber);
        findInvalid(id);
    }

    /** The numbers have moved. */
    public synchronized void port(String id) {
        move(id, Status.PORTED, Status.AUTHORIZED);
    }

    /** The gaining carrier withdraws the port-out. */
    public synchronized void cancel(String id) {
        move(id, Status.CANCELED, Status.PENDING, Status.AUTHORIZED, Status.REJECTED_PENDING);
    }

    /** An answer in Telnyx's own web portal instead of the API. */
    public synchronized void answerByHand(String id, Status status, String reason) {
        take(found(id), new Answer(status, status == Status.REJECTED_PENDING ? Code.OTHER.code : null, reason, now()));
    }

    public synchronized void setFocDate(String id, Instant focDate) {
        var portOut = found(id);
        portOut.focDate = focDate;
        portOut.updatedAt = now();
        webhooks.add(id, "portout.foc_date_changed",
                JSON.createObjectNode().put("id", id).put("foc_date", focDate.toString())
                        .put("user_id", TelnyxHttp.USER),
                now());
    }

    /** @return the id of the comment */
    public synchronized String comment(String id, String words) {
        var commentId = UUID.randomUUID().toString();
        found(id).comments
                .add(JSON.createObjectNode().put("record_type", "portout").put("id", commentId).put("body", words)
                        .put("portout_id", id).putNull("user_id").put("created_at", now().toString()));
        webhooks.add(id, "portout.new_comment",
                JSON.createObjectNode().put("id", commentId).put("portout_id", id).put("comment", words)
                        .putNull("user_id"),
                now());
        return commentId;
    }

    /** @return where the numbers are, or will be, at this time */
    public synchronized Fate fate(String id) {
        settle();
        return switch (found(id).status) {
            case PENDING -> Fate.WAITS;
            case AUTHORIZED -> Fate.LEAVES;
            case PORTED -> Fate.LEFT;
            case REJECTED_PENDING, REJECTED, CANCELED -> Fate.STAYS;
        };
    }

    public synchronized Status status(String id) {
        settle();
        return found(id).status;
    }

    /** @return whether the port-out was approved automatically */
    public synchronized boolean isBySilence(String id) {
        settle();
        return found(id).bySilence;
    }

    /** @return when the port-out is or was approved automatically */
    public synchronized Instant waitsUntil(String id) {
        return found(id).waitsUntil;
    }

    /** @return all accepted answers, oldest first */
    public synchronized List<Answer> answers(String id) {
        return List.copyOf(found(id).answers);
    }

    /** @return whether an answer was given twice with the same text and code */
    public synchronized boolean isAnsweredTheSameTwice(String id) {
        var said = found(id).answers.stream().filter(answer -> answer.status == Status.REJECTED_PENDING)
                .map(answer -> answer.code + " " + answer.reason).toList();
        return said.stream().distinct().count() < said.size();
    }

    public synchronized List<String> ids() {
        return List.copyOf(portOuts.keySet());
    }

    /** @return its webhooks, to be sent by the test */
    public TelnyxWebhooks webhooks() {
        return webhooks;
    }

    /** @return its API, with the received requests and injected failures */
    public TelnyxHttp api() {
        return http;
    }

    /** Applies the automatic approval once the time is up. */
    synchronized void settle() {
        portOuts.values().stream().filter(each -> each.status == Status.PENDING && !now().isBefore(each.waitsUntil))
                .forEach(each -> {
                    each.bySilence = true;
                    enter(each, Status.AUTHORIZED, now());
                });
    }

    synchronized void take(PortOut portOut, Answer answer) {
        portOut.answers.add(answer);
        enter(portOut, answer.status, answer.at);
    }

    private void move(String id, Status to, Status... from) {
        settle();
        var portOut = found(id);
        if (!List.of(from).contains(portOut.status)) {
            throw new IllegalStateException("Telnyx does not move a port-out from " + portOut.status + " to " + to);
        }
        enter(portOut, to, now());
    }

    private void enter(PortOut portOut, Status status, Instant at) {
        portOut.status = status;
        portOut.updatedAt = at;
        announceStatus(portOut, at);
    }

    private void announceStatus(PortOut portOut, Instant at) {
        var request = portOut.request;
        var payload = JSON.createObjectNode().put("id", portOut.id).put("status", portOut.status.word)
                .put("carrier_name", request.carrier).put("spid", "073H").put("subscriber_name", request.subscriber)
                .put("attempted_pin", request.pin).put("user_id", TelnyxHttp.USER).put("pon", request.pon);
        payload.set("phone_numbers", JSON.valueToTree(request.numbers));
        var answer = portOut.lastAnswer();
        payload.put("rejection_reason",
                answer == null || portOut.status != Status.REJECTED_PENDING ? null : answer.reason);
        webhooks.add(portOut.id, "portout.status_changed", payload, at);
    }

    synchronized PortOut portOut(String id) {
        settle();
        return portOuts.get(id);
    }

    private PortOut found(String id) {
        var portOut = portOuts.get(id);
        if (portOut == null) {
            throw new IllegalArgumentException("Telnyx has no port-out " + id);
        }
        return portOut;
    }

    synchronized List<PortOut> all() {
        settle();
        return portOuts.values().stream().collect(Collectors.toCollection(ArrayList::new));
    }

    synchronized List<Code> codes() {
        return codes;
    }

    @Override
    public void close() {
        http.close();
    }
}
