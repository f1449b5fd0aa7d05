package org.portcullis.portout.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class EntryResourceIT extends PortalTest {

    private static final String NEW = "/desk/port-out-requests/new";
    private static final String PIN = "73910482";
    private static final String WRONG = "58203917";
    private static final AtomicInteger LINES = new AtomicInteger();

    private final String number = number();
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number)
            .saved();
    private final Fixtures.Person admin = organization.admin();
    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);
    /** A carrier without earlier requests. */
    private final String carrier = "Rainier " + UUID.randomUUID();

    private static String number() {
        return "+1458200%04d".formatted(LINES.incrementAndGet());
    }

    private Page enter(Map<String, String> fields) {
        var all = new HashMap<>(Map.of("carrier", carrier, "numbers", number));
        all.putAll(fields);
        return desk.get(NEW).submit(NEW, all);
    }

    private List<Map<String, String>> requests() {
        return Row.select("select * from port_out_request where asker_name = ?", carrier);
    }

    private static String problem(Page page, String field) {
        return page.problemOf(page.document().getElementById(field));
    }

    @Test
    void makesAPortOrderWithTheRightPin() {
        organization.withPin(PIN);
        var form = desk.get("/desk/port-out-requests").click("Type in a request");
        assertEquals("Type in a port-out request", form.heading());
        assertEquals("password", form.field("Port out PIN").attr("type"));
        assertEquals("off", form.field("Port out PIN").attr("autocomplete"));
        var page = form
                .submit(NEW,
                        Map.of("carrier", carrier, "pon", "LSR-5", "numbers",
                                "(" + number.substring(2, 5) + ") " + number.substring(5),
                                "account-number", "447190382", "zip", "98101", "subscriber", "Cascade", "pin", PIN))
                .follow();
        assertEquals(carrier + " asks for 1 number", page.heading());
        assertTrue(page.text().contains("The numbers may leave. Settle the date, and give our order number."),
                page.text());
        assertTrue(page.text().contains("How it came Porting desk, by hand")
                && page.text().contains("Typed in by The desk"));
        assertFalse(page.source().contains(PIN));
        var request = requests().get(0);
        assertEquals(List.of("ALLOWED", "DESK", "The desk", "LSR-5", "Cascade", organization.id().toString()),
                List.of(request.get("verdict"), request.get("channel"),
                        request.get("entered_by"), request.get("pon"), request.get("subscriber_name"),
                        request.get("organization_id")));
        var order = Row.select("select * from port_order where id = ?", UUID.fromString(request.get("order_id")))
                .get(0);
        assertEquals(List.of("PROCESSING", "OUT", carrier),
                List.of(order.get("state"), order.get("direction"), order.get("other_carrier")));
        assertTrue(page.hasLink(order.get("pon")));
        assertTrue(Mails.to(admin.email(), 1).stream()
                .anyMatch(mail -> mail.subject().startsWith("Your numbers are to leave: " + carrier)));
        var customer = Visitor.inEnglish().signedInAs(admin).get("/port-out-requests").click(carrier);
        assertTrue(customer.text().contains("Porting desk, by hand") && !customer.text().contains("The desk"),
                "people of the desk are not named to customers");
    }

    @Test
    void namesInTheTrailWhoTypedItIn() {
        enter(Map.of("pin", WRONG));
        var entry = person.auditEntries().stream().filter(each -> each.get("event").equals("PORT_OUT_ENTERED"))
                .findFirst().orElseThrow();
        assertEquals(List.of(requests().get(0).get("id"), carrier),
                List.of(entry.get("subject_id"), entry.get("detail")));
        assertEquals(List.of("PORT_OUT_REFUSED"),
                Row.select("select * from audit_entry where actor_name = ?", carrier).stream()
                        .map(each -> each.get("event")).toList());
    }

    @Test
    void decidesAsIfTheCarrierHadAskedItself() {
        assertSameVerdict("", number, Map.of(), "NO_PIN");
        organization.withPin(PIN);
        assertSameVerdict("", number, Map.of(), "PIN_MISSING");
        assertSameVerdict("<Pin>" + WRONG + "</Pin>", number, Map.of("pin", WRONG), "PIN_INVALID");
        assertSameVerdict("<Pin>" + PIN + "</Pin><AccountNumber>1</AccountNumber><ZipCode>1</ZipCode>", number,
                Map.of("pin", PIN, "account-number", "1", "zip", "1"), "ACCOUNT_NUMBER_INVALID,ZIP_INVALID");
        assertSameVerdict("<Pin>" + PIN + "</Pin>", number(), Map.of("pin", PIN), "NOT_RECOGNISED");
        Row.update("update telephone_number set active = false where number = ?", number);
        assertSameVerdict("<Pin>" + PIN + "</Pin>", number, Map.of("pin", PIN), "NOT_ACTIVE");
    }

    private void assertSameVerdict(String xml, String asked, Map<String, String> fields, String refusals) {
        AskingCarrier.knownTo(Surroundings.portalUrl(), person).ask(xml, asked);
        var all = new HashMap<>(fields);
        all.put("numbers", asked);
        var page = enter(all).follow();
        assertTrue(page.text().contains("The numbers may not leave."), page.text());
        // For a carrier's own request, only the count of unknown numbers is stored.
        assertEquals(List.of(refusals, refusals),
                Row.select("select refusals from port_out_request where numbers = ? or asker_id is not null"
                        + " and (numbers = '' or numbers is null) order by received_at desc", asked).stream().limit(2)
                        .map(row -> row.get("refusals")).toList());
    }

    @Test
    void saysWhatToTellTheCarrierThatGaveAWrongPin() {
        organization.withPin(PIN);
        var page = enter(Map.of("pin", WRONG)).follow();
        assertTrue(page.text().contains("These reasons, and nothing else: The PIN is invalid."));
        assertFalse(page.source().contains(WRONG));
        assertFalse(requests().toString().contains(WRONG));
        assertFalse(Row.select("select * from audit_entry where actor_name = ? or actor_id = ?", carrier, person.id())
                .toString().contains(WRONG));
        assertEquals(1,
                Row.select("select * from port_out_guess where subject = ? and failures = 1",
                        "pair:" + organization.id() + ":DESK:" + carrier).size(),
                "counted for the carrier as for others");
    }

    @Test
    void takesBlanksAroundThePinForNothing() {
        organization.withPin(PIN);
        assertTrue(enter(Map.of("pin", " " + PIN + "\t")).follow().text().contains("The numbers may leave."));
    }

    @Test
    void countsAFormOnceThatIsSentTwice() {
        organization.withPin(PIN);
        var form = desk.get(NEW);
        var fields = Map.of("carrier", carrier, "numbers", number, "pin", PIN);
        assertEquals(form.submit(NEW, fields).redirect(), form.submit(NEW, fields).redirect());
        assertEquals("2", requests().get(0).get("times_asked"));
        assertEquals(1, Row.select("select * from port_order where organization_id = ?", organization.id()).size());
        enter(Map.of("pin", PIN));
        assertEquals(2, requests().size(), "another form is another request");
    }

    @Test
    void comesBackWithoutThePinWhenNumbersCanNotBeRead() {
        var page = enter(Map.of("numbers", number + "\nhello\n12345", "pon", "LSR-5", "pin", PIN));
        assertEquals(400, page.status());
        assertTrue(page.title().startsWith("Error: "));
        assertTrue(problem(page, "numbers").contains("Correct what is no telephone number; nothing was decided yet."));
        assertTrue(page.text().contains("Line 2, hello: Letters can't be read as a number."), page.text());
        assertTrue(page.text().contains("Line 3, 12345: This number is too short."));
        assertEquals(number + "\nhello\n12345", page.field("Telephone numbers").wholeText());
        assertEquals("LSR-5", page.document().getElementById("pon").val());
        assertEquals(carrier, page.field("Carrier").val());
        assertComesBackWithoutThePin(page);
        assertEquals(303, page.submit(NEW, Map.of("numbers", number, "pin", PIN)).status());
    }

    private void assertComesBackWithoutThePin(Page page) {
        assertFalse(page.source().contains(PIN));
        assertEquals("", page.field("Port out PIN").val());
        assertTrue(page.text().contains("The PIN was not kept: type it in again."));
        assertEquals(List.of(), requests());
    }

    @Test
    void asksForACarrierAndNumbers() {
        var page = enter(Map.of("carrier", "  ", "numbers", " ", "pin", PIN));
        assertEquals(400, page.status());
        assertEquals("Error: Enter the name of the carrier.", problem(page, "carrier"));
        assertEquals("Error: Enter the telephone numbers.", problem(page, "numbers"));
        assertEquals(List.of("#carrier", "#numbers"), page.document().select("main [role=alert] a").eachAttr("href"));
        assertComesBackWithoutThePin(page);
    }

    @Test
    void refusesWhatIsTooLongOrCanNotBeSeen() {
        var page = enter(Map.of("carrier", "C".repeat(101), "pon", "P".repeat(26), "account-number", "1".repeat(26),
                "zip", "9".repeat(16),
                "subscriber", "S".repeat(94), "numbers", "1".repeat(500_001), "pin", PIN));
        assertEquals(400, page.status());
        var most = Map.of("carrier", "100", "pon", "25", "account-number", "25", "zip", "15", "subscriber", "93",
                "numbers", "500,000");
        most.forEach((field, count) -> assertEquals("Error: At most " + count + " characters.", problem(page, field)));
        assertEquals("P".repeat(26), page.document().getElementById("pon").val(), "kept, to be corrected");
        assertComesBackWithoutThePin(page);
        assertEquals("Error: Use letters and digits that can be seen.",
                problem(enter(Map.of("pon", "LSR\u202e5")), "pon"));
        assertEquals("Error: Use letters and digits that can be seen.",
                problem(enter(Map.of("carrier", "---")), "carrier"));
        organization.withPin(PIN);
        assertEquals(303, enter(Map.of("pon", "P".repeat(25), "account-number", "1".repeat(25), "zip", "9".repeat(15),
                "subscriber", "S".repeat(93))).status());
    }

    @Test
    void takesNumbersOfOtherCountriesAndOfNobody() {
        var abroad = "+331701%05d".formatted(LINES.incrementAndGet());
        var lumiere = Fixtures.organization("Atelier Lumière").inFrance().withNumber(abroad).saved();
        var page = enter(Map.of("numbers", abroad, "pin", PIN)).follow();
        assertTrue(page.text().contains("These reasons, and nothing else: The numbers can't be ported out this way."),
                page.text());
        assertEquals(List.of("NOT_IN_UNITED_STATES", lumiere.id().toString()),
                List.of(requests().get(0).get("refusals"), requests().get(0).get("organization_id")));
        var nobodys = enter(Map.of("numbers", number(), "pin", PIN)).follow();
        assertTrue(nobodys.text().contains("Numbers of no organization, or of several"));
        assertNull(requests().stream().filter(row -> row.get("refusals").equals("NOT_RECOGNISED")).findFirst()
                .orElseThrow().get("organization_id"));
        var several = enter(Map.of("numbers", number + "," + abroad, "pin", PIN)).follow();
        assertTrue(several.text().contains("At least one number is not recognized."), several.text());
        assertTrue(several.text().contains("Numbers of several organizations"), "the desk sees why");
    }

    @Test
    void speaksFrench() {
        organization.withPin(PIN);
        var french = Visitor.inFrench().signedInAs(person);
        var form = french.get("/desk/port-out-requests").click("Saisir une demande");
        assertEquals("fr-FR", form.language());
        assertEquals("Saisir une demande de portabilité sortante", form.heading());
        assertEquals("password", form.field("Code confidentiel de transfert").attr("type"));
        var wrong = form.submit(NEW, Map.of("carrier", "", "pon", "P".repeat(26), "numbers", "bonjour", "pin", PIN));
        assertEquals("Erreur : Saisissez le nom de l'opérateur.", problem(wrong, "carrier"));
        assertEquals("Erreur : 25 caractères au plus.", problem(wrong, "pon"));
        assertTrue(wrong.text().contains("Ligne 1, bonjour : un numéro ne peut pas contenir de lettres."),
                wrong.text());
        assertTrue(wrong.text().contains("Le code confidentiel n'a pas été conservé : saisissez-le de nouveau."));
        assertFalse(wrong.source().contains(PIN));
        var page = wrong.submit(NEW, Map.of("carrier", carrier, "pon", "", "numbers", number, "pin", PIN)).follow();
        assertTrue(
                page.text().contains(
                        "Les numéros peuvent partir. Convenez de la date, et donnez le numéro de notre commande."),
                page.text());
    }
}
