package org.portcullis.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class HelpResourceIT extends PortalTest {

    @Test
    void explainsThePinToEverybody() {
        var page = Visitor.inEnglish().get("/help/port-out-pin");
        assertEquals(200, page.status());
        assertTrue(page.text().contains("The PIN must be 6 to 10 digits, with no letters or special characters."));
        assertTrue(page.text().contains("RIO"));
        assertTrue(page.hasLink("Set up and manage the PIN"));
    }

    @Test
    void explainsItInFrench() {
        var page = Visitor.inFrench().get("/help/port-out-pin");
        assertEquals("fr-FR", page.language());
        assertTrue(page.text().contains(
                "Une fois défini, le code confidentiel peut être modifié, mais il ne peut être ni supprimé ni laissé vide."));
        assertTrue(page.text().contains("Ce n'est pas le RIO"));
    }
}
