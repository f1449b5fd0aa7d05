package org.portcullis.telnyx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.portcullis.web.Cut;

/** What a webhook says of a port-out. It may hold a PIN, and is kept nowhere. */
final class TelnyxEvent {

    private static final String TYPE = "portout.status_changed";
    private static final int LONGEST_PON = 25;
    private static final int LONGEST_SUBSCRIBER = 93;
    private static final int LONGEST_ACCOUNT = 25;
    private static final int LONGEST_ZIP = 15;
    /** With its channel, a carrier's name is what its wrong PINs are counted under. */
    private static final int LONGEST_CARRIER = 70;

    private final String type;
    private final Instant occurredAt;
    private final JsonObject payload;

    private TelnyxEvent(String type, Instant occurredAt, JsonObject payload) {
        this.type = type;
        this.occurredAt = occurredAt;
        this.payload = payload;
    }

    /** The body is no event. It quotes nothing of it, for that may be a PIN. */
    static final class MalformedException extends Exception {

        MalformedException() {
            super("A webhook of Telnyx is no event");
        }
    }

    static TelnyxEvent of(byte[] body, Instant now) throws MalformedException {
        try {
            var data = Buffer.buffer(body).toJsonObject().getJsonObject("data");
            if (data == null) {
                throw new MalformedException();
            }
            return new TelnyxEvent(data.getString("event_type"), time(data.getString("occurred_at"), now), payload(data));
        } catch (RuntimeException e) {
            // Neither kept nor logged: it may quote the body.
            throw new MalformedException();
        }
    }

    private static JsonObject payload(JsonObject data) {
        return data.getValue("payload") instanceof JsonObject payload ? payload : new JsonObject();
    }

    /** Silence is counted from then on, so that a time that is still to come is none. */
    static Instant time(String text, Instant now) {
        try {
            var time = text == null ? now : OffsetDateTime.parse(text).toInstant();
            return time.isAfter(now) ? now : time;
        } catch (DateTimeException e) {
            return now;
        }
    }

    /** @return whether it says where a port-out stands; Telnyx sends much else to the same address */
    boolean isOfPortOut() {
        return TYPE.equals(type);
    }

    Instant occurredAt() {
        return occurredAt;
    }

    /** @return whether it says of which port-out, and where that stands */
    boolean isUsable() {
        return id() != null && payload.getValue("status") instanceof String;
    }

    /** @return Telnyx's id of the port-out, or null */
    String id() {
        return payload.getValue("id") instanceof String id && isId(id) ? id : null;
    }

    static boolean isId(String text) {
        return text.matches("[A-Za-z0-9-]{1,64}");
    }

    /** @return nothing for a status that Telnyx has invented since */
    Optional<TelnyxStatus> status() {
        return TelnyxStatus.of(payload.getValue("status") instanceof String status ? status : null);
    }

    /** @return the gaining carrier */
    String carrier() {
        return carrier(payload);
    }

    static String carrier(JsonObject portOut) {
        return Optional.ofNullable(text(portOut, "carrier_name", LONGEST_CARRIER)).orElse("Telnyx");
    }

    /** @return in E.164; nothing if one of them can't be read, so that they are nobody's numbers */
    List<String> numbers() {
        var numbers = payload.getValue("phone_numbers") instanceof JsonArray array
                ? array.stream().map(TelnyxEvent::number).toList() : List.<Optional<String>>of();
        return numbers.stream().allMatch(Optional::isPresent) ? numbers.stream().map(Optional::orElseThrow).toList() : List.of();
    }

    private static Optional<String> number(Object value) {
        var digits = value instanceof String text ? text.replaceAll("[ ().-]", "") : "";
        return digits.matches("\\+[1-9][0-9]{6,14}") ? Optional.of(digits)
                : digits.matches("1?[2-9][0-9]{9}") ? Optional.of("+1" + digits.substring(digits.length() - 10)) : Optional.empty();
    }

    String pin() {
        var pin = payload.getValue("attempted_pin");
        return pin instanceof String || pin instanceof Number ? pin.toString() : null;
    }

    String pon() {
        return text("pon", LONGEST_PON);
    }

    String accountNumber() {
        return text("account_number", LONGEST_ACCOUNT);
    }

    String zip() {
        return text("zip", LONGEST_ZIP);
    }

    String subscriber() {
        return Optional.ofNullable(text("subscriber_name", LONGEST_SUBSCRIBER)).orElseGet(() -> text("end_user_name", LONGEST_SUBSCRIBER));
    }

    private String text(String name, int longest) {
        return text(payload, name, longest);
    }

    private static String text(JsonObject portOut, String name, int longest) {
        var text = portOut.getValue(name) instanceof String value ? value.replaceAll("\\p{Cntrl}", "").strip() : "";
        return text.isEmpty() ? null : Cut.to(text, longest);
    }

    /** Without the PIN, wherever it is printed. */
    @Override
    public String toString() {
        return "TelnyxEvent[" + type + ", " + id() + "]";
    }
}
