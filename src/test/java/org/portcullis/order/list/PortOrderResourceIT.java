package org.portcullis.order.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.order.PortOrderState;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class PortOrderResourceIT extends PortalTest {

    private static final Instant NOON = Instant.parse("2026-06-01T19:00:00Z");

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
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
        assertEquals("/port-orders/new", page.document().selectFirst(".empty a").attr("href"));
    }

    @Test
    void offersANewOrderToThoseWhoCanMakeOne() {
        organization.order("Harbor").saved();
        assertTrue(visitor.get("/port-orders").hasLink("New order"));
        assertFalse(Visitor.inEnglish().signedInAs(organization.viewer()).get("/port-orders").hasLink("New order"));
        assertFalse(Visitor.inEnglish().signedInAs(Fixtures.desk())
                .get("/port-orders?organization=" + organization.id()).hasLink("New order"));
    }

    @Test
    void listsTheNewestFirstWithAllThatMatters() {
        organization.order("Older").made(NOON).saved();
        var pon = organization.order("Newer").made(NOON.plusSeconds(1)).in("TRANSFER_APPROVED")
                .confirmedFor(Instant.parse("2026-06-09T06:30:00Z"))
                .withNumber("+12065550100").withNumber("+12065550101").saved();
        var page = visitor.get("/port-orders");
        assertEquals(List.of("Newer", "Older"), names(page));
        var row = page.document().selectFirst("table.orders tbody tr").text();
        for (String expected : List.of(pon, "Port in", "Columbia Fiber", "2", "Transfer approved", "Jun 2, 2026",
                "Jun 8, 2026", "Jun 1, 2026")) {
            assertTrue(row.contains(expected), expected + " in " + row);
        }
        assertFalse(page.source().contains("NOT_FOUND"));
    }

    @Test
    void writesFrenchInFrench() {
        organization.order("Dépôt").in("CONTACTING_CARRIER").made(NOON).saved();
        var page = Visitor.inFrench().signedInAs(admin).get("/port-orders");
        assertEquals("Commandes de portage", page.heading());
        for (String expected : List.of("Portabilité entrante", "En attente de l'opérateur donneur", "2 juin 2026",
                "Voix", "1er juin 2026")) {
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
        assertEquals(List.of("Open 7", "Action required 1", "Done 2", "All 9"),
                page.document().select(".chip").eachText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"depot|Tacoma depot", "TACOMA|Tacoma depot", "100%|100% moved", "%|100% moved",
        "_|under_score",
        "(206) 555-0142|Tacoma depot", "+1 206 555 0142|Tacoma depot", "2065550142|Tacoma depot", "0142|Tacoma depot",
        "nothing of it|"})
    void findsByNameAndNumber(String text, String expected) {
        organization.order("Tacoma depot").withNumber("+12065550142").saved();
        organization.order("100% moved").withNumber("+12065550199").saved();
        organization.order("under_score").saved();
        Fixtures.organization("Others").saved().order("Other depot").withNumber("+12065550142").saved();
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
        var pon = organization.order("Harbor").rejectedFor("ACCOUNT_NUMBER_MISMATCH", "ADDRESS_MISMATCH").made(NOON)
                .saved();
        var page = visitor.get("/port-orders/" + pon);
        for (String expected : List.of(pon, "Columbia Fiber", "88-2041", "The admin", "1200 Alaskan Way",
                "Seattle, WA 98101", "+1 206-555-0100",
                "Full port", "June 2, 2026", "The account number doesn't match the losing carrier's records.",
                "To correct: account number",
                "To correct: service address, ZIP", "June 1, 2026, 12:00 PM", "by The admin")) {
            assertTrue(page.text().contains(expected), expected);
        }
    }

    @Test
    void saysWhenATransferComes() {
        var foc = Instant.parse("2026-06-09T17:00:00Z");
        var approved = organization.order("Approved").in("TRANSFER_APPROVED").confirmedFor(foc).saved();
        assertTrue(visitor.get("/port-orders/" + approved).text()
                .contains("Transfer on June 9, 2026, 10:00 AM PDT. From June 8, 2026, 10:00 AM PDT on it is pending"));
        var pending = organization.order("Pending").in("TRANSFER_PENDING").confirmedFor(foc).saved();
        assertTrue(Visitor.inFrench().signedInAs(admin).get("/port-orders/" + pending).text()
                .contains("Le 9 juin 2026 à 10 h 00 PDT."));
    }

    @Test
    void showsTimesInThePersonsZone() {
        var pon = organization.order("Zone").made(NOON).saved();
        var parisian = organization.admin().prefers("fr-FR", "Europe/Paris");
        assertTrue(Visitor.inEnglish().signedInAs(parisian).get("/port-orders/" + pon).text()
                .contains("1er juin 2026 à 21 h 00"));
    }

    @Test
    void knowsNoOtherOrganizationsOrder() {
        var others = Fixtures.organization("Others").saved();
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
        var unique = Fixtures.organization("Zephyr & Sons " + organization.id()).saved();
        unique.order("Windmill").saved();
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
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
    @ValueSource(strings = {"state=nonsense", "after=nonsense", "before=nonsense", "q=a&q=b", "q=%00",
        "organization=nonsense", "state=open&state=done",
        "sort=nonsense", "direction=sideways", "sort=name&after=bmVzdA"})
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

    @Test
    void showsHowManyOrdersAreInEachStateAndFiltersByOne() {
        organization.order("Sent").in("CONTACTING_CARRIER").saved();
        organization.order("Checked").in("PROCESSING").saved();
        organization.order("Checked too").in("PROCESSING").saved();
        var page = visitor.get("/port-orders");
        assertEquals(List.of("Processing 2", "Contacting carrier 1"), page.document().select(".bar").eachText());
        assertEquals(List.of("100%", "50%"), page.document().select(".bar-part").eachAttr("width"));
        var one = page.click("Contacting carrier 1");
        assertEquals(List.of("Sent"), names(one));
        assertEquals("Contacting carrier 1", one.document().selectFirst(".bar[aria-current]").text());
        assertEquals("", one.document().select(".chip[aria-current]").text());
        assertEquals(List.of("Processing 2", "Contacting carrier 1"), one.document().select(".bar").eachText());
        var french = Visitor.inFrench().signedInAs(admin).get("/port-orders?state=contacting-carrier");
        assertTrue(french.text().contains("En attente de l'opérateur donneur 1"));
    }

    private void ordersToFilter() {
        organization.order("In June").requestedFor(LocalDate.of(2026, 6, 1)).with("Rainier Voice", "RV-1001").saved();
        organization.order("At the end of June").out().requestedFor(LocalDate.of(2026, 6, 30)).saved();
        // In Seattle this is still June, regardless of the requested day.
        organization.order("Confirmed for June").in("TRANSFER_APPROVED")
                .confirmedFor(Instant.parse("2026-07-01T06:30:00Z"))
                .requestedFor(LocalDate.of(2026, 7, 7)).saved();
        organization.order("In July").requestedFor(LocalDate.of(2026, 7, 1)).saved();
        organization.order("No day").requestedFor(null).saved();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "from=2026-06-01&to=2026-06-30|At the end of June,Confirmed for June,In June",
        "from=2026-06-02&to=2026-06-29|",
        "from=2026-07-01|In July",
        "to=2026-06-01|In June",
        "direction=out|At the end of June",
        "direction=in&carrier=RAINIER|In June",
        "q=rv-1001|In June",
        "state=transfer-approved&from=2026-06-30&to=2026-06-30|Confirmed for June",
        "q=&direction=&carrier=&from=&to=&sort=newest|At the end of June,Confirmed for June,In July,In June,No day"})
    void filtersByDirectionCarrierAndTransferDate(String query, String expected) {
        ordersToFilter();
        assertEquals(expected == null ? List.of() : List.of(expected.split(",")),
                names(visitor.get("/port-orders?" + query)).stream().sorted().toList());
    }

    @Test
    void showsEachFilterAndTakesItAway() {
        ordersToFilter();
        var page = visitor
                .get("/port-orders?q=june&direction=in&carrier=columbia&from=2026-06-01&to=2026-06-30&sort=name");
        assertEquals(List.of("Confirmed for June"), names(page));
        assertEquals(List.of("Remove: Port in", "Remove: Other carrier: columbia",
                "Remove: Transfer date: Jun 1, 2026 to Jun 30, 2026",
                "Remove: Name, from A to Z"), page.document().select(".active-filters .chip").eachText());
        assertTrue(page.document().selectFirst("details.filters").hasAttr("open"));
        assertEquals("columbia", page.field("Other carrier").attr("value"));
        var wider = page.click("Remove: Other carrier: columbia").click("Remove: Port in");
        assertEquals(List.of("At the end of June", "Confirmed for June", "In June"), names(wider));
        assertEquals(5, names(wider.click("Clear all")).size());
        assertFalse(visitor.get("/port-orders").document().selectFirst("details.filters").hasAttr("open"));
        assertTrue(Visitor.inFrench().signedInAs(admin).get("/port-orders?from=2026-06-01&to=2026-06-30").text()
                .contains("Date de portage : du 1er juin 2026 au 30 juin 2026"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-06-02|2026-06-01|The first day of the transfer date must not be after the last one.",
        "June|2026-06-01|Enter the first day of the transfer date as a date, such as 2026-06-02.",
        "2026-06-01|2026-06-31|Enter the last day of the transfer date as a date, such as 2026-06-30."})
    void saysWhatIsWrongWithTheDatesAndKeepsThem(String from, String to, String expected) {
        organization.order("Harbor").saved();
        var page = visitor.get("/port-orders?carrier=columbia&from=" + from + "&to=" + to);
        assertEquals(400, page.status());
        assertTrue(page.title().startsWith("Error: "));
        assertEquals(expected, Page.folded(page.document().selectFirst("main .message-failed a").text()));
        assertEquals(from, page.field("From").attr("value"));
        assertEquals(to, page.field("To").attr("value"));
        assertEquals("columbia", page.field("Other carrier").attr("value"));
        assertEquals(List.of(), names(page));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name|Order name|ascending", "transfer|FOC date|ascending",
        "changed|Last change|descending"})
    void turnsPagesForthAndBackInEachOrder(String sort, String head, String direction) {
        for (int i = 0; i < 60; i++) {
            // Pairs share their key.
            organization.order((i % 4 < 2 ? "depot " : "Depot ") + 10 * (i / 2)).made(NOON.plusSeconds(i / 2))
                    .requestedFor(i < 2 ? null : LocalDate.of(2026, 6, 1).plusDays(i / 2)).saved();
        }
        var first = visitor.get("/port-orders").click(head);
        assertEquals(direction, first.document().selectFirst("th[aria-sort]").attr("aria-sort"));
        var second = first.click("Next page");
        var third = second.click("Next page");
        var pons = new ArrayList<String>();
        List.of(first, second, third).forEach(page -> pons.addAll(page.document().select("tbody .pon").eachText()));
        assertEquals(60, pons.stream().distinct().count());
        assertEquals(pons.subList(0, 25),
                third.click("Previous page").click("Previous page").document().select("tbody .pon").eachText());
        var ordered = new ArrayList<String>();
        List.of(first, second, third)
                .forEach(page -> ordered.addAll(names(page).stream().map(String::toLowerCase).toList()));
        var expected = switch (sort) {
            case "name" -> ordered.stream().sorted().toList();
            case "transfer" -> IntStream.range(0, 60).mapToObj(i -> "depot " + 10 * ((i + 2) % 60 / 2)).toList();
            default -> IntStream.range(0, 60).mapToObj(i -> "depot " + 10 * ((59 - i) / 2)).toList();
        };
        assertEquals(expected, ordered);
    }

    @Test
    void refusesAPlaceOfAListThatIsSortedOtherwise() {
        IntStream.range(0, 26).forEach(i -> organization.order("Order " + i).saved());
        var place = visitor.get("/port-orders?sort=name").document().selectFirst("a[rel=next]").attr("href");
        assertEquals(400, visitor.get(place.replace("sort=name", "sort=changed")).status());
    }

    @Test
    void leadsBackToTheListAsItWas() {
        IntStream.range(0, 30).forEach(i -> organization.order("Depot " + i).in("PROCESSING").saved());
        var page = visitor.get("/port-orders?state=open&q=depot").click("Older orders");
        var names = names(page);
        assertEquals(names, names(page.click(names.get(0)).click("All port orders")));
        var panel = page.click("Set up and manage the PIN");
        assertEquals(names, names(panel));
        assertEquals(names, names(panel.click("Close")));
        assertEquals(names, names(panel.click("Cancel")));
        var saved = panel.submit(panel.document().selectFirst("form.pin-form").attr("action"), Map.of("pin", "482913"))
                .follow();
        assertTrue(saved.text().contains("A PIN is set."));
        assertEquals(names, names(saved.click("Close")));
    }

    @Test
    void leadsTheDeskBackToTheListOfTheOrdersOwnOrganization() {
        organization.order("Harbor").saved();
        var other = Fixtures.organization("Others").saved().order("Elsewhere").saved();
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        var detail = desk.get("/port-orders?organization=" + organization.id() + "&state=open").click("Harbor");
        assertEquals(List.of("Open 1"),
                detail.click("All orders of Cascade Freight").document().select(".chip[aria-current]").eachText());
        assertEquals(List.of("Elsewhere"), names(desk.get("/port-orders/" + other).click("All orders of Others")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "aHR0cHM6Ly9ldmlsLmV4YW1wbGU", "L3BvcnQtb3JkZXJzP10+"})
    void leadsBackToTheWholeListWhereItCantTellWhichItWas(String cookie) {
        var pon = organization.order("Harbor").saved();
        var session = visitor.cookie("portcullis-session");
        var page = Visitor.inEnglish().with("Cookie", "portcullis-session=" + session + "; list=" + cookie)
                .get("/port-orders/" + pon);
        assertEquals("/port-orders", page.document().selectFirst(".back a").attr("href"));
    }
}
