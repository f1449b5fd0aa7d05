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
 * Telnyx as a partner sees it, from its public documents alone (API reference "Number Portout", "Port-out orders", "Port-Out
 * Order Notifications", "Webhook signing"): it keeps port-outs, takes silence for an authorization, reviews rejections, and
 * says of each port-out whether its numbers leave. It knows nothing of the portal but the address of its webhook.
 *
 * <p>Longer than other classes: the life of a port-out stands here as a whole. Its API is in {@link TelnyxHttp}, its webhooks
 * in {@link TelnyxWebhooks}.
 */
public final class TelnyxPlatform implements AutoCloseable {

    /** The documents say 24 to 48 hours; only the shorter one can be counted on. */
    public static final Duration SILENCE = Duration.ofHours(24);

    static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, PortOut> portOuts = new LinkedHashMap<>();
    private final TelnyxHttp http;
    private final TelnyxWebhooks webhooks;
    private final Clock clock;
    private Duration passed = Duration.ZERO;
    private List<Code> codes = List.of(Code.OTHER, Code.INVALID_PIN);

    /**
     * At a free port of this machine, by the real time.
     *
     * @param apiKey that the portal has to give
     * @param signingKeys Ed25519; the portal is told the public one
     * @param webhook of the portal, such as {@code https://portal.example.com/carrier/telnyx/webhook}
     */
    public TelnyxPlatform(String apiKey, KeyPair signingKeys, URI webhook) {
        this(0, apiKey, signingKeys, webhook, Clock.systemUTC());
    }

    /**
     * @param port where it listens, or 0 for any
     * @param clock that webhooks are signed by; what is let pass comes on top of it for all else
     */
    public TelnyxPlatform(int port, String apiKey, KeyPair signingKeys, URI webhook, Clock clock) {
        this.clock = clock;
        this.webhooks = new TelnyxWebhooks(signingKeys.getPrivate(), webhook, clock);
        this.http = new TelnyxHttp(this, port, apiKey);
    }

    /** Where a port-out stands. */
    public enum Status {
        PENDING("pending"), AUTHORIZED("authorized"), REJECTED_PENDING("rejected-pending"), REJECTED("rejected"),
        PORTED("ported"),
        CANCELED("canceled");

        final String word;

        Status(String word) {
            this.word = word;
        }
    }

    /** What becomes of the numbers, as things stand. */
    public enum Fate {
        /** It waits for an answer, and there is still time. */
        WAITS,
        /** They leave on the FOC date. */
        LEAVES,
        /** They have left. */
        LEFT,
        /** They stay where they are. */
        STAYS
    }

    /** A code that a port-out can be rejected with. */
    public record Code(int code, String description, boolean reasonRequired) {

        public static final Code OTHER = new Code(1001, "Other", true);
        public static final Code INVALID_PIN = new Code(1002, "Invalid PIN", false);
    }

    /** What the gaining carrier asks for; all but the numbers may be null. */
    public record Request(List<String> numbers, String carrier, String pin, String pon, String subscriber) {
    }

    /** An answer that was taken. */
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

    /** @return where its API is, to be given to the portal */
    public URI url() {
        return http.url();
    }

    /** @return the time by which silence is counted */
    public Instant now() {
        return clock.instant().plus(passed).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Lets time pass here, and nowhere else. */
    public synchronized void pass(Duration time) {
        passed = passed.plus(time);
        settle();
    }

    /** From now on, these are the codes that port-outs can be rejected with. */
    public synchronized void list(Code... eligible) {
        codes = List.of(eligible);
    }

    /** @return the id of a new port-out, which waits for an answer */
    public synchronized String open(Request request) {
        return open(request, now());
    }

    /** A port-out that waits since then, such as while the portal could not be reached. */
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

    /** Porting operations found the reason invalid: the port-out waits for another answer, and silence is counted anew. */
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

    /** The gaining carrier does not want them any more. */
    public synchronized void cancel(String id) {
        move(id, Status.CANCELED, Status.PENDING, Status.AUTHORIZED, Status.REJECTED_PENDING);
    }

    /** An answer that a person gives in Telnyx's own portal, and not the API. */
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

    /** @return what becomes of the numbers, as things stand now */
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

    /** @return whether the time was up without an answer */
    public synchronized boolean isBySilence(String id) {
        settle();
        return found(id).bySilence;
    }

    /** @return when silence is taken for an authorization, or was */
    public synchronized Instant waitsUntil(String id) {
        return found(id).waitsUntil;
    }

    /** @return every answer that was taken, the first one first */
    public synchronized List<Answer> answers(String id) {
        return List.copyOf(found(id).answers);
    }

    /** @return whether an answer was given twice in the very same words and with the same code */
    public synchronized boolean isAnsweredTheSameTwice(String id) {
        var said = found(id).answers.stream().filter(answer -> answer.status == Status.REJECTED_PENDING)
                .map(answer -> answer.code + " " + answer.reason).toList();
        return said.stream().distinct().count() < said.size();
    }

    public synchronized List<String> ids() {
        return List.copyOf(portOuts.keySet());
    }

    /** @return what its webhooks say, and the means to send them */
    public TelnyxWebhooks webhooks() {
        return webhooks;
    }

    /** @return its API: what was asked of it, and how it is to fail */
    public TelnyxHttp api() {
        return http;
    }

    /** Silence is an authorization once the time is up. */
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
