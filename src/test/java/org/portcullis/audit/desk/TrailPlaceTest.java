package org.portcullis.audit.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailPlaceTest {

    @Test
    void comesBackAsItWas() {
        var place = new TrailPlace(Instant.parse("2026-06-02T12:30:00.123456Z"), UUID.randomUUID());
        assertEquals(Optional.of(place), TrailPlace.parse(place.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1_", "x_00000000-0000-4000-8000-000000000001",
        "1_------------------------------------",
        "-1_00000000-0000-4000-8000-000000000001", "999999999999999999_00000000-0000-4000-8000-000000000001"})
    void isNothingElse(String text) {
        assertEquals(Optional.empty(), TrailPlace.parse(text));
    }
}
