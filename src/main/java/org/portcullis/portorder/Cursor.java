package org.portcullis.portorder;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in the list of orders, newest first: pages begin after it or end before it, so that the 40,000th page costs
 * what the first does, and orders that come in meanwhile shift nothing.
 */
record Cursor(Instant createdAt, UUID id) {

    private static final int BYTES = 3 * Long.BYTES;

    static Cursor of(PortOrder order) {
        return new Cursor(order.getCreatedAt(), order.id);
    }

    /** @return the cursor with this text; nothing for a text that {@link #text()} never made */
    static Optional<Cursor> parse(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new Cursor(Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS),
                    new UUID(buffer.getLong(), buffer.getLong())));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    String text() {
        var buffer = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }
}
