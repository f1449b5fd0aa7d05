package org.portcullis.portorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void survivesTheAddress() {
        var cursor = new Cursor(Instant.parse("2026-06-02T12:30:05.123456Z"), UUID.randomUUID());
        assertEquals(Optional.of(cursor), Cursor.parse(cursor.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zzz", "§", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void ignoresWhatItNeverMade(String text) {
        assertEquals(Optional.empty(), Cursor.parse(text));
    }
}
