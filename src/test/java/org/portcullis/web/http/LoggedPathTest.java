package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedPathTest {

    @ParameterizedTest
    @CsvSource({"/password/5Qz7secret, /password/5Qz7secret, /password/…",
        "/set-up/5Qz7secret, /set-up/5Qz7secret, /set-up/…",
        "//password/./5Qz7secret, /password/5Qz7secret, /password/…",
        "/p%61ssword/5Qz7secret, /password/5Qz7secret, /password/…",
        "/account/password, /account/password, /account/password",
        "/port-orders/P-1, /port-orders/P-1, /port-orders/P-1"})
    void holdsNoOneTimeLink(String path, String normalized, String logged) {
        assertEquals(logged, LoggedPath.of(path, normalized));
    }
}
