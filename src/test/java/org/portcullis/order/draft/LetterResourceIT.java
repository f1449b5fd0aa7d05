package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.order.document.Pdfs;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class LetterResourceIT extends PortalTest {

    private static final String NAME = "Your full name, as signature";
    private static final String VOID = "The order has been changed since the letter of authorization was signed: the signature is void. Sign it again.";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);
    private final Wizard draft = Wizard.started(visitor, "Harbor").filledIn();

    private static String pdf(Visitor visitor, Page documents) {
        var link = documents.document().selectFirst("a[href^=/port-orders/documents/]").attr("href");
        return Page.folded(Pdfs.text(visitor.download(link).body())).replaceAll("\\s+", " ");
    }

    @Test
    void isVoidOnceAnotherDateIsAskedFor() {
        draft.sign("Ada Moreau");
        draft.send();
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        var steps = "/desk/orders/" + draft.pon() + "/steps/";
        desk.get(steps + "send").submit(steps + "send", Map.of());
        var foc = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        desk.get(steps + "confirm").submit(steps + "confirm", Map.of("date", foc));
        assertFalse(visitor.get(draft.address()).text().contains("Void: "));
        var change = draft.address() + "/change/date";
        var form = visitor.get(change);
        assertTrue(form.text().contains("another day makes it void"), form.text());
        var earliest = LocalDate.parse(form.field("Requested date").attr("min"));
        assertTrue(IntStream.rangeClosed(1, 7).mapToObj(earliest::plusDays)
                .anyMatch(day -> form.submit(change, Map.of("text", day.toString())).status() == 303),
                "one of them is a business day");
        assertTrue(visitor.get(draft.address()).text()
                .contains("Void: the order says something else than what was signed."));
        assertTrue(desk.get(draft.address()).text().contains("Void: "));
    }

    @Test
    void isReadBeforeItIsSignedAndKeptAsAPdf() {
        var page = draft.save("documents", Map.of(), "letter").follow();
        assertTrue(page.text().contains("Letter of authorization (LOA)"));
        assertTrue(page.text().contains("88-2041"));
        assertTrue(page.text().contains("+1 425-200-0111–0112"));
        var answer = page.submit(draft.address("letter"), Map.of("name", "  Ada Moreau "));
        assertEquals(draft.address("documents"), answer.redirect());
        var documents = answer.follow();
        assertTrue(documents.text().contains("Signed by Ada Moreau on"));
        assertFalse(documents.text().contains(VOID));
        var text = pdf(visitor, documents);
        assertTrue(text.contains("88-2041") && text.contains("Ada Moreau") && text.contains("+1 425-200-0111–0112"),
                text);
    }

    @Test
    void isSignedInFrench() {
        var french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.pon());
        assertEquals("Erreur : Saisissez votre nom pour signer.",
                french.sign(" ").problemOf(french.sign(" ").field("Votre nom complet, en guise de signature")));
        assertEquals(303, french.sign("Ada Moreau").status());
        assertTrue(pdf(visitor, draft.page("documents")).contains("Lettre d'autorisation (LOA)"));
    }

    @ParameterizedTest
    @CsvSource({"'', Type your name to sign.", "12345, Type a name in letters.", "A, Type a name in letters."})
    void isNotSignedWithoutAName(String name, String problem) {
        var page = draft.sign(name);
        assertEquals(400, page.status());
        assertEquals("Error: " + problem, page.problemOf(page.field(NAME)));
        assertEquals(name, page.field(NAME).attr("value"));
        assertFalse(draft.page("documents").text().contains("Signed by"));
    }

    @Test
    void isNotSignedWithANameThatIsTooLong() {
        var page = draft.sign("Ada ".repeat(26));
        assertEquals("Error: Use at most 100 characters; this has 103.", page.problemOf(page.field(NAME)));
        assertEquals(303, draft.sign("\u202eАда Лавлейс").status());
    }

    @Test
    void isNotSignedWithANameThatThePdfCannotShow() {
        var page = draft.sign("Ada \ud83c\udfe0");
        assertEquals(400, page.status());
        assertEquals(
                "Error: The letter's PDF can't show these characters: \ud83c\udfe0 (U+1F3E0). Type your name without them.",
                page.problemOf(page.field(NAME)));
        assertEquals("Ada \ud83c\udfe0", page.field(NAME).attr("value"));
        assertFalse(draft.page("documents").text().contains("Signed by"));
    }

    @Test
    void saysBeforeItIsSignedWhatItsPdfCannotShow() {
        draft.save("carrier", Map.of("accountName", "Cascade \ud83d\ude80"));
        assertTrue(draft.page("letter").text().contains("Account name: \ud83d\ude80 (U+1F680)"),
                draft.page("letter").text());
        assertTrue(draft.page("letter").document().selectFirst("button[aria-disabled=true]").text().contains("Sign"));
        var french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.pon()).page("letter");
        assertTrue(french.text().contains("Nom du compte : \ud83d\ude80 (U+1F680)"), french.text());
        var page = draft.sign("Ada Moreau");
        assertEquals(400, page.status());
        assertEquals("Ada Moreau", page.field(NAME).attr("value"));
        assertFalse(draft.page("documents").text().contains("Signed by"));
        draft.save("carrier", Map.of("accountName", "株式会社青い月"));
        assertEquals(303, draft.sign("محمد علي").status());
        var text = pdf(visitor, draft.page("documents"));
        assertTrue(text.contains("株式会社青い月") && text.contains("محمد علي"), text);
    }

    @Test
    void statesLongNamesWhole() {
        draft.save("carrier", Map.of("accountName", "Compagnie des transports de La Fontaine", "authorizedPerson",
                "Jean-Baptiste de La Fontaine"));
        draft.sign("Jean-Baptiste de La Fontaine");
        var text = pdf(visitor, draft.page("documents"));
        assertTrue(text.contains("Authorized person Jean-Baptiste de La Fontaine"), text);
        assertTrue(text.contains("Account name Compagnie des transports de La Fontaine"), text);
        draft.send();
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk()).get(draft.address()).text();
        assertTrue(desk.contains("Jean-Baptiste de La Fontaine The carrier's interface keeps: Jean-Baptiste d"), desk);
        assertTrue(desk.contains("The carrier's interface keeps: Compagnie des transports"), desk);
        assertFalse(visitor.get(draft.address()).text().contains("interface keeps"), "it is for the desk");
    }

    @Test
    void isReadAgainWhereTheOrderWasChangedMeanwhile() {
        var read = draft.page("letter");
        draft.save("carrier", Map.of("accountNumber", "88-9999"));
        var page = read.submit(draft.address("letter"), Map.of("name", "Ada Moreau"));
        assertEquals(409, page.status());
        assertEquals("Error: The order was changed meanwhile, and so was the letter. Read it again before you sign.",
                page.problemOf(page.field(NAME)));
        assertEquals("Ada Moreau", page.field(NAME).attr("value"));
        assertTrue(page.text().contains("88-9999"));
        assertFalse(draft.page("documents").text().contains("Signed by"));
        assertEquals(409, draft.page("letter")
                .submit(draft.address("letter"), Map.of("name", "Ada Moreau", "digest", "made-up")).status());
        assertEquals(303, page.submit(draft.address("letter"), Map.of()).status());
    }

    @Test
    void becomesVoidWhenWhatItStatesIsChanged() {
        draft.sign("Ada Moreau");
        draft.save("carrier", Map.of("accountNumber", "88-9999"));
        assertTrue(draft.page("documents").text().contains(VOID));
        assertTrue(draft.page("review").text()
                .contains("Letter of authorization: the order was changed after it was signed. Sign it again."));
        assertEquals(400, draft.send().status());
        draft.save("carrier", Map.of("accountNumber", "88-2041"));
        assertFalse(draft.page("documents").text().contains(VOID), "what was signed is what the order says again");
        draft.addNumbers("425-200-0113");
        assertTrue(draft.page("documents").text().contains(VOID));
        draft.sign("Ada Moreau");
        assertFalse(draft.page("documents").text().contains(VOID));
        draft.save("dates", Map.of("noticeAddresses", "ada@example.com"));
        assertFalse(draft.page("documents").text().contains(VOID), "it says nothing of who is told");
    }

    @Test
    void namesNoReplacementWhereAllNumbersMove() {
        draft.save("carrier", Map.of("extent", "PARTIAL", "replacementBtn", "425-200-0199"));
        assertTrue(draft.page("letter").text().contains("+1 425-200-0199"));
        draft.save("carrier", Map.of("extent", "FULL"));
        assertFalse(draft.page("letter").text().contains("+1 425-200-0199"));
    }

    @Test
    void waitsUntilTheOrderSaysAllThatItStates() {
        var empty = Wizard.started(visitor, "Empty");
        assertTrue(empty.page("documents").text().contains("you can sign the letter here"));
        assertEquals(empty.address("documents"), empty.page("letter").redirect());
        var read = draft.page("letter");
        draft.page("numbers").submit(draft.address("numbers") + "/removal", Map.of("all", "all"));
        assertEquals(draft.address("documents"),
                read.submit(draft.address("letter"), Map.of("name", "Ada Moreau")).redirect());
        assertFalse(draft.page("documents").text().contains("Signed by"));
    }

    @Test
    void waitsForTheWholeAddress() {
        organization.withoutAddress();
        var nowhere = Wizard.started(visitor, "Nowhere");
        nowhere.addNumbers("425-200-0121");
        var carrier = new HashMap<>(Wizard.CARRIER);
        carrier.put("city", "Seattle");
        nowhere.save("carrier", carrier, "later");
        assertEquals(nowhere.address("documents"), nowhere.page("letter").redirect());
    }

    @Test
    void isNobodyElsesToSign() {
        var stranger = Visitor.inEnglish().signedInAs(Fixtures.organization("Somebody else").saved().admin());
        assertEquals(404, Wizard.of(stranger, draft.pon()).page("letter").status());
        assertEquals(403,
                Wizard.of(Visitor.inEnglish().signedInAs(organization.viewer()), draft.pon()).page("letter").status());
    }
}
