package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.Visitor;

/** What is refused, and what leaves the portal, stands in the audit trail. */
@QuarkusTest
class RefusalTest extends PortalTest {

    private static final String ACCOUNT = "/account";
    private static final Map<String, String> NAME = Map.of("name", "Renamed");

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    private List<String> details(String event) {
        return admin.auditEntries().stream().filter(row -> row.get("event").equals(event)).map(row -> row.get("detail"))
                .toList();
    }

    private void awaitDetails(String event, String... expected) {
        Awaitility.await().untilAsserted(() -> assertEquals(List.of(expected), details(event)));
    }

    @Test
    void notesOnceAMinuteWhatAPersonMayNotDo() {
        assertEquals(403, visitor.get("/desk").status());
        awaitDetails("ACCESS_REFUSED", "GET /desk");
        IntStream.range(0, 5).forEach(i -> assertEquals(403, visitor.get("/desk/trail").status()));
        visitor.post(ACCOUNT, NAME);
        awaitDetails("FORGERY_REFUSED", "POST /account");
        assertEquals(List.of("GET /desk"), details("ACCESS_REFUSED"));
    }

    @Test
    void notesAFormWithoutItsTokenAndOneOfAnotherSite() {
        assertEquals(400, visitor.post(ACCOUNT, NAME).status());
        awaitDetails("FORGERY_REFUSED", "POST /account");
        var other = Fixtures.organization("Columbia Fiber").saved().admin();
        var form = Visitor.inEnglish().signedInAs(other).with("Sec-Fetch-Site", "cross-site").get(ACCOUNT);
        assertEquals(403, form.submit(ACCOUNT, NAME).status());
        Awaitility.await()
                .until(() -> other.auditEntries().stream().anyMatch(row -> row.get("event").equals("FORGERY_REFUSED")));
        assertTrue(other.auditEntries().stream().noneMatch(row -> row.get("event").equals("ACCESS_REFUSED")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "null", "http://localhost.elsewhere.example",
        "ftp://localhost:8080"})
    void refusesAnotherOriginWhereTheBrowserSaysNothingElse(String origin) {
        assertEquals(403, visitor.with("Origin", origin).get(ACCOUNT).submit(ACCOUNT, NAME).status());
    }

    @Test
    void takesItsOwnOriginAndThatOfItsPublicAddress() {
        var own = URI.create(Surroundings.portalUrl());
        for (String origin : List.of("http://" + own.getAuthority(), "https://" + own.getAuthority(),
                "http://localhost:8080")) {
            assertEquals(303, visitor.with("Origin", origin).get(ACCOUNT).submit(ACCOUNT, NAME).status(), origin);
        }
        assertEquals(303,
                visitor.with("Origin", "https://elsewhere.example").with("Sec-Fetch-Site", "same-origin").get(ACCOUNT)
                        .submit(ACCOUNT, NAME).status(),
                "what the browser says of itself comes first");
    }

    @Test
    void notesEachFileThatLeaves() {
        assertEquals(200, visitor.get("/port-orders.csv?q=north").status());
        assertEquals(200, visitor.get("/port-orders.csv?q=north").status());
        assertEquals(List.of("/port-orders.csv?q=north", "/port-orders.csv?q=north"), details("EXPORT_DOWNLOADED"));
        assertEquals(200, visitor.get("/port-orders/certificate.pdf").status());
        assertEquals(List.of("/port-orders/certificate.pdf"), details("DOCUMENT_DOWNLOADED"));
    }

    @Test
    void saysSoOnTheTrailInBothLanguages() {
        visitor.get("/port-orders.csv");
        assertEquals(403, visitor.get("/desk").status());
        awaitDetails("ACCESS_REFUSED", "GET /desk");
        var filtered = "/desk/trail?kind=refusal";
        var desk = Fixtures.desk();
        assertTrue(Visitor.inEnglish().signedInAs(desk).get(filtered).text()
                .contains("Access refused: not allowed for this role"));
        assertTrue(Visitor.inFrench().signedInAs(desk).get(filtered).text().contains("Accès refusé"));
    }

    /** The event loop would not get the number: there no query is allowed. */
    @Test
    void showsItsPageWithWhatTheFrameAsksTheDatabaseFor() {
        organization.request("Columbia Fiber").awaitingApprovalUntil(Instant.now().plus(Duration.ofDays(1))).saved();
        for (String path : List.of("/desk", "/desk/bulk", "/desk/trail", "/desk/carriers",
                "/desk/orders/PC0000000000/assignment")) {
            var page = visitor.get(path);
            assertEquals(403, page.status());
            assertEquals("1", page.document().selectFirst("a[href=/port-out-requests] .count span").text(), path);
        }
    }
}
