package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    private static AddressRange range(String text) {
        return AddressRange.read(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 192.0.2.7/32", "192.0.2.7/24, 192.0.2.0/24", "2001:DB8:0:0::17, 2001:db8::17/128",
        "2001:db8::17/48, 2001:db8::/48",
        "::ffff:192.0.2.7, 192.0.2.7/32", "::ffff:192.0.2.0/120, 192.0.2.0/24", "10.1.2.3/9, 10.0.0.0/9",
        "0.0.0.0/0, 0.0.0.0/0"})
    void hasOneWriting(String typed, String written) {
        assertEquals(written, range(typed).toString());
        assertEquals(range(typed), range(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "localhost", "example.com/24", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/",
        "192.0.2/24", "2001:db8::/129",
        "192.0.2.0/24/8", "192.0.2.0/2 4", "fe80::1%eth0", "::ffff:192.0.2.0/20", "192.0.2.0-192.0.2.9"})
    void isNothingElse(String typed) {
        assertEquals(Optional.empty(), AddressRange.read(typed));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.0/24, 192.0.2.255", "192.0.2.7, 192.0.2.7", "2001:db8::/48, 2001:db8:0:ffff::1",
        "10.0.0.0/9, 10.127.255.255",
        "192.0.2.0/24, ::ffff:192.0.2.9", "128.0.0.0/1, 255.255.255.255"})
    void containsItsAddresses(String range, String address) {
        assertTrue(range(range).contains(address));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.0/24, 192.0.3.0", "192.0.2.7, 192.0.2.8", "2001:db8::/48, 2001:db8:1::1",
        "10.0.0.0/9, 10.128.0.0", "0.0.0.0/0, ::1",
        "192.0.2.0/24, ?", "192.0.2.0/24, ''", "192.0.2.0/24, localhost"})
    void containsNoOthers(String range, String address) {
        assertFalse(range(range).contains(address));
    }

    @Test
    void knowsWhenItIsEverything() {
        assertTrue(range("0.0.0.0/0").isEverything());
        assertTrue(range("::/0").isEverything());
        assertFalse(range("128.0.0.0/1").isEverything());
    }
}
