package org.portcullis.audit.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class TrailResourceIT extends PortalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name = "Cascade " + UUID.randomUUID();
    private final Fixtures.Organization organization = Fixtures.organization(name).saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
    private final Visitor frenchDesk = Visitor.inFrench().signedInAs(Fixtures.desk());

    private static List<String> rows(Page page) {
        return page.document().select("table.trail tbody tr").stream().map(row -> Page.folded(row.text())).toList();
    }

    private String trail(String more) {
        return "/desk/trail?organization=" + name.replace(" ", "+") + more;
    }

    /** Sets a PIN, so that there is something in the trail. */
    private void setPin() {
        var visitor = Visitor.inEnglish().signedInAs(admin);
        assertEquals(303, visitor.get("/port-orders/pin").submit("/port-orders/pin", Map.of("pin", "482913")).status());
    }

    private static Page await(Supplier<Page> page, String words) {
        return await(page, now -> now.text().contains(words));
    }

    private static Page await(Supplier<Page> page, Predicate<Page> condition) {
        var end = Instant.now().plus(PATIENCE);
        var now = page.get();
        while (!condition.test(now)) {
            assertTrue(Instant.now().isBefore(end), now.text());
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            now = page.get();
        }
        return now;
    }

    @Test
    void tellsWhatHappenedNewestFirstInBothLanguages() {
        setPin();
        var page = desk.get(trail(""));
        assertEquals("Audit trail", page.heading());
        assertTrue(rows(page).get(0).startsWith("Port out PIN set") && rows(page).get(0).contains("The admin"),
                rows(page).toString());
        assertTrue(rows(page).get(0).contains(name));
        assertFalse(page.source().contains("NOT_FOUND") || page.source().contains("482913"));
        var french = frenchDesk.get(trail(""));
        assertEquals("Journal d'audit", french.heading());
        assertTrue(rows(french).get(0).startsWith("Code confidentiel défini"), rows(french).toString());
    }

    @Test
    void tellsEachStepOfAnOrder() {
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        var visitor = Visitor.inEnglish().signedInAs(admin);
        var action = "/port-orders/" + pon + "/change/cancellation";
        assertEquals(303, visitor.get(action).submit(action, Map.of("text", "The site closes.")).status());
        var rows = rows(desk.get(trail("&kind=order&who=" + pon)));
        assertEquals(1, rows.size());
        assertTrue(rows.get(0).startsWith("Port order moved on Processing → Cancelled"), rows.get(0));
        var french = rows(frenchDesk.get(trail("&kind=order&who=" + pon)));
        assertTrue(french.get(0).startsWith(
                "Commande de portage passée à l'état suivant En cours de traitement → Annulée"), french.get(0));
    }

    @Test
    void tellsWhatThePortalDoesByItself() {
        var pon = organization.order("Harbor").in("TRANSFER_APPROVED")
                .confirmedFor(Instant.now().plus(Duration.ofHours(23))).saved();
        var page = await(() -> desk.get(trail("&who=" + pon)), "Transfer approved → Transfer pending");
        assertTrue(rows(page).get(0).contains("Portcullis"), rows(page).toString());
    }

    @Test
    void leadsThroughAllPageByPage() {
        setPin();
        Row.insertAll(
                "insert into audit_entry (id, at, event, organization_id, adopted, sequence, detail) values (?, cast('2001-01-01 00:00:00+00' as timestamp with time zone),"
                        + " 'SIGNED_OUT', ?, false, -1, ?)",
                IntStream.range(0, 120)
                        .mapToObj(i -> new Object[] {UUID.randomUUID(), organization.id(), "made up " + i}).toList());
        try {
            var first = desk.get(trail("&event=SIGNED_OUT"));
            var second = first.click("Older entries");
            var third = second.click("Older entries");
            assertEquals(List.of(50, 50, 20), List.of(rows(first).size(), rows(second).size(), rows(third).size()));
            assertFalse(third.hasLink("Older entries"));
            assertTrue(third.hasLink("Newest entries"));
        } finally {
            Row.update("delete from audit_entry where organization_id = ? and sequence = -1", organization.id());
        }
    }

    @Test
    void filtersByAllThatAnEntryHolds() {
        setPin();
        var today = Instant.now().toString().substring(0, 10);
        for (var filter : List.of("&kind=pin", "&event=PIN_SET", "&who=the+ADMIN&kind=pin",
                "&from=" + today + "&kind=pin", "&to=" + today + "&kind=pin")) {
            assertEquals(1, rows(desk.get(trail(filter))).size(), filter);
        }
        for (var filter : List.of("&kind=lock", "&event=PIN_CHANGED", "&who=nobody%25", "&from=2200-01-01",
                "&to=2001-01-01", "&address=192.0.2.77",
                "&kind=order&event=PIN_SET")) {
            var page = desk.get(trail(filter));
            assertTrue(page.text().contains("Nothing in the audit trail matches the filters."), filter);
        }
        assertTrue(desk.get("/desk/trail?organization=nobody-is-called-so").text().contains("No entry"));
        var wrong = desk.get(trail("&from=2026-06-02&to=2026-06-01"));
        assertEquals(400, wrong.status());
        assertTrue(wrong.text().contains("The last day is before the first one."));
        assertEquals("2026-06-01", wrong.field("to").attr("value"));
    }

    @Test
    void filtersByTheNameOfMoreOrganizationsThanAnybodyReads() {
        setPin();
        // By name, all of them come before this one.
        Row.insertAll(
                "insert into organization (id, name, country, time_zone, version) values (?, ?, 'US', 'America/Los_Angeles', 0)",
                IntStream.range(0, 150).mapToObj(i -> new Object[] {UUID.randomUUID(), "A " + name}).toList());
        try {
            assertEquals(1, rows(desk.get(trail("&kind=pin"))).size());
            assertTrue(desk.get(trail("&kind=pin")).click("Export as CSV").source().contains("PIN_SET"));
        } finally {
            Row.update("delete from organization where name = ?", "A " + name);
        }
    }

    @Test
    void findsAnAddressHoweverItIsWritten() {
        Visitor.inEnglish().comingFrom("2001:0db8:0:0:0:0:0:17").signIn(admin.email(), Fixtures.PASSWORD);
        for (String address : List.of("2001:db8::17", "2001:DB8:0:0::17")) {
            var page = desk.get(trail("&event=SIGNED_IN&address=" + address));
            assertTrue(page.text().contains("2001:db8::17"), page.text());
        }
    }

    @Test
    void translatesNoNames() {
        var visitor = Visitor.inEnglish().signedInAs(admin);
        visitor.get("/account").submit("/account", Map.of("name", "NOC DESK"));
        assertTrue(desk.get(trail("&event=ACCOUNT_RENAMED")).text().contains("The admin → NOC DESK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?kind=made-up", "?event=MADE_UP", "?after=1", ".csv?kind=made-up", ".csv?from=never"})
    void knowsNoOtherFilters(String address) {
        assertEquals(400, desk.get("/desk/trail" + address).status());
    }

    @Test
    void givesAllThatIsFilteredToSpreadsheets() throws IOException {
        setPin();
        Row.update("update portal_user set name = '=1+1' where id = ?", admin.id());
        Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD);
        Row.insertAll(
                "insert into audit_entry (id, at, event, organization_id, adopted, sequence) values (?, cast('2001-01-01 00:00:00+00'"
                        + " as timestamp with time zone), '=HYPERLINK(1)', ?, false, -1)",
                List.<Object[]>of(new Object[] {UUID.randomUUID(), organization.id()}));
        var file = desk.get(trail("")).click("Export as CSV");
        Row.update("delete from audit_entry where organization_id = ? and sequence = -1", organization.id());
        assertEquals("text/csv;charset=UTF-8", file.header("Content-Type").orElseThrow());
        assertTrue(file.header("Content-Disposition").orElseThrow()
                .matches("attachment; filename=\"audit-trail-\\d{4}-\\d\\d-\\d\\d\\.csv\""));
        try (var parser = CSVFormat.EXCEL.parse(new StringReader(file.source().substring(1)))) {
            var rows = parser.getRecords();
            assertEquals(List.of("No.", "When (UTC)", "What", "Detail", "Who", "Concerning", "Organization", "Address",
                    "Code"), rows.get(0).toList());
            assertEquals("Signed in", rows.get(1).get(2));
            assertEquals("'=1+1", rows.get(1).get(4));
            assertEquals(name, rows.get(1).get(6));
            assertEquals("PIN_SET", rows.get(2).get(8));
            var unknown = rows.get(rows.size() - 1);
            assertEquals(List.of("'=HYPERLINK(1)", "'=HYPERLINK(1)"), List.of(unknown.get(2), unknown.get(8)));
        }
    }

    @Test
    void verifiesAndSaysWhichEntryIsNotWhatItWas() {
        setPin();
        var entry = "select * from audit_entry where event = 'PIN_SET' and actor_id = ?";
        await(() -> desk.get(trail("&event=PIN_SET")),
                page -> Row.select(entry, admin.id()).get(0).get("sequence") != null);
        var sound = verify();
        assertTrue(sound.text().contains("The audit trail is whole"), sound.text());
        var row = Row.select(entry, admin.id()).get(0);
        Row.update("update audit_entry set actor_name = 'Eve' where actor_id = ? and event = 'PIN_SET'", admin.id());
        try {
            var tampered = verify();
            assertTrue(tampered.text().contains("Somebody tampered with the audit trail"), tampered.text());
            assertTrue(tampered.text().contains("1 finding."), tampered.text());
            var line = Page.folded(tampered.document().selectFirst("table tbody tr").text());
            assertTrue(line.startsWith(Long.parseLong(row.get("sequence")) + " Changed, or made up")
                    && line.contains(row.get("id")), line);
            assertTrue(frenchDesk.get(lastAddress()).text().contains("Le journal d'audit a été falsifié"));
            assertEquals(404, desk.get(lastAddress().replace("/desk/trail/verifications", "/desk/jobs")).status(),
                    "its page is another one");
        } finally {
            Row.update("update audit_entry set actor_name = ? where actor_id = ? and event = 'PIN_SET'",
                    row.get("actor_name"), admin.id());
        }
        assertTrue(rows(desk.get("/desk/trail?kind=trail")).stream()
                .anyMatch(text -> text.startsWith("Audit trail verified Tampered with")));
        assertTrue(verify().text().contains("The audit trail is whole"));
        assertTrue(desk.get("/desk/trail").text().contains("The audit trail is whole"));
    }

    private static String lastAddress() {
        return "/desk/trail/verifications/"
                + Row.select("select id from work where kind = 'TRAIL_VERIFICATION' order by started_at desc").get(0)
                        .get("id");
    }

    private Page verify() {
        var page = desk.get("/desk/trail");
        var answer = page.submit("/desk/trail/verifications", Map.of());
        assertEquals(303, answer.status());
        assertEquals(answer.redirect(), page.submit("/desk/trail/verifications", Map.of()).redirect(),
                "a double click starts one");
        return await(() -> desk.get(answer.redirect()), "Finished");
    }

    @Test
    void isOnlyInTheDesksNavigation() {
        assertFalse(Visitor.inEnglish().signedInAs(admin).get("/port-orders").source().contains("/desk/trail"));
        assertTrue(desk.get("/desk").hasLink("Audit trail"));
    }
}
