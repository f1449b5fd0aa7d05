package org.portcullis.portorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.testing.Given;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@QuarkusTest
class PortOrderResourceTest extends PortalTest {

    private static final Instant NOON = Instant.parse("2026-06-01T19:00:00Z");

    private final Given.Organization organization = Given.organization("Cascade Freight").saved();
    private final Given.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    private static List<String> names(Page page) {
        return page.document().select("table.orders tbody th a").eachText();
    }

    @Test
    void showsWhatToDoWhileThereIsNoOrder() {
        var page = visitor.get("/port-orders");
        assertEquals("Port orders", page.heading());
        assertTrue(page.text().contains("There are no port orders yet"));
        assertTrue(page.hasLink("Set up and manage the PIN"));
    }

    @Test
    void listsTheNewestFirstWithAllThatMatters() {
        organization.order("Older").made(NOON).saved();
        var pon = organization.order("Newer").made(NOON.plusSeconds(1)).in("TRANSFER_APPROVED").confirmedFor(Instant.parse("2026-06-09T06:30:00Z"))
                .withNumber("+12065550100").withNumber("+12065550101").saved();
        var page = visitor.get("/port-orders");
        assertEquals(List.of("Newer", "Older"), names(page));
        var row = page.document().selectFirst("table.orders tbody tr").text();
        for (String expected : List.of(pon, "Port in", "Columbia Fiber", "2", "Transfer approved", "Jun 2, 2026", "Jun 8, 2026", "Jun 1, 2026")) {
            assertTrue(row.contains(expected), expected + " in " + row);
        }
        assertFalse(page.source().contains("NOT_FOUND"));
    }

    @Test
    void writesFrenchInFrench() {
        organization.order("Dépôt").in("CONTACTING_CARRIER").made(NOON).saved();
        var page = Visitor.inFrench().signedInAs(admin).get("/port-orders");
        assertEquals("Commandes de portage", page.heading());
        for (String expected : List.of("Portabilité entrante", "En attente de l'opérateur donneur", "2 juin 2026", "Voix", "1er juin 2026")) {
            assertTrue(page.text().contains(expected), expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"open, 7", "action, 1", "done, 2", "all, 9", "'', 9"})
    void filtersByGroupsOfStates(String group, int expected) {
        for (PortOrderState state : PortOrderState.values()) {
            organization.order(state.name()).in(state.name()).saved();
        }
        var page = visitor.get("/port-orders?state=" + group);
        assertEquals(expected, names(page).size());
        assertEquals(List.of("Open 7", "Action required 1", "Done 2", "All 9"), page.document().select(".chip").eachText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"depot|Tacoma depot", "TACOMA|Tacoma depot", "100%|100% moved", "%|100% moved", "_|under_score",
        "(206) 555-0142|Tacoma depot", "+1 206 555 0142|Tacoma depot", "2065550142|Tacoma depot", "0142|Tacoma depot", "nothing of it|"})
    void findsByNameAndNumber(String text, String expected) {
        organization.order("Tacoma depot").withNumber("+12065550142").saved();
        organization.order("100% moved").withNumber("+12065550199").saved();
        organization.order("under_score").saved();
        Given.organization("Others").saved().order("Other depot").withNumber("+12065550142").saved();
        var page = visitor.get("/port-orders?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertEquals(expected == null ? List.of() : List.of(expected), names(page));
        if (expected == null) {
            assertTrue(page.text().contains("No order matches “nothing of it”"));
            assertTrue(page.hasLink("Show all orders"));
        }
    }

    @Test
    void findsByPon() {
        var pon = organization.order("One").saved();
        organization.order("Two").saved();
        assertEquals(List.of("One"), names(visitor.get("/port-orders?q=" + pon.toLowerCase())));
    }

    @Test
    void turnsPagesForthAndBackWithoutLosingOrRepeatingOne() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            // Pairs share their moment, so that the page breaks fall between equals.
            organization.order("Order " + i).made(NOON.plusSeconds(i / 2)).in("PROCESSING").saved();
            expected.add("Order " + i);
        }
        var first = visitor.get("/port-orders?state=open");
        assertEquals(25, names(first).size());
        assertFalse(first.hasLink("Newer orders"));
        var second = first.click("Older orders");
        var third = second.click("Older orders");
        assertEquals(10, names(third).size());
        assertFalse(third.hasLink("Older orders"));
        var all = new ArrayList<>(names(first));
        all.addAll(names(second));
        all.addAll(names(third));
        assertEquals(60, all.size());
        assertEquals(expected.stream().sorted().toList(), all.stream().sorted().toList());
        var back = third.click("Newer orders");
        assertEquals(names(second), names(back));
        assertEquals(names(first), names(back.click("Newer orders")));
    }

    @ParameterizedTest
    @EnumSource
    void tellsFourThingsOfEachState(PortOrderState state) {
        var pon = organization.order("Harbor").in(state.name()).made(NOON).withNumber("+12065550100").saved();
        for (var speaker : List.of(Visitor.inEnglish(), Visitor.inFrench())) {
            var page = speaker.signedInAs(admin).get("/port-orders/" + pon);
            assertEquals(200, page.status());
            var sentences = page.document().select(".sentences dd").eachText();
            assertEquals(4, sentences.size());
            assertTrue(sentences.stream().allMatch(sentence -> sentence.length() > 10), sentences.toString());
            assertFalse(page.source().contains("NOT_FOUND"));
            assertTrue(page.text().contains("+1 206-555-0100"));
        }
    }

    @Test
    void showsEveryFieldAndTheHistory() {
        var pon = organization.order("Harbor").rejectedFor("ACCOUNT_NUMBER_MISMATCH", "ADDRESS_MISMATCH").made(NOON).saved();
        var page = visitor.get("/port-orders/" + pon);
        for (String expected : List.of(pon, "Columbia Fiber", "88-2041", "The admin", "1200 Alaskan Way", "Seattle, WA 98101", "+1 206-555-0100",
                "Full port", "June 2, 2026", "The account number doesn't match the losing carrier's records.", "To correct: account number",
                "To correct: service address, ZIP", "June 1, 2026, 12:00 PM", "by The admin")) {
            assertTrue(page.text().contains(expected), expected);
        }
    }

    @Test
    void saysWhenATransferComes() {
        var foc = Instant.parse("2026-06-09T17:00:00Z");
        var approved = organization.order("Approved").in("TRANSFER_APPROVED").confirmedFor(foc).saved();
        assertTrue(visitor.get("/port-orders/" + approved).text().contains("Transfer on June 9, 2026, 10:00 AM PDT. From June 8, 2026, 10:00 AM PDT on it is pending"));
        var pending = organization.order("Pending").in("TRANSFER_PENDING").confirmedFor(foc).saved();
        assertTrue(Visitor.inFrench().signedInAs(admin).get("/port-orders/" + pending).text().contains("Le 9 juin 2026 à 10 h 00 PDT."));
    }

    @Test
    void showsTimesInThePersonsZone() {
        var pon = organization.order("Zone").made(NOON).saved();
        var parisian = organization.admin().prefers("fr-FR", "Europe/Paris");
        assertTrue(Visitor.inEnglish().signedInAs(parisian).get("/port-orders/" + pon).text().contains("1er juin 2026 à 21 h 00"));
    }

    @Test
    void knowsNoOtherOrganizationsOrder() {
        var others = Given.organization("Others").saved();
        var pon = others.order("Secret").saved();
        var missing = visitor.get("/port-orders/" + pon);
        assertEquals(404, missing.status());
        assertFalse(missing.text().contains("Secret"));
        assertEquals(missing.text(), visitor.get("/port-orders/PCNOTTHERE00").text(), "as if it did not exist");
        assertEquals(404, visitor.get("/port-orders?organization=" + others.id()).status());
        assertEquals(404, visitor.get("/port-orders?organization=" + organization.id()).status());
    }

    @Test
    void letsTheDeskChooseAnyOrganization() {
        var pon = organization.order("Harbor").saved();
        var unique = Given.organization("Zephyr & Sons " + organization.id()).saved();
        unique.order("Windmill").saved();
        var desk = Visitor.inEnglish().signedInAs(Given.desk());
        var chooser = desk.get("/port-orders?name=" + unique.id() + "xx");
        assertTrue(chooser.text().contains("No organization's name contains"));
        var found = desk.get("/port-orders?name=zephyr+%26+sons+" + organization.id());
        var list = found.click(unique.name());
        assertEquals(List.of("Windmill"), names(list));
        assertFalse(list.hasLink("Set up and manage the PIN"));
        assertEquals(200, desk.get("/port-orders/" + pon).status());
        assertEquals(404, desk.get("/port-orders?organization=00000000-0000-0000-0000-000000000000").status());
    }

    @Test
    void showsAViewerTheSame() {
        var pon = organization.order("Harbor").saved();
        var viewer = Visitor.inEnglish().signedInAs(organization.viewer());
        assertEquals(List.of("Harbor"), names(viewer.get("/port-orders")));
        assertEquals(200, viewer.get("/port-orders/" + pon).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=nonsense", "after=nonsense", "before=nonsense", "q=a&q=b", "q=%00", "organization=nonsense", "state=open&state=done"})
    void refusesAddressesThatItNeverMade(String query) {
        var page = visitor.get("/port-orders?" + query);
        assertEquals(400, page.status());
        assertEquals("The portal can't use what was sent", page.heading());
    }

    @Test
    void keepsTheSearchWhenTurningPagesAndFiltering() {
        for (int i = 0; i < 27; i++) {
            organization.order("Depot & yard " + i).made(NOON.plus(Duration.ofMinutes(i))).in("PROCESSING").saved();
        }
        organization.order("Elsewhere").in("PROCESSING").saved();
        var page = visitor.get("/port-orders?q=depot+%26+yard").click("Open 27");
        assertEquals("Depot & yard 26", names(page).get(0));
        assertEquals(2, names(page.click("Older orders")).size());
        assertEquals(25, names(page.click("Clear the search")).size());
        assertTrue(page.text().contains("27 orders match “depot & yard”"));
    }

    @Test
    void showsNamesAsTheyAreAndNeverAsMarkup() {
        organization.order("<script>alert(1)</script>").saved();
        var page = visitor.get("/port-orders");
        assertEquals(List.of("<script>alert(1)</script>"), names(page));
        assertTrue(visitor.get("/port-orders?q=%3Cscript%3E").document().select("main script").isEmpty());
    }
}
