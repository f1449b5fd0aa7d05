package org.portcullis.order.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class QueueResourceIT extends PortalTest {

    private static final Instant LONG_AGO = Instant.parse("2020-06-01T19:00:00Z");

    /** No other test's organization is called so. */
    private final String name = "Queue of " + UUID.randomUUID();
    private final Fixtures.Organization organization = Fixtures.organization(name).saved();
    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);
    private final String mine = "&organization=" + name.replace(' ', '+');

    /** The queue is shared by all tests: orders of other tests must neither be found nor assigned. */
    @BeforeEach
    void leaveNothingUnassignedBehind() {
        Row.update("update port_order set assignee_id = ?, assignee_name = 'Somebody else' where assignee_id is null",
                UUID.randomUUID());
    }

    private static List<String> names(Page page) {
        return page.document().select("table.queue tbody th a").eachText();
    }

    private static String rowOf(Page page, String order) {
        return Page.folded(page.document().select("table.queue tbody tr").stream()
                .filter(row -> row.text().contains(order)).findFirst().orElseThrow().text());
    }

    private Page assign(Page page, String pon, Map<String, String> fields) {
        var action = page.document().select("form.assign").eachAttr("action").stream()
                .filter(form -> form.contains(pon)).findFirst().orElseThrow();
        return page.submit(action, fields);
    }

    @Test
    void showsWhoWaitsForUsOldestFirstAndWhatIsOverdue() {
        organization.order("Younger").in("PROCESSING").made(LONG_AGO.plusSeconds(1))
                .dueAt(Instant.now().plus(Duration.ofDays(1))).saved();
        organization.order("Older").out().in("PARTIALLY_COMPLETED").made(LONG_AGO).dueAt(LONG_AGO.plusSeconds(9))
                .saved();
        Stream.of("DRAFT", "CONTACTING_CARRIER", "TRANSFER_APPROVED", "TRANSFER_PENDING", "ACTION_REQUIRED",
                "COMPLETED", "CANCELLED")
                .forEach(state -> organization.order(state).in(state).saved());
        var page = desk.get("/").follow();
        assertEquals("Queue", page.heading());
        var own = desk.get("/desk?" + mine);
        assertEquals(List.of("Older", "Younger"), names(own));
        assertTrue(rowOf(own, "Older").contains("Overdue"));
        assertFalse(rowOf(own, "Younger").contains("Overdue"));
        for (String expected : List.of(name, "Port out", "Partially completed", "Jun 1, 2020", "Nobody")) {
            assertTrue(rowOf(own, "Older").contains(expected), expected);
        }
        assertEquals(List.of("Older"), names(desk.get("/desk?overdue=yes" + mine)));
        assertEquals(List.of("Younger"), names(desk.get("/desk?direction=in" + mine)));
    }

    @ParameterizedTest
    @CsvSource({"en-US, (206) 555-0171", "fr-FR, (206) 555-0171", "en-US, 04 65 71 20 71", "fr-FR, 04 65 71 20 71",
        "fr-FR, +1 206 555 0171"})
    void findsANumberAsItsCountryWritesItWhateverTheReadersLanguage(String language, String number) {
        organization.order("In Seattle").in("PROCESSING").withNumber("+12065550171").saved();
        Fixtures.organization("Atelier Lumière").inFrance().saved().order("À Lyon").in("PROCESSING")
                .withNumber("+33465712071").saved();
        var reader = Visitor.speaking(language).signedInAs(Fixtures.desk());
        assertTrue(names(reader.get("/desk?q=" + URLEncoder.encode(number, StandardCharsets.UTF_8)))
                .contains(number.startsWith("04") ? "À Lyon" : "In Seattle"));
    }

    private static void comment(Visitor from, String pon, String words) {
        var order = "/port-orders/" + pon;
        assertEquals(303, from.get(order).submit(order + "/comments", Map.of("words", words)).status());
    }

    @Test
    void showsWhichCustomersWaitForAnAnswer() {
        var admin = Visitor.inEnglish().signedInAs(organization.admin());
        var processing = organization.order("Being checked").in("PROCESSING").saved();
        var rejected = organization.order("Rejected").in("ACTION_REQUIRED").saved();
        comment(admin, rejected, "Which bill?");
        comment(admin, processing, "How long?");
        comment(admin, rejected, "The one of May?");
        var lane = "/desk?lane=commented" + mine;
        assertEquals(List.of("Rejected", "Being checked"), names(desk.get(lane)), "who waits longest comes first");
        assertTrue(rowOf(desk.get("/desk?" + mine), "Being checked").contains("Comment to answer"),
                "in the other lanes too");
        assertEquals(List.of(), names(desk.get(lane + "&assigned=me")));
        assertEquals(List.of("Rejected", "Being checked"), names(desk.get(lane + "&assigned=nobody")));
        Row.update("update port_order set due_at = ? where pon = ?", LONG_AGO.atOffset(ZoneOffset.UTC), processing);
        assertEquals(List.of("Being checked"), names(desk.get(lane + "&overdue=yes")));
        assertEquals("0", Fixtures.orderRow(processing).get("version"), "a comment makes no form stale");
        comment(desk, rejected, "That of May");
        assertEquals(List.of("Being checked"), names(desk.get(lane)));
        var order = "/port-orders/" + processing;
        desk.get(order).submit(order + "/comments", Map.of("words", "I called them", "deskOnly", "on"));
        assertEquals(List.of(), names(desk.get(lane)));
        assertFalse(rowOf(desk.get("/desk?" + mine), "Being checked").contains("Comment to answer"));
    }

    @Test
    void walksThroughTheCommentsPageByPage() {
        var asked = LONG_AGO;
        for (int i = 0; i < 30; i++) {
            var pon = organization.order("Asked " + i).in("PROCESSING").saved();
            Row.update("update port_order set unanswered_since = ? where pon = ?",
                    asked.plusSeconds(i).atOffset(ZoneOffset.UTC), pon);
        }
        var first = desk.get("/desk?lane=commented" + mine);
        assertEquals(25, names(first).size());
        var second = first.click("Next page");
        assertEquals(List.of("Asked 25", "Asked 26", "Asked 27", "Asked 28", "Asked 29"), names(second));
        assertEquals(names(first), names(second.click("Previous page")));
    }

    @Test
    void tellsWhoWorksOnAnOrderWhatTheCustomerSays() {
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        var admin = Visitor.inEnglish().signedInAs(organization.admin());
        comment(admin, pon, "Is anybody there?");
        assertEquals(List.of(), subjectsTo(person), "nobody works on it");
        Row.update("update port_order set assignee_id = ?, assignee_name = 'The desk' where pon = ?", person.id(), pon);
        comment(admin, pon, "Which bill?");
        assertEquals(List.of("A customer wrote about a port order: Harbor (" + pon + ")"), subjectsTo(person));
        comment(desk, pon, "That of May");
        assertEquals(1, subjectsTo(person).size());
        assertTrue(
                Fixtures.rowsOf(pon, "notice").stream().noneMatch(mail -> mail.get("recipient").equals(person.email())),
                "the organization does not read who works at the desk");
    }

    private static List<String> subjectsTo(Fixtures.Person reader) {
        return Row.select("select subject from notice where recipient = ?", reader.email()).stream()
                .map(row -> row.get("subject")).toList();
    }

    @Test
    void showsWhatIsDueOnTheOrganizationsDay() {
        // 5 PM in Seattle is the next day where this person of the desk reads it.
        organization.order("Due").in("PROCESSING").dueAt(Instant.parse("2026-03-04T01:00:00Z")).saved();
        assertTrue(rowOf(desk.get("/desk?" + mine), "Due").contains("Mar 3, 2026"));
    }

    @Test
    void saysUntilWhenNumbersMayStillMove() {
        var date = Instant.now().minus(Duration.ofDays(2));
        organization.order("Late").in("TRANSFER_PENDING").confirmedFor(date).dueAt(date.plus(Duration.ofDays(10)))
                .saved();
        var longAgo = Instant.now().minus(Duration.ofDays(11));
        organization.order("Lost").in("TRANSFER_PENDING").confirmedFor(longAgo).dueAt(longAgo.plus(Duration.ofDays(10)))
                .saved();
        var queue = desk.get("/desk?lane=transfer" + mine);
        assertTrue(rowOf(queue, "Late").contains("May still move until"));
        assertFalse(rowOf(queue, "Late").contains("Overdue"));
        assertTrue(rowOf(queue, "Lost").contains("Overdue since"));
        assertEquals(List.of("Lost"), names(desk.get("/desk?lane=transfer&overdue=yes" + mine)));
    }

    @Test
    void letsSomebodyTakeAnOrderOnItsOwnPage() {
        var pon = organization.order("Taken here").in("PROCESSING").saved();
        var page = desk.get("/port-orders/" + pon);
        assertTrue(page.document().selectFirst("[data-key=n]") != null, "the next order is one key away here too");
        var taken = page.press("Assign to me", Map.of());
        assertEquals("/port-orders/" + pon, taken.redirect());
        var after = taken.follow();
        assertTrue(after.text().contains("You are now working on this order."));
        assertFalse(after.text().contains("Assign to me"));
    }

    @Test
    void speaksFrench() {
        organization.order("Dépôt").in("PROCESSING").dueAt(LONG_AGO).saved();
        var page = Visitor.inFrench().signedInAs(Fixtures.desk()).get("/desk?" + mine);
        assertEquals("File d'attente", page.heading());
        for (String expected : List.of("Service de portabilité", "À traiter par nous 1", "En retard", "Me l'attribuer",
                "Commande suivante")) {
            assertTrue(page.text().contains(expected), expected);
        }
        assertFalse(page.source().contains("NOT_FOUND"));
    }

    @ParameterizedTest
    @CsvSource({"us, Processing", "carrier, Late carrier", "transfer, Pending", "rejected, Rejected"})
    void hasAPartForEachThingThatTheDeskLooksAt(String lane, String expected) {
        organization.order("Processing").in("PROCESSING").saved();
        organization.order("Late carrier").in("CONTACTING_CARRIER").dueAt(LONG_AGO).saved();
        organization.order("Carrier in time").in("CONTACTING_CARRIER").dueAt(Instant.now().plus(Duration.ofDays(1)))
                .saved();
        organization.order("Pending").in("TRANSFER_PENDING").dueAt(LONG_AGO).saved();
        organization.order("Rejected").rejectedFor("ADDRESS_MISMATCH").saved();
        organization.order("Draft").saved();
        var page = desk.get("/desk?lane=" + lane + mine);
        assertEquals(List.of(expected), names(page));
        assertEquals(
                List.of("Waiting for us 1", "Carrier overdue 1", "Transfer within 24 hours 1",
                        "Rejected, with the customer 1",
                        "Comments to answer 0"),
                page.document().select(".chip").eachText());
    }

    @Test
    void countsNoFurtherThanAHundredAndTurnsPages() {
        IntStream.range(0, 102).forEach(i -> organization.order("Order " + (100 + i)).in("PROCESSING")
                .made(LONG_AGO.plusSeconds(i / 2)).saved());
        var first = desk.get("/desk?" + mine);
        assertEquals("Waiting for us 100+", first.document().selectFirst(".chip").text());
        var second = first.click("Next page");
        assertEquals(50, Stream.of(first, second).flatMap(page -> names(page).stream()).distinct().count());
        assertEquals(names(first), names(second.click("Previous page")));
        assertTrue(names(first).containsAll(List.of("Order 100", "Order 101")));
    }

    @Test
    void assignsAndReleases() {
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        var page = desk.get("/desk?" + mine);
        var assigned = assign(page, pon, Map.of()).follow();
        assertTrue(assigned.text().contains("The order is assigned to you."));
        assertEquals(List.of("Harbor"), names(assigned), "the filters stay");
        assertEquals(List.of(pon), person.assignedOrders());
        assertEquals(List.of("Harbor"), names(desk.get("/desk?assigned=me" + mine)));
        assertEquals(List.of(), names(desk.get("/desk?assigned=nobody" + mine)));
        assertTrue(assign(assigned, pon, Map.of()).follow().text().contains("The order is released"));
        assertEquals(List.of(), person.assignedOrders());
    }

    @Test
    void tellsTheSecondOneWhoHasTakenItAndLetsThemTakeItOver() {
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        var other = Fixtures.desk();
        var page = desk.get("/desk?" + mine);
        var others = Visitor.inEnglish().signedInAs(other);
        assign(others.get("/desk?" + mine), pon, Map.of());
        var late = assign(page, pon, Map.of());
        assertEquals(409, late.status());
        assertTrue(late.text().contains("The desk has taken the order Harbor meanwhile."));
        assertEquals(List.of(pon), other.assignedOrders());
        assertEquals(303, assign(late, pon, Map.of()).status());
        assertEquals(List.of(pon), person.assignedOrders());
        assertEquals(List.of(), other.assignedOrders());
        assign(others.get("/desk?" + mine), pon, Map.of("holder", ""));
        assertEquals(List.of(pon), person.assignedOrders());
    }

    @Test
    void leadsToTheNextOrderAndBack() {
        organization.order("Younger").in("PROCESSING").made(LONG_AGO.plusSeconds(1)).saved();
        var oldest = organization.order("Older").in("PROCESSING").made(LONG_AGO).saved();
        organization.order("Of the carrier").in("CONTACTING_CARRIER").made(LONG_AGO.minusSeconds(1)).saved();
        var page = desk.get("/desk?" + mine).submit("/desk/next", Map.of());
        assertEquals("/port-orders/" + oldest, page.redirect());
        assertEquals(List.of(oldest), person.assignedOrders());
        assertEquals(List.of("Older", "Younger"), names(page.follow().click("Back to the queue")));
    }

    @Test
    void saysWhenNoneIsLeft() {
        var page = desk.get("/desk").submit("/desk/next", Map.of());
        assertEquals("/desk", page.redirect());
        assertTrue(page.follow().text().contains("No order is left that waits for us and is nobody's."));
    }

    @Test
    void givesTwoWhoAskAtOnceTwoOrders() {
        organization.order("One").in("PROCESSING").saved();
        organization.order("Two").in("PROCESSING").saved();
        var people = List.of(person, Fixtures.desk(), Fixtures.desk());
        var pages = people.stream().map(each -> Visitor.inEnglish().signedInAs(each).get("/desk")).toList();
        var answers = pages.stream()
                .map(page -> CompletableFuture.supplyAsync(() -> page.submit("/desk/next", Map.of()).redirect()))
                .toList()
                .stream().map(CompletableFuture::join).toList();
        assertEquals(1, answers.stream().filter("/desk"::equals).count(), answers.toString());
        assertEquals(3, answers.stream().distinct().count());
        var taken = people.stream().flatMap(each -> each.assignedOrders().stream()).toList();
        assertEquals(2, taken.size());
        assertNotEquals(taken.get(0), taken.get(1));
    }

    @Test
    void findsOrdersOfAnyOrganizationByWholePonAndNumber() {
        var number = "+1206" + (2_000_000 + Math.abs(name.hashCode()) % 7_000_000);
        var carrierPon = "RV-" + name.substring(9, 25);
        var pon = organization.order("Harbor").in("COMPLETED").with("Rainier Voice", carrierPon).withNumber(number)
                .saved();
        for (String text : List.of(pon, pon.toLowerCase(), carrierPon, number.substring(2),
                "1-" + number.substring(2))) {
            var page = desk.get("/desk?q=" + text.replace("+", "%2B"));
            assertEquals(List.of("Harbor"), names(page), text);
            assertTrue(page.text().contains("1 order matches"), text);
        }
        assertEquals("x".repeat(500), desk.get("/desk?q=" + "x".repeat(500)).document().getElementById("q").val(),
                "nothing is cut");
        assertTrue(desk.get("/desk?q=" + pon.substring(0, 9)).text().contains("No order has the PON or number"));
    }

    @Test
    void isTheDesksAlone() {
        assertEquals(403, Visitor.inEnglish().signedInAs(organization.admin()).get("/desk").status());
        assertFalse(Visitor.inEnglish().signedInAs(organization.admin()).get("/port-orders").hasLink("Queue"));
        assertEquals("/port-orders", Visitor.inEnglish().signedInAs(organization.admin()).get("/").redirect());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lane=nonsense", "assigned=nonsense", "direction=sideways", "after=nonsense",
        "after=x&before=y"})
    void refusesAddressesThatItNeverMade(String query) {
        assertEquals(400, desk.get("/desk?" + query).status());
    }
}
