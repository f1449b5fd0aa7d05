package org.portcullis.portout.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedCredentialTest {

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<PresentedCredential> in(String header) {
        return PresentedCredential.in(List.of(header), Protocol.API);
    }

    @Test
    void isReadAsUserNameAndSecret() {
        assertEquals(Optional.of(new PresentedCredential("api-1", "a:b")), in(basic("api-1:a:b")));
        assertEquals(Optional.of(new PresentedCredential("api-1", "é")),
                in(basic("api-1:é").replace("Basic", "bASIC")));
    }

    @Test
    void isReadAsOneKeyForTheApiOnly() {
        assertEquals(Optional.of(new PresentedCredential("api-1", "a.b")), in("Bearer api-1.a.b"));
        assertEquals(Optional.empty(), PresentedCredential.in(List.of("Bearer bw-1.a"), Protocol.BANDWIDTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic %%%", "Basic YXBp", "Basic OnNlY3JldA==", "Basic /////w==",
        "Digest api-1:a", "Bearer", "Bearer nothing",
        "Basic YQE6Yg=="})
    void isNothingWhereItCantBeRead(String header) {
        assertEquals(Optional.empty(), in(header));
    }

    @Test
    void isNothingWhereThereAreTwoOrTooMuch() {
        assertEquals(Optional.empty(), PresentedCredential.in(List.of(basic("a:b"), basic("a:b")), Protocol.API));
        assertEquals(Optional.empty(), in(basic("a:" + "b".repeat(500))));
    }

    @Test
    void isNeverWrittenDown() {
        assertFalse(new PresentedCredential("api-1", "secret").toString().contains("secret"));
        assertFalse(new NewSecret("api-1", "a quiet one").toString().contains("quiet"));
    }
}
