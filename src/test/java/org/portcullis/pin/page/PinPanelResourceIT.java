package org.portcullis.pin.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class PinPanelResourceIT extends PortalTest {

    private static final String PIN_FORM = "/port-orders/pin";
    private static final String COMPROMISED = "/port-orders/pin/compromised";
    private static final String GENERATE = "/port-orders/pin/generated";
    private static final String REFUSED = "The PIN must be 6 to 10 digits, with no letters or special characters.";
    private static final String REFUSED_FR = "Le code confidentiel doit comporter de 6 à 10 chiffres, sans lettre ni caractère spécial.";
    private static final String BLANKED = "Once set, the PIN can be changed, but it can't be removed or left blank.";
    private static final String BLANKED_FR = "Une fois défini, le code confidentiel peut être modifié, mais il ne peut être ni supprimé ni laissé vide.";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    private Page save(String pin) {
        return visitor.get(PIN_FORM).submit(PIN_FORM, Map.of("pin", pin));
    }

    @Test
    void leadsFromTheStartToThePanel() {
        var page = visitor.get("/").follow().click("Set up and manage the PIN");
        assertTrue(page.text().contains("Set or change your port out PIN"));
        assertTrue(page.text().contains("No PIN is set: your numbers can't be ported out."));
        var field = page.field("Port out PIN");
        assertEquals("pin", field.attr("name"));
        assertEquals("numeric", field.attr("inputmode"));
        assertEquals("off", field.attr("autocomplete"));
        assertEquals("\\s*[0-9]{6,10}\\s*", field.attr("pattern"));
        assertFalse(field.hasAttr("maxlength"));
    }

    @Test
    void leadsThereInFrench() {
        var page = Visitor.inFrench().signedInAs(admin).get("/").follow()
                .click("Configurer et gérer le code confidentiel");
        assertEquals("fr-FR", page.language());
        assertTrue(page.text().contains("Définir ou modifier votre code confidentiel de transfert"));
        assertTrue(page.text().contains(
                "Aucun code confidentiel n'est défini : vos numéros ne peuvent pas être transférés vers un autre opérateur."));
        assertEquals("pin", page.field("Code confidentiel de transfert").attr("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "12345678901", "12a456", "١٢٣٤٥٦", "１２３４５６", "482 913", "482-913", "+482913",
        "-482913",
        "482913.", "４82913", "𝟒𝟖𝟐𝟗𝟏𝟑", "<b>482913</b>", "482\u200b913", ""})
    void refusesWhatIsNoPinAndDoesNotShowItAgain(String typed) {
        var page = save(typed);
        assertEquals(400, page.status());
        assertEquals(REFUSED, page.problemOf(page.field("Port out PIN")).replace("Error: ", ""));
        assertEquals("true", page.field("Port out PIN").attr("aria-invalid"));
        assertTrue(page.title().startsWith("Error: "));
        assertEquals(REFUSED, Page.folded(page.document().selectFirst("main .message-failed a[href=#pin]").text()));
        assertEquals("", page.field("Port out PIN").attr("value"));
        var withoutTheRules = page.source().replace("123456", "");
        assertTrue(typed.isEmpty() || !withoutTheRules.contains(typed));
        assertTrue(organization.pinRows().isEmpty());
    }

    @Test
    void refusesInFrench() {
        visitor.get(PIN_FORM).submit("/language", Map.of("language", "fr-FR"));
        var page = save("12345");
        assertEquals(REFUSED_FR, page.problemOf(page.field("Code confidentiel de transfert")).replace("Erreur : ", ""));
        assertTrue(page.title().startsWith("Erreur : "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"482913", "4829137", "4829137506", "  482913", "482913\t", "\r\n482913 \n",
        "\u00a0482913\u202f", "\u200e482913\ufeff"})
    void savesAPinAndTrimsItsEnds(String typed) {
        var answer = save(typed);
        assertEquals(303, answer.status());
        var page = answer.follow();
        assertTrue(page.text().contains("A PIN is set."));
        assertTrue(page.text().contains("by The admin"));
        assertEquals(1, organization.pinRows().size());
    }

    @Test
    void changesButNeverBlanksIt() {
        save("482913");
        var blank = save("   ");
        assertEquals(400, blank.status());
        assertEquals(BLANKED, blank.problemOf(blank.field("Port out PIN")).replace("Error: ", ""));
        var digest = organization.pinRows().get(0).get("digest");
        assertEquals(303, save("593024").status());
        assertFalse(digest.equals(organization.pinRows().get(0).get("digest")));
    }

    @Test
    void changesButNeverBlanksItInFrench() {
        var french = Visitor.inFrench().signedInAs(admin);
        french.get(PIN_FORM).submit(PIN_FORM, Map.of("pin", "482913"));
        var set = french.get(PIN_FORM);
        assertTrue(set.text().contains("Un code confidentiel est défini."));
        var blank = set.submit(PIN_FORM, Map.of("pin", ""));
        assertEquals(BLANKED_FR,
                blank.problemOf(blank.field("Code confidentiel de transfert")).replace("Erreur : ", ""));
        assertEquals(303, french.get(PIN_FORM).submit(PIN_FORM, Map.of("pin", "593024")).status());
    }

    @Test
    void keepsNothingThatSomebodyCouldRead() {
        save("482913");
        assertFalse(visitor.get(PIN_FORM).source().contains("482913"));
        var stored = organization.pinRows().toString() + admin.auditEntries();
        assertFalse(stored.contains("482913"));
        assertTrue(organization.pinRows().get(0).get("digest").startsWith("$2"));
        assertEquals("test", organization.pinRows().get(0).get("key_id"));
    }

    @Test
    void warnsOfAPinThatIsEasyToGuessAndSaysWhy() {
        assertTrue(save("777777").follow().text().contains("It is one digit repeated."));
        assertTrue(save("123456").follow().text().contains("It is a run of digits"));
        assertTrue(save("981014").follow().text().contains("It contains your organization's ZIP code."));
        assertTrue(save("4471903").follow().text().contains("account number"));
        var again = visitor.get(PIN_FORM);
        assertTrue(again.text().contains("A PIN is set."));
        assertFalse(again.text().contains("account number, or a part of it"), "the warning is shown once");
    }

    @Test
    void warnsOfDigitsOfTheOrganizationsOwnNumbers() {
        var owner = Fixtures.organization("Numbers").withNumber("+12065550142").saved();
        var page = Visitor.inEnglish().signedInAs(owner.admin());
        assertTrue(page.get(PIN_FORM).submit(PIN_FORM, Map.of("pin", "5550142")).follow().text()
                .contains("It is part of one of your organization's telephone numbers."));
    }

    @Test
    void tellsTheSecondOfTwoWhoSaveAtOnce() {
        var first = visitor.get(PIN_FORM);
        var second = visitor.get(PIN_FORM);
        assertEquals(303, first.submit(PIN_FORM, Map.of("pin", "482913")).status());
        var digest = organization.pinRows().get(0).get("digest");
        var late = second.submit(PIN_FORM, Map.of("pin", "593024"));
        assertEquals(409, late.status());
        assertTrue(late.text().contains("The PIN was changed meanwhile. Yours was not saved."));
        assertTrue(late.text().contains("by The admin"));
        assertEquals(digest, organization.pinRows().get(0).get("digest"));
        assertEquals(303, late.submit(PIN_FORM, Map.of("pin", "593024")).status(),
                "the page that told it can be used at once");
    }

    @Test
    void letsOnlyOneOfManyWin() {
        var forms = IntStream.range(0, 6).mapToObj(i -> visitor.get(PIN_FORM)).toList();
        var statuses = forms.parallelStream()
                .map(form -> form.submit(PIN_FORM, Map.of("pin", "482913")).status())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertEquals(Map.of(303, 1L, 409, 5L), statuses);
    }

    @Test
    void generatesTenDigitsThatAreNothingUntilSaved() {
        var page = visitor.get(PIN_FORM);
        assertEquals(GENERATE, page.document().selectFirst("button[formaction]").attr("formaction"));
        var csrf = page.document().selectFirst("input[name=csrf-token]").attr("value");
        var generated = visitor.post(GENERATE, Map.of("csrf-token", csrf, "revision", "0", "pin", "123"));
        assertEquals(200, generated.status());
        var pin = generated.field("Port out PIN").attr("value");
        assertTrue(pin.matches("[0-9]{10}"));
        assertEquals("text", generated.field("Port out PIN").attr("type"), "it can be read");
        assertTrue(organization.pinRows().isEmpty());
        assertFalse(visitor.get(PIN_FORM).source().contains(pin));
        assertEquals(303, generated.submit(PIN_FORM, Map.of()).status());
        assertEquals(1, organization.pinRows().size());
    }

    @Test
    void showsAViewerWhyNotAndRefusesTheirForm() {
        var viewer = Visitor.inEnglish().signedInAs(organization.viewer());
        var page = viewer.get(PIN_FORM);
        assertEquals(200, page.status());
        assertTrue(page.text().contains("Only a telephony admin of your organization can set or change the PIN."));
        assertFalse(page.hasForm(PIN_FORM));
        var token = page.document().selectFirst("input[name=csrf-token]").attr("value");
        assertEquals(403,
                viewer.post(PIN_FORM, Map.of("csrf-token", token, "revision", "0", "pin", "482913")).status());
        assertEquals(403, viewer.post(GENERATE, Map.of("csrf-token", token)).status());
        assertTrue(organization.pinRows().isEmpty());
    }

    @Test
    void refusesOrganizationsOutsideTheUnitedStatesEvenByHand() {
        var french = Fixtures.organization("Atelier Lumière").inFrance().saved();
        var person = Visitor.inFrench().signedInAs(french.admin());
        var page = person.get(PIN_FORM);
        assertTrue(page.text()
                .contains("Le code confidentiel de transfert est réservé aux organisations situées aux États-Unis."));
        assertFalse(page.hasForm(PIN_FORM));
        var token = page.document().selectFirst("input[name=csrf-token]").attr("value");
        var posted = person.post(PIN_FORM, Map.of("csrf-token", token, "revision", "0", "pin", "482913"));
        assertEquals(403, posted.status());
        assertTrue(posted.text()
                .contains("Le code confidentiel de transfert est réservé aux organisations situées aux États-Unis."));
        assertTrue(french.pinRows().isEmpty());
        assertTrue(Visitor.inEnglish().signedInAs(french.admin()).get(PIN_FORM).text()
                .contains("The port out PIN is only used for organizations in the United States."));
    }

    @Test
    void keepsTheDeskAway() {
        assertEquals(403, Visitor.inEnglish().signedInAs(Fixtures.desk()).get(PIN_FORM).status());
    }

    @Test
    void refusesAFormWithoutItsTokenOrFromAnotherSite() {
        assertEquals(400, visitor.post(PIN_FORM, Map.of("revision", "0", "pin", "482913")).status());
        var form = visitor.get(PIN_FORM);
        visitor.with("Sec-Fetch-Site", "cross-site");
        assertEquals(403, form.submit(PIN_FORM, Map.of("pin", "482913")).status());
        assertTrue(organization.pinRows().isEmpty());
    }

    @Test
    void tellsEveryAdminByMailInTheirLanguageWithoutThePin() {
        var other = organization.admin().prefers("fr-FR", "Europe/Paris");
        save("482913");
        save("593024");
        var own = Mails.to(admin.email(), 2);
        var french = Mails.to(other.email(), 2);
        assertEquals(
                List.of("Cascade Freight: the port out PIN was changed", "Cascade Freight: the port out PIN was set"),
                own.stream().map(Mails.Mail::subject).sorted().toList());
        assertEquals(List.of("Cascade Freight : le code confidentiel de transfert a été défini",
                "Cascade Freight : le code confidentiel de transfert a été modifié"),
                french.stream().map(mail -> Page.folded(mail.subject())).sorted().toList());
        assertEquals("fr-FR", french.get(0).language());
        for (var mail : Stream.concat(own.stream(), french.stream()).toList()) {
            assertFalse(mail.text().contains("482913") || mail.text().contains("593024"));
            assertTrue(mail.text().contains("The admin"));
            assertTrue(mail.text().contains("/port-orders/pin"));
        }
    }

    @Test
    void isUnusableOnceItIsMarkedAsCompromisedUntilAnotherOneIsSet() {
        var other = organization.admin().prefers("fr-FR", "Europe/Paris");
        save("482913");
        var question = visitor.get(PIN_FORM).click("Mark as compromised");
        assertTrue(question.text().contains("This can't be undone."));
        var page = question.press("Mark as compromised", Map.of()).follow();
        assertTrue(page.text().contains("The PIN is marked as compromised."));
        assertTrue(page.text().contains("A PIN is set. This PIN can't be used until it is changed."));
        assertTrue(page.text().contains("Marked as compromised on"));
        assertFalse(page.hasLink("Mark as compromised"));
        assertEquals(303, visitor.get(COMPROMISED).status(), "there is nothing left to mark");
        var digest = organization.pinRows().get(0).get("digest");
        var same = save("482913");
        assertEquals(400, same.status());
        assertEquals("Error: This is the PIN that can't be used anymore. Choose another one.",
                same.problemOf(same.field("Port out PIN")));
        assertEquals(digest, organization.pinRows().get(0).get("digest"));
        var changed = save("593024").follow();
        assertFalse(changed.text().contains("can't be used"));
        assertEquals(List.of("SIGNED_IN", "PIN_SET", "PIN_COMPROMISED", "PIN_CHANGED"),
                admin.auditEntries().stream().map(row -> row.get("event")).toList());
        var mails = Mails.to(other.email(), 3).stream().filter(mail -> mail.subject().contains("compromis")).toList();
        assertEquals(1, mails.size());
        assertEquals("Cascade Freight : le code confidentiel de transfert a été signalé comme compromis",
                Page.folded(mails.get(0).subject()));
        assertTrue(mails.get(0).text().contains("The admin") && !mails.get(0).text().contains("482913"));
    }

    /** Hashing sixty of them at once would block the processors. */
    @Test
    void hashesNothingForAFormThatIsKnownToBeLate() {
        var late = visitor.get(PIN_FORM);
        save("482913");
        visitor.get(PIN_FORM).click("Mark as compromised").press("Mark as compromised", Map.of());
        assertEquals(409, late.submit(PIN_FORM, Map.of("pin", "482913")).status(),
                "it was not even compared with the one that has ended");
    }

    @Test
    void isMarkedInFrenchAndNotTwice() {
        save("482913");
        var french = Visitor.inFrench().signedInAs(admin);
        var question = french.get(PIN_FORM).click("Signaler comme compromis");
        var late = visitor.get(COMPROMISED);
        var page = question.press("Signaler comme compromis", Map.of()).follow();
        assertTrue(page.text().contains("Ce code confidentiel est inutilisable tant qu'il n'est pas modifié."));
        assertEquals(303, late.press("Mark as compromised", Map.of()).status());
        assertEquals(1,
                admin.auditEntries().stream().filter(row -> row.get("event").equals("PIN_COMPROMISED")).count());
    }

    @Test
    void doesNotMarkAPinThatWasChangedMeanwhile() {
        save("482913");
        var late = visitor.get(COMPROMISED);
        save("593024");
        assertEquals(409, late.press("Mark as compromised", Map.of()).status());
        assertTrue(organization.pinRows().get(0).get("compromised_at") == null);
    }

    @Test
    void recordsEachChangeWithWhoAndFromWhere() {
        save("482913");
        save("593024");
        var events = admin.auditEntries();
        assertEquals(List.of("SIGNED_IN", "PIN_SET", "PIN_CHANGED"),
                events.stream().map(row -> row.get("event")).toList());
        assertTrue(events.get(1).get("address").startsWith("10."));
    }
}
