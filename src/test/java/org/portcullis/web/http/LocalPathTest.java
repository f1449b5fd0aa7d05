package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/port-orders", "/port-orders?state=open&q=a%20b", "/port-orders/PC23456789AB"})
    void keepsPathsOfThisSite(String path) {
        assertEquals(path, LocalPath.of(path));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "port-orders", "//evil.example", "///evil.example", "/\\evil.example",
        "\\/evil.example",
        "https://evil.example/", "javascript:alert(1)", "/a b", "/a\nLocation: https://evil.example",
        "/\t/evil.example", "/%", "/\u0000",
        "/\\\\evil.example", " /port-orders"})
    void sendsEverythingElseToTheStart(String path) {
        assertEquals("/", LocalPath.of(path));
    }

    @Test
    void doesNotCarryEndlessPaths() {
        assertEquals("/", LocalPath.of("/" + "a".repeat(5_000)));
    }
}
