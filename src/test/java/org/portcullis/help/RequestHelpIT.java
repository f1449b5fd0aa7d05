package org.portcullis.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class RequestHelpIT extends PortalTest {

    private static final String HELP = "/help/port-out-requests";

    private static void assertExplains(List<String> checks, Page page) {
        var explained = page.document().select("dl.states dt").eachText().stream().map(Page::folded).toList();
        assertEquals(checks, explained.stream().filter(checks::contains).toList());
        assertEquals(explained.size(), page.document().select("dl.states dd").eachText().size(),
                "each has a text of its own");
    }

    private static void assertSays(Page page, String... all) {
        for (String words : all) {
            assertTrue(page.text().contains(words), words);
        }
    }

    @Test
    void explainsEachCheckInItsOrder() {
        var page = Visitor.inEnglish().get(HELP);
        assertEquals("Help: port-out requests", page.heading());
        assertExplains(List.of("No more than 20,000 numbers", "All numbers are with us", "All numbers are in service",
                "All numbers belong to one organization",
                "No number is locked", "No other port out is under way", "Account number, where given, is right",
                "ZIP code, where given, is right",
                "Organization is in the United States", "A port out PIN is set", "The PIN was given",
                "The PIN was right", "An admin approved"), page);
    }

    @Test
    void saysWhatToDoWithEachVerdictAndAgainstGuessing() {
        assertSays(Visitor.inEnglish().get(HELP), "the request is allowed: nothing.", "the request is refused: open it",
                "The request waits for your approval: an admin approves or refuses it.",
                "choose “This was not us” on the page of the request",
                "makes the PIN unusable if the request carried the right one",
                "After 5 wrong PINs, account numbers or ZIP codes in a row from one carrier, each further one of this carrier has to wait, first 30"
                        + " seconds, then twice as long each time, up to 1 hour.");
    }

    @Test
    void saysItInFrenchToo() {
        var page = Visitor.inFrench().get(HELP);
        assertEquals("fr-FR", page.language());
        assertEquals("Aide : demandes de portabilité sortante", page.heading());
        assertExplains(List.of("Pas plus de 20 000 numéros", "Tous les numéros sont chez nous",
                "Tous les numéros sont en service",
                "Tous les numéros appartiennent à une seule organisation", "Aucun numéro n'est verrouillé",
                "Aucune autre portabilité sortante n'est en cours",
                "Le numéro de compte, s'il est donné, est le bon", "Le code postal (ZIP), s'il est donné, est le bon",
                "L'organisation se trouve aux États-Unis",
                "Un code confidentiel de transfert est défini", "Le code confidentiel a été donné",
                "Le code confidentiel était le bon",
                "Un administrateur a approuvé"), page);
        assertSays(page, "la demande est autorisée : rien.", "la demande est refusée : ouvrez-la",
                "La demande attend votre accord",
                "choisissez « Ce n'était pas nous » sur la page de la demande",
                "Après 5 codes confidentiels, numéros de compte ou codes postaux erronés à la suite du même opérateur, chaque nouvel essai de cet"
                        + " opérateur doit attendre, d'abord 30 secondes, puis deux fois plus longtemps à chaque fois, jusqu'à 1 heure.");
    }
}
