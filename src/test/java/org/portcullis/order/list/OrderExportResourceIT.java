package org.portcullis.order.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class OrderExportResourceIT extends PortalTest {

    private static final Instant NOON = Instant.parse("2026-06-01T19:00:00Z");

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    private static List<CSVRecord> rows(Page file, char separator) throws IOException {
        assertEquals(200, file.status());
        assertEquals('\ufeff', file.source().charAt(0));
        try (var parser = CSVFormat.EXCEL.builder().setDelimiter(separator).get()
                .parse(new StringReader(file.source().substring(1)))) {
            return parser.getRecords();
        }
    }

    private static List<String> names(List<CSVRecord> rows) {
        return rows.stream().skip(1).map(row -> row.get(0)).toList();
    }

    @Test
    void holdsTheListInThePersonsLanguageAndTimeZone() throws IOException {
        var pon = organization.order("Harbor, \"north\"").made(NOON).in("TRANSFER_APPROVED")
                .confirmedFor(Instant.parse("2026-06-09T06:30:00Z"))
                .withNumber("+12065550100").saved();
        var file = visitor.get("/port-orders").click("Export as CSV");
        assertEquals("text/csv;charset=UTF-8", file.header("Content-Type").orElseThrow());
        assertTrue(file.header("Content-Disposition").orElseThrow()
                .matches("attachment; filename=\"port-orders-\\d{4}-\\d\\d-\\d\\d\\.csv\""));
        var rows = rows(file, ',');
        assertEquals(List.of("Order name", "PON", "Direction", "Other carrier", "Numbers", "State", "Requested date",
                "FOC date (America/Los_Angeles)",
                "Last change (America/Los_Angeles)", "Created (America/Los_Angeles)"), rows.get(0).toList());
        assertEquals(List.of("Harbor, \"north\"", pon, "Port in", "Columbia Fiber", "1", "Transfer approved",
                "06/02/2026", "06/08/2026 11:30 PM",
                "06/01/2026 12:00 PM", "06/01/2026 12:00 PM"), rows.get(1).toList());
    }

    @Test
    void isWhatAFrenchSpreadsheetReads() throws IOException {
        var pon = organization.order("Dépôt ; nord").made(NOON).in("CONTACTING_CARRIER").saved();
        var parisian = organization.admin().prefers("fr-FR", "Europe/Paris");
        var file = Visitor.inEnglish().signedInAs(parisian).get("/port-orders").click("Exporter en CSV");
        assertTrue(file.header("Content-Disposition").orElseThrow()
                .startsWith("attachment; filename=\"commandes-de-portage-"));
        var rows = rows(file, ';');
        assertEquals("Date de portage confirmée (FOC) (Europe/Paris)", rows.get(0).get(7));
        assertEquals(List.of("Dépôt ; nord", pon, "Portabilité entrante", "Columbia Fiber", "0",
                "En attente de l’opérateur donneur", "02/06/2026", "",
                "01/06/2026 21:00", "01/06/2026 21:00"), rows.get(1).toList());
    }

    @Test
    void followsTheListsFiltersAndOrderOverAllItsPages() throws IOException {
        IntStream.range(0, 60).forEach(i -> organization.order("Depot %02d".formatted(i)).made(NOON.plusSeconds(i % 7))
                .in("PROCESSING").saved());
        organization.order("Depot done").in("COMPLETED").saved();
        organization.order("Elsewhere").in("PROCESSING").saved();
        Fixtures.organization("Others").saved().order("Depot of others").in("PROCESSING").saved();
        var second = visitor.get("/port-orders?state=processing&q=depot&sort=name").click("Next page");
        var expected = IntStream.range(0, 60).mapToObj("Depot %02d"::formatted).toList();
        assertEquals(expected, names(rows(second.click("Export as CSV"), ',')));
    }

    @Test
    void readsMoreOrdersThanAreInMemoryAtOnce() throws IOException {
        organization.orders(2_500);
        var names = names(rows(visitor.get("/port-orders.csv?sort=changed"), ','));
        assertEquals(2_500, names.size());
        assertEquals(2_500, names.stream().distinct().count());
    }

    @Test
    void neverHoldsAFormula() throws IOException {
        organization.order("=HYPERLINK(\"https://evil.example\")").saved();
        assertEquals(List.of("'=HYPERLINK(\"https://evil.example\")"),
                names(rows(visitor.get("/port-orders.csv"), ',')));
    }

    @Test
    void namesTheOrganizationForTheDesk() throws IOException {
        organization.order("Harbor").saved();
        var file = Visitor.inEnglish().signedInAs(Fixtures.desk()).get("/port-orders?organization=" + organization.id())
                .click("Export as CSV");
        var rows = rows(file, ',');
        assertEquals("Organization", rows.get(0).get(0));
        assertEquals(List.of("Cascade Freight", "Harbor"), rows.get(1).toList().subList(0, 2));
    }

    @Test
    void knowsNoOtherOrganizationsOrders() {
        assertEquals(404,
                visitor.get("/port-orders.csv?organization=" + Fixtures.organization("Others").saved().id()).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-06-02&to=2026-06-01", "sort=nonsense", "state=nonsense", "direction=sideways"})
    void refusesAddressesThatItNeverMade(String query) {
        assertEquals(400, visitor.get("/port-orders.csv?" + query).status());
    }
}
