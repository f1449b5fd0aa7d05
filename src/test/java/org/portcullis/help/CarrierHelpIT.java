package org.portcullis.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.portout.Refusal;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class CarrierHelpIT extends PortalTest {

    private static final String HELP = "/help/carriers";

    /** @return what stands beside each head of that table's rows */
    private static Map<String, String> terms(Page page, int table) {
        var terms = new LinkedHashMap<String, String>();
        page.document().select("table.terms").get(table).select("tbody tr")
                .forEach(row -> terms.put(row.selectFirst("th").text(), Page.folded(row.selectFirst("td").text())));
        return terms;
    }

    private static void assertNamesWhatOutsidersRead(Page page) {
        // What can't be read gets no verdict of the API, but a problem document.
        var names = Refusal.ofReadRequests().stream().map(Enum::name).toList();
        assertEquals(names, List.copyOf(terms(page, 1).keySet()));
        assertTrue(terms(page, 1).values().stream().noneMatch(String::isBlank));
    }

    @Test
    void explainsEachCodeOfBandwidthsProtocol() {
        var page = Visitor.inEnglish().get(HELP);
        assertEquals("Help: for carriers", page.heading());
        var expected = new LinkedHashMap<String, String>();
        expected.put("7510", "The account number is missing.");
        expected.put("7511", "The account number is not the customer's.");
        expected.put("7512", "The PIN is missing.");
        expected.put("7513",
                "The PIN is wrong, can't be used anymore, or was not looked at after too many wrong ones.");
        expected.put("7514", "The ZIP code is missing.");
        expected.put("7515", "The ZIP code is not that of the customer's address.");
        expected.put("7516", "A number is not with us, or the numbers belong to several customers.");
        expected.put("7517", "More than 20,000 numbers at once.");
        expected.put("7518", "A number is not in service.");
        expected.put("7519",
                "The customer's situation does not allow it: a lock, no PIN set, an approval that is missing or was refused, or a customer"
                        + " outside of the United States. The description says which.");
        expected.put("7598",
                "The request can't be read, a port out is under way already, or we could not decide. Correct it, or ask again later.");
        assertEquals(expected, terms(page, 0));
        assertTrue(page.text().contains("/carrier/bandwidth/port-out-validation"));
    }

    @Test
    void namesEachReasonThatOutsidersRead() {
        var page = Visitor.inEnglish().get(HELP);
        assertNamesWhatOutsidersRead(page);
        assertEquals("The PIN is invalid.", terms(page, 1).get("PIN_INVALID"));
        assertEquals("At least one number is locked. The end user must unlock it.", terms(page, 1).get("LOCKED"));
        assertTrue(page.text().contains(
                "each further one has to wait, up to 1 hour; in the end nothing more of this carrier is looked at"),
                page.text());
        assertTrue(page.hasLink("The API's description (OpenAPI 3.1)"));
    }

    @Test
    void saysItInFrenchToo() {
        var page = Visitor.inFrench().get(HELP);
        assertEquals("fr-FR", page.language());
        assertEquals("Aide : pour les opérateurs", page.heading());
        assertEquals(terms(Visitor.inEnglish().get(HELP), 0).keySet(), terms(page, 0).keySet());
        assertEquals("Le code confidentiel manque.", terms(page, 0).get("7512"));
        assertEquals(
                "La situation du client ne le permet pas : un verrouillage, aucun code confidentiel défini, une approbation qui manque ou a été"
                        + " refusée, ou un client hors des États-Unis. La description précise laquelle.",
                terms(page, 0).get("7519"));
        assertNamesWhatOutsidersRead(page);
        assertEquals("Le code confidentiel n'est pas valable.", terms(page, 1).get("PIN_INVALID"));
        assertTrue(page.text().contains(
                "chaque nouvel essai doit attendre, jusqu'à 1 heure ; à la fin, plus rien de ce que donne cet opérateur n'est examiné"),
                page.text());
    }
}
