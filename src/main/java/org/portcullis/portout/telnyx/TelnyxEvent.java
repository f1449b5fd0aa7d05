package org.portcullis.portout.telnyx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A webhook about a port-out. It may hold a PIN, and is not stored. */
final class TelnyxEvent {

    private static final String STATUS_CHANGED = "portout.status_changed";
    private static final String FOC_DATE_CHANGED = "portout.foc_date_changed";
    private static final String NEW_COMMENT = "portout.new_comment";
    private static final int LONGEST_PON = 25;
    private static final int LONGEST_SUBSCRIBER = 93;
    private static final int LONGEST_ACCOUNT = 25;
    private static final int LONGEST_ZIP = 15;

    private final String type;
    private final Instant occurredAt;
    private final JsonObject payload;

    private TelnyxEvent(String type, Instant occurredAt, JsonObject payload) {
        this.type = type;
        this.occurredAt = occurredAt;
        this.payload = payload;
    }

    /** The body is no event. The exception quotes nothing of it, since it may hold a PIN. */
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
            var occurredAt = TelnyxTexts.time(data.getString("occurred_at"), now);
            return new TelnyxEvent(data.getString("event_type"), occurredAt, payload(data));
        } catch (RuntimeException e) {
            // Neither the cause nor the log gets the parser's message: it may quote the body.
            throw new MalformedException();
        }
    }

    private static JsonObject payload(JsonObject data) {
        return data.getValue("payload") instanceof JsonObject payload ? payload : new JsonObject();
    }

    /** @return whether it reports a port-out's status; Telnyx sends many other events to the same address */
    boolean isOfPortOut() {
        return STATUS_CHANGED.equals(type);
    }

    /** @return whether it reports the FOC date */
    boolean isOfDate() {
        return FOC_DATE_CHANGED.equals(type);
    }

    /** @return whether it is a comment on a port-out */
    boolean isOfComment() {
        return NEW_COMMENT.equals(type);
    }

    Instant occurredAt() {
        return occurredAt;
    }

    /** @return whether it has the port-out's id and status */
    boolean isUsable() {
        return id() != null && payload.getValue("status") instanceof String;
    }

    /** @return Telnyx's id of the port-out, or null */
    String id() {
        return id(isOfComment() ? "portout_id" : "id");
    }

    /** @return Telnyx's id of the comment, or null */
    String commentId() {
        return id("id");
    }

    private String id(String name) {
        return payload.getValue(name) instanceof String id && TelnyxTexts.isId(id) ? id : null;
    }

    /** @return the comment, or null if it has no readable text */
    String comment() {
        return payload.getValue("comment") instanceof String words ? TelnyxTexts.comment(words) : null;
    }

    /** @return empty if there is no date, or it can't be read */
    Optional<Instant> focAt() {
        return TelnyxTexts.date(payload.getValue("foc_date") instanceof String text ? text : null);
    }

    /** @return empty for an unknown status */
    Optional<TelnyxStatus> status() {
        return TelnyxStatus.of(payload.getValue("status") instanceof String status ? status : null);
    }

    /** @return the gaining carrier */
    String carrier() {
        return TelnyxTexts.carrier(payload.getValue("carrier_name") instanceof String name ? name : null);
    }

    /** @return in E.164; empty if one of them can't be read */
    List<String> numbers() {
        var numbers = payload.getValue("phone_numbers") instanceof JsonArray array
                ? array.stream().map(TelnyxEvent::number).toList()
                : List.<Optional<String>>of();
        return numbers.stream().allMatch(Optional::isPresent) ? numbers.stream().map(Optional::orElseThrow).toList()
                : List.of();
    }

    private static Optional<String> number(Object value) {
        var digits = value instanceof String text ? text.replaceAll("[ ().-]", "") : "";
        return digits.matches("\\+[1-9][0-9]{6,14}") ? Optional.of(digits)
                : digits.matches("1?[2-9][0-9]{9}") ? Optional.of("+1" + digits.substring(digits.length() - 10))
                        : Optional.empty();
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
        return Optional.ofNullable(text("subscriber_name", LONGEST_SUBSCRIBER))
                .orElseGet(() -> text("end_user_name", LONGEST_SUBSCRIBER));
    }

    private String text(String name, int longest) {
        return TelnyxTexts.line(payload.getValue(name) instanceof String value ? value : null, longest);
    }

    /** Omits the PIN, since the text may be logged. */
    @Override
    public String toString() {
        return "TelnyxEvent[" + type + ", " + id() + "]";
    }
}
