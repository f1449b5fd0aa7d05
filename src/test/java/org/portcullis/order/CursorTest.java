package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String ID = "7d0a3a3c-3f59-4a3e-9f0b-5e4c2b1a0f9e";

    private static PortOrder order() {
        var order = new PortOrder();
        order.id = UUID.fromString(ID);
        order.createdAt = Instant.parse("2026-06-02T12:30:05.123456Z");
        order.changedAt = Instant.parse("2026-06-03T12:30:05Z");
        order.sortName = "depot de l’est, 100 % & plus";
        order.transferOn = LocalDate.of(2026, 6, 9);
        return order;
    }

    @ParameterizedTest
    @EnumSource
    void survivesTheAddressInEachSort(OrderSort sort) {
        var cursor = sort.cursor(order());
        assertEquals(Optional.of(cursor), sort.parse(cursor.text()));
        assertEquals(cursor.id(), sort.keyset(cursor, false).cursor().id());
    }

    @ParameterizedTest
    @EnumSource
    void isNoPlaceInAListThatIsSortedOtherwise(OrderSort sort) {
        for (OrderSort other : OrderSort.values()) {
            if (other != sort) {
                assertEquals(Optional.empty(), other.parse(sort.cursor(order()).text()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zzz", "§", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void ignoresWhatItNeverMade(String text) {
        assertEquals(Optional.empty(), OrderSort.NEWEST.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"newest, yesterday", "newest, +1000000-01-01T00:00:00Z", "changed, -0500-01-01T00:00:00Z",
        "transfer, 2026-06-31",
        "transfer, -5000-01-01", "transfer, +12345-01-01", "name, a\u0000b", "newest, ''"})
    void ignoresKeysThatNoOrderHas(String sort, String key) {
        var text = Base64.getUrlEncoder()
                .encodeToString((sort + "\n" + key + "\n" + ID).getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), OrderSort.byValue(sort).orElseThrow().parse(text));
    }
}
