package org.portcullis.order;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A position in a sorted list. Pages begin after it or end before it, so that the 40,000th page is as fast as the
 * first, and new orders shift nothing.
 *
 * @param sort the list's sort order; a position is valid only within it
 * @param key the sort value of the order at this position, as text
 * @param id of the order at this position, because values may be equal
 */
public record Cursor(String sort, String key, UUID id) {

    private static final String SEPARATOR = "\n";
    private static final int LONGEST = 1_500;

    /** @return the cursor with this text; empty if {@link #text()} can't have written it for that sort order */
    public static Optional<Cursor> parse(String sort, String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (parts.length != 3 || !parts[0].equals(sort) || parts[1].chars().anyMatch(Character::isISOControl)) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(sort, parts[1], UUID.fromString(parts[2])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String text() {
        var bytes = String.join(SEPARATOR, sort, key, id.toString()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
