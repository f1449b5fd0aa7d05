package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.organization.Organization;

class SortKeysTest {

    private final PortOrder order = order();

    private static PortOrder order() {
        var order = new PortOrder();
        order.name = "Harbor";
        order.organization = new Organization();
        order.organization.timeZone = ZoneId.of("America/Los_Angeles");
        return order;
    }

    @ParameterizedTest
    @CsvSource({"Zulu, zulu", "Épicerie, epicerie", "ÎLE, ile", "Œuvre, œuvre", "'３階', '3階'"})
    void sortsNamesWithoutCapitalsAndAccents(String name, String expected) {
        assertEquals(expected, SortKeys.name(name));
    }

    @Test
    void takesTheConfirmedDayInTheOrganizationsTimeZoneBeforeTheOneWishedFor() {
        var keys = new SortKeys();
        keys.keep(order);
        assertEquals(SortKeys.NEVER, order.transferOn);
        order.requestedDate = LocalDate.of(2026, 6, 2);
        keys.keep(order);
        assertEquals(LocalDate.of(2026, 6, 2), order.transferOn);
        order.focAt = Instant.parse("2026-06-09T06:30:00Z");
        keys.keep(order);
        assertEquals(LocalDate.of(2026, 6, 8), order.transferOn);
    }
}
