package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;
import org.portcullis.web.i18n.Formats;

@OnPackagedPortal
class DraftResourceIT extends PortalTest {

    private static final String BTN = "BTN (billing telephone number)";
    private static final String TRANSFER_PIN = "Losing carrier's transfer PIN (optional)";
    private static final String PIN_KEPT = "One is stored. Leave the field empty to keep it.";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);
    private final Wizard draft = Wizard.started(visitor, "Harbor");

    private static Map<String, String> carrierWith(String field, String value) {
        var fields = new LinkedHashMap<>(Wizard.CARRIER);
        fields.put(field, value);
        return fields;
    }

    @ParameterizedTest
    @CsvSource({"next, dates", "back, numbers", "later, "})
    void keepsWhatIsTypedWhicheverButtonIsPressed(String button, String step) {
        var answer = draft.save("carrier", Wizard.CARRIER, button);
        assertEquals(step == null ? draft.address() : draft.address(step), answer.redirect());
        var page = draft.page("carrier");
        assertEquals("Columbia Fiber", page.field("Losing carrier").attr("value"));
        assertEquals("88-2041", page.field("Account number").attr("value"));
        assertEquals("+1 425-200-0100", page.field(BTN).attr("value"));
    }

    @Test
    void keepsWhatIsTypedWhoeverGoesToAnotherStep() {
        assertEquals(draft.address("dates"),
                draft.save("carrier", Map.of("otherCarrier", "Columbia Fiber", "btn", "12"), "step-dates").redirect());
        var page = draft.page("carrier");
        assertEquals("Columbia Fiber", page.field("Losing carrier").attr("value"));
        assertEquals("12", page.field(BTN).attr("value"));
        assertEquals("step-numbers", page.document().select(".draft-step button").get(1).attr("value"));
    }

    @Test
    void keepsNoPortOutThatIsNotPossible() {
        assertEquals(303, draft.save("direction", Map.of("direction", "OUT"), "later").status());
        assertFalse(draft.page("review").text().contains("A port out can't be ordered here yet."));
        assertEquals(303, draft.save("direction", Map.of()).status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en|Error: %s falls on a weekend. The next possible day is |Requested date",
        "fr|Erreur : Le %s tombe un week-end. La prochaine date possible est le |Date de portage souhaitée"})
    void namesWhyNoNumbersMoveOnADay(String language, String words, String label) {
        var reader = Wizard.of((language.equals("fr") ? Visitor.inFrench() : Visitor.inEnglish()).signedInAs(admin),
                draft.pon());
        var sunday = LocalDate.now(ZoneOffset.UTC).plusMonths(2).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        var page = reader.save("dates", Map.of("requestedDate", sunday.toString()));
        var day = Page.folded(Formats.date(sunday, language.equals("fr") ? Locale.FRANCE : Locale.US));
        assertTrue(page.problemOf(page.field(label)).startsWith(words.formatted(day)),
                page.problemOf(page.field(label)));
        if (language.equals("fr")) {
            assertTrue(page.text().contains("Date de portage souhaitée : le " + day), "no capital after a colon");
        }
    }

    @Test
    void fillsInWhatThePortalKnows() {
        var page = draft.page("carrier");
        assertEquals("Cascade Freight", page.field("Account name").attr("value"));
        assertEquals("The admin", page.field("Authorized person").attr("value"));
        assertEquals("1200 Alaskan Way", page.field("Street and number").attr("value"));
        assertEquals("98101", page.field("ZIP or postal code").attr("value"));
        assertEquals("", page.field("Account number").attr("value"), "that of the losing carrier is not known here");
        assertFalse(page.field("City").hasAttr("aria-describedby"));
        assertEquals("requestedDate-earliest", draft.page("dates").field("Requested date").attr("aria-describedby"));
    }

    @Test
    void asksForWhatIsMissingBeforeItGoesOn() {
        var page = draft.save("carrier", Map.of("zip", "9810", "btn", "12"));
        assertEquals(400, page.status());
        assertTrue(page.title().startsWith("Error: "));
        assertEquals("Error: Fill this in.", page.problemOf(page.field("Losing carrier")));
        assertEquals("Error: Enter a ZIP code of five or nine digits, such as 98101 or 98101-2345.",
                page.problemOf(page.field("ZIP or postal code")));
        assertEquals("Losing carrier: Fill this in.",
                Page.folded(page.document().selectFirst(".message-failed a[href=#otherCarrier]").text()));
        assertEquals("12", page.field(BTN).attr("value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"back", "later"})
    void keepsWhatIsNotGoodYetForWhoComesBack(String button) {
        assertEquals(303,
                draft.save("carrier", Map.of("zip", "9810", "btn", "12", "region", "Washington"), button).status());
        var page = draft.page("carrier");
        assertEquals("9810", page.field("ZIP or postal code").attr("value"));
        assertEquals("12", page.field(BTN).attr("value"));
        assertTrue(draft.page("review").text().contains("ZIP or postal code: Enter a ZIP code"));
        draft.save("carrier", Map.of("zip", "98101"), "later");
        assertEquals("98101", draft.page("carrier").field("ZIP or postal code").attr("value"));
        assertFalse(draft.page("review").text().contains("ZIP or postal code: Enter a ZIP code"));
    }

    @Test
    void keepsAnEmptiedFieldEmpty() {
        draft.save("carrier", Map.of("accountName", ""), "later");
        assertEquals("", draft.page("carrier").field("Account name").attr("value"));
        assertTrue(draft.page("review").text().contains("Account name: Fill this in."));
    }

    @Test
    void keepsAllOfWhatIsFarTooLong() {
        var street = "x" + "\ud83c\udfe0".repeat(30_000);
        assertEquals(303, draft.save("carrier", Map.of("street", street), "later").status());
        var page = draft.page("carrier");
        assertEquals(street, page.field("Street and number").attr("value"));
        assertTrue(draft.page("review").text()
                .contains("Street and number: Use at most 200 characters; this has 30,001."));
    }

    @Test
    void neverShowsTheTransferPinAgain() {
        var saved = draft.save("carrier", carrierWith("transferPin", "harbor-7741"));
        assertEquals(303, saved.status());
        var page = draft.page("carrier");
        assertTrue(page.text().contains(PIN_KEPT));
        assertFalse(page.source().contains("7741"));
        assertFalse(draft.page("review").source().contains("7741"));
        assertFalse(visitor.get(draft.address()).source().contains("7741"));
        assertTrue(draft.save("carrier", Map.of(), "later").follow().status() == 200
                && draft.page("carrier").text().contains(PIN_KEPT));
        var refused = draft.save("carrier", Map.of("transferPin", "8852".repeat(7)));
        assertEquals(400, refused.status());
        assertEquals("", refused.field(TRANSFER_PIN).attr("value"));
        assertFalse(refused.source().contains("8852"));
    }

    @Test
    void deletesTheTransferPinWhenAskedTo() {
        draft.save("carrier", carrierWith("transferPin", "harbor-7741"));
        draft.save("carrier", Map.of("forgetTransferPin", "on", "transferPin", "harbor-9"), "later");
        assertTrue(draft.page("carrier").text().contains(PIN_KEPT), "a new one takes its place");
        draft.save("direction", Map.of("forgetTransferPin", "on"), "later");
        assertTrue(draft.page("carrier").text().contains(PIN_KEPT), "only where the field is");
        draft.save("carrier", Map.of("forgetTransferPin", "on"), "later");
        assertFalse(draft.page("carrier").text().contains(PIN_KEPT));
    }

    @Test
    void tellsWhoComesTooLateAndLosesNothingOfTheirs() {
        var late = draft.page("carrier");
        draft.save("carrier", carrierWith("transferPin", "1"), "later");
        var page = late.submit(draft.address("carrier"),
                Map.of("otherCarrier", "Pacific Bell", "accountNumber", "77-1", "transferPin", "harbor-7741"));
        assertEquals(409, page.status());
        assertTrue(page.text().contains("The order was changed meanwhile"));
        assertTrue(page.text().contains("The admin changed it on"));
        assertEquals("Pacific Bell", page.field("Losing carrier").attr("value"));
        var versions = Page.folded(page.document().selectFirst("table.versions").text());
        assertTrue(versions.contains("Losing carrier Pacific Bell Columbia Fiber"), versions);
        assertTrue(versions.contains("Account number 77-1 88-2041"), versions);
        assertFalse(page.source().contains("7741"));
        assertEquals("Columbia Fiber", draft.page("carrier").field("Losing carrier").attr("value"));
        assertEquals(303, page.submit(draft.address("carrier"), Map.of("go", "later")).status());
        assertEquals("Pacific Bell", draft.page("carrier").field("Losing carrier").attr("value"));
    }

    @Test
    void tellsTooLateInFrench() {
        var french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.pon());
        var late = french.page("carrier");
        assertEquals("Opérateur et compte", late.heading());
        draft.save("carrier", Wizard.CARRIER, "later");
        var page = late.submit(draft.address("carrier"), Map.of("otherCarrier", "Opérateur du Rhône"));
        assertEquals(409, page.status());
        assertTrue(Page.folded(page.document().selectFirst("table.versions").text())
                .contains("Opérateur donneur Opérateur du Rhône Columbia Fiber"));
        var missing = french.save("carrier", Map.of("otherCarrier", ""));
        assertEquals("Erreur : Renseignez ce champ.", missing.problemOf(missing.field("Opérateur donneur")));
    }

    @Test
    void asksForAReplacementWhereAPartialPortTakesTheBtn() {
        draft.addNumbers("425-200-0100");
        var page = draft.save("carrier", carrierWith("extent", "PARTIAL"));
        assertEquals("Error: The BTN is among the numbers that move. Enter the number that takes its place.",
                page.problemOf(page.field("Replacement BTN (optional)")));
        assertEquals(303, page.submit(draft.address("carrier"), Map.of("replacementBtn", "425-200-0199")).status());
    }

    @Test
    void saysTheEarliestDateAndRefusesAnEarlierOne() {
        var page = draft.save("dates", Map.of("requestedDate", "2020-01-06", "noticeAddresses", "nobody"));
        assertEquals(400, page.status());
        assertTrue(page.problemOf(page.field("Requested date")).startsWith("Error: The earliest possible date is "));
        assertEquals("Error: Enter e-mail addresses such as name@example.com, one to a line.",
                page.problemOf(page.field("Also notify (optional)")));
        assertEquals("2020-01-06", page.field("Requested date").attr("value"));
        assertEquals("nobody", page.field("Also notify (optional)").text());
        var earliest = page.field("Requested date").attr("min");
        assertEquals(
                303, page
                        .submit(draft.address("dates"),
                                Map.of("requestedDate", earliest, "noticeAddresses", "a@example.com, b@example.com"))
                        .status());
        assertEquals("a@example.com\nb@example.com", draft.page("dates").field("Also notify (optional)").wholeText());
    }

    @Test
    void speaksOfTheGainingCarrierWhereNumbersLeave() {
        organization.withPin(Instant.now(), "The admin");
        var leaving = Wizard.started(visitor, "Leaving", "OUT");
        var page = leaving.save("carrier", Map.of());
        assertEquals("Gaining carrier: Fill this in.",
                Page.folded(page.document().selectFirst(".message-failed a[href=#otherCarrier]").text()));
        assertTrue(leaving.page("review").text().contains("Gaining carrier: Fill this in."));
        assertFalse(leaving.page("review").text().contains("Losing carrier"));
        assertFalse(leaving.page("review").text().contains("Full port"), "nobody was asked");
        assertTrue(page.text().contains("The carrier that the numbers go to."));
    }

    @Test
    void takesTheAccountOfThisProviderWhereNumbersLeaveAfterAll() {
        organization.withPin(Instant.now(), "The admin");
        draft.save("carrier", Wizard.CARRIER);
        draft.save("direction", Map.of("direction", "OUT"));
        assertTrue(draft.page("review").text().contains("4471-90382"));
        draft.save("direction", Map.of("direction", "IN"));
        assertEquals("", draft.page("carrier").field("Account number").attr("value"));
    }

    @Test
    void forgetsTheCarriersPinAndTheDocumentsWhereNumbersLeaveAfterAll() {
        organization.withPin(Instant.now(), "The admin");
        var warning = "the losing carrier's account number and transfer PIN and the documents stored with this draft are deleted";
        assertFalse(draft.page("direction").text().contains(warning), "nothing is stored yet");
        draft.filledIn();
        draft.save("carrier", Map.of("transferPin", "harbor-7741"));
        draft.sign("Ada Moreau");
        assertTrue(draft.page("direction").text().contains(warning), draft.page("direction").text());
        draft.save("direction", Map.of("name", "Harbor 2"));
        assertEquals(1, Fixtures.rowsOf(draft.pon(), "document").size(), "it still comes in");
        draft.save("direction", Map.of("direction", "OUT"));
        assertNull(Fixtures.orderRow(draft.pon()).get("transfer_pin"));
        assertEquals(List.of(), Fixtures.rowsOf(draft.pon(), "document"));
        assertTrue(admin.auditEntries().stream().anyMatch(entry -> entry.get("event").equals("DOCUMENT_REMOVED")));
        draft.save("direction", Map.of("direction", "IN"));
        assertFalse(draft.page("carrier").text().contains(PIN_KEPT));
    }

    @Test
    void doesNotExistForAnotherOrganization() {
        var stranger = Wizard.of(Visitor.inEnglish().signedInAs(Fixtures.organization("Somebody else").saved().admin()),
                draft.pon());
        assertEquals(404, stranger.page("carrier").status());
        assertEquals(403,
                Wizard.of(Visitor.inEnglish().signedInAs(organization.viewer()), draft.pon()).page("carrier").status());
        assertEquals(404, draft.page("made-up").status());
        assertEquals(400, draft.page("carrier").forge(draft.address("carrier"), "made-up").status());
    }

    @Test
    void leadsToTheOrderOnceItWasSentAndLosesNothingThatComesTooLate() {
        var form = draft.page("carrier");
        draft.ready().send();
        assertEquals(draft.address(), draft.page("carrier").redirect());
        var late = form.submit(draft.address("carrier"),
                Map.of("otherCarrier", "Too late", "transferPin", "harbor-7741"));
        assertEquals(409, late.status());
        assertTrue(late.text().contains("The order was changed meanwhile The admin changed it on"), late.text());
        assertTrue(late.text().contains("The order is in the state “Processing” now"), late.text());
        assertTrue(Page.folded(late.document().selectFirst("table.versions").text())
                .contains("Losing carrier Too late Columbia Fiber"));
        assertFalse(late.source().contains("7741"));
        assertFalse(visitor.get(draft.address()).text().contains("Too late"));
    }
}
