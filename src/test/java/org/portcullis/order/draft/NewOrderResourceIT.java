package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class NewOrderResourceIT extends PortalTest {

    private static final String NEEDS_PIN = "No PIN is set: your numbers can't be ported out.";
    private static final String NEEDS_PIN_FR = "Aucun code confidentiel n'est défini : vos numéros ne peuvent pas être transférés vers un autre opérateur.";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    private static String directionProblem(Page page) {
        return Page.folded(page.document().getElementById("direction-problem").text());
    }

    @Test
    void makesADraftAndGoesOnToItsNumbers() {
        var page = visitor.get(Wizard.NEW);
        assertEquals("New port order", page.heading());
        var numbers = page.submit(Wizard.NEW, Map.of("name", "  Harbor office ")).follow();
        assertEquals("Numbers", numbers.heading());
        assertTrue(numbers.text().contains("Harbor office · PC"));
        assertEquals("Harbor office", visitor.get("/port-orders").click("Harbor office").heading());
    }

    @Test
    void makesOneOrderHoweverOftenTheFormIsSent() {
        var form = visitor.get(Wizard.NEW);
        var first = form.submit(Wizard.NEW, Map.of("name", "Harbor"));
        assertEquals(first.redirect(), form.submit(Wizard.NEW, Map.of("name", "Harbor")).redirect());
        assertNotEquals(first.redirect(),
                visitor.get(Wizard.NEW).submit(Wizard.NEW, Map.of("name", "Another")).redirect());
        assertEquals(1, visitor.get("/port-orders").document().select("a").stream()
                .filter(link -> link.text().equals("Harbor")).count());
    }

    @Test
    void leadsWhoComesBackToTheDraftThatTheFormMade() {
        var form = visitor.get(Wizard.NEW);
        var id = form.document().selectFirst("input[name=id]").attr("value");
        var draft = form.submit(Wizard.NEW, Map.of("name", "Harbor")).redirect().replace("/numbers", "/direction");
        assertEquals(draft, visitor.get(Wizard.NEW + "?id=" + id).redirect());
        assertEquals(303, form.submit(Wizard.NEW, Map.of("name", "Pier 54")).status());
        assertEquals("Pier 54", visitor.get(draft).field("Order name").attr("value"));
        assertEquals(200, Visitor.inEnglish().signedInAs(Fixtures.organization("Somebody else").saved().admin())
                .get(Wizard.NEW + "?id=" + id).status());
    }

    @Test
    void losesNothingThatComesAfterTheOrderWasSent() {
        var form = visitor.get(Wizard.NEW);
        var draft = form.submit(Wizard.NEW, Map.of("name", "Harbor")).redirect();
        Row.update("update port_order set state = 'PROCESSING', waiting = 'DESK', version = version + 1 where pon = ?",
                draft.split("/")[2]);
        var late = form.submit(Wizard.NEW, Map.of("name", "Pier 54"));
        assertEquals(409, late.status());
        assertTrue(late.text().contains("Pier 54"), late.text());
        assertEquals(1,
                Row.select("select * from port_order where name = 'Harbor' and organization_id = ?", organization.id())
                        .size());
    }

    @Test
    void doesNotKnowTheIdOfAnotherOrganizationsOrder() {
        var other = Fixtures.organization("Somebody else").saved();
        var id = other.orderId(other.order("Secret").saved()).toString();
        assertEquals(404, visitor.get(Wizard.NEW).submit(Wizard.NEW, Map.of("name", "Harbor", "id", id)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "made-up"})
    void takesNoIdThatIsNone(String id) {
        assertEquals(400, visitor.get(Wizard.NEW).submit(Wizard.NEW, Map.of("name", "Harbor", "id", id)).status());
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrongWithIt() {
        var empty = visitor.get(Wizard.NEW).submit(Wizard.NEW, Map.of("name", "  "));
        assertEquals(400, empty.status());
        assertTrue(empty.title().startsWith("Error: "));
        assertEquals("Error: Fill this in.", empty.problemOf(empty.field("Order name")));
        var tooLong = empty.submit(Wizard.NEW, Map.of("name", "H".repeat(101)));
        assertEquals("Error: Use at most 100 characters; this has 101.",
                tooLong.problemOf(tooLong.field("Order name")));
        assertEquals("H".repeat(101), tooLong.field("Order name").attr("value"));
        assertEquals(303, tooLong.submit(Wizard.NEW, Map.of("name", "<b>Harbor</b>")).status());
        assertTrue(visitor.get("/port-orders").hasLink("<b>Harbor</b>"));
    }

    @Test
    void offersNoPortOutAsLongAsThereIsNoPin() {
        var page = visitor.get(Wizard.NEW);
        assertTrue(page.text().contains(NEEDS_PIN));
        assertTrue(page.field("Port out").hasAttr("disabled"));
        assertEquals("Set or change your port out PIN", page.click("Set up and manage the PIN").heading());
        var byHand = page.submit(Wizard.NEW, Map.of("name", "Harbor", "direction", "OUT"));
        assertEquals(400, byHand.status());
        assertEquals("Error: A port out can't be ordered here yet. The note on this page says why.",
                directionProblem(byHand));
        assertTrue(byHand.field("Port in").hasAttr("checked"));
        assertFalse(byHand.field("Port out").hasAttr("checked"));
        assertEquals(303, byHand.submit(Wizard.NEW, Map.of()).status());
    }

    @Test
    void offersNoPortOutInFrench() {
        var page = Visitor.inFrench().signedInAs(admin).get(Wizard.NEW);
        assertEquals("Nouvelle commande de portage", page.heading());
        assertTrue(page.text().contains(NEEDS_PIN_FR));
        assertTrue(page.field("Portabilité sortante").hasAttr("disabled"));
        assertTrue(page.hasLink("Configurer et gérer le code confidentiel"));
        var byHand = page.submit(Wizard.NEW, Map.of("name", "Port de Lyon", "direction", "OUT"));
        assertEquals(
                "Erreur : Une portabilité sortante ne peut pas encore être commandée ici. La note de cette page explique pourquoi.",
                directionProblem(byHand));
        assertTrue(byHand.title().startsWith("Erreur : "));
    }

    @Test
    void offersAPortOutOnceThereIsAPin() {
        organization.withPin(Instant.now(), "The admin");
        var page = visitor.get(Wizard.NEW);
        assertFalse(page.text().contains(NEEDS_PIN));
        assertFalse(page.field("Port out").hasAttr("disabled"));
        var order = Wizard.started(visitor, "Leaving", "OUT");
        assertTrue(order.page("numbers").text().contains("Port out"));
        assertEquals(List.of(), order.page("numbers").document().select("button[value=step-documents]"),
                "what leaves needs no letter from here");
        assertEquals("otherCarrier", order.page("carrier").field("Gaining carrier").attr("name"));
    }

    @Test
    void saysInFranceThatThePinIsForTheUnitedStates() {
        var french = Visitor.inFrench().signedInAs(Fixtures.organization("Atelier Lumière").inFrance().saved().admin());
        var page = french.get(Wizard.NEW);
        assertTrue(page.text()
                .contains("Le code confidentiel de transfert est réservé aux organisations situées aux États-Unis."));
        assertTrue(page.field("Portabilité sortante").hasAttr("disabled"));
        assertEquals("Numéros", page.submit(Wizard.NEW, Map.of("name", "Lyon")).follow().heading());
    }

    @Test
    void isForAdminsOnly() {
        assertEquals(403, Visitor.inEnglish().signedInAs(organization.viewer()).get(Wizard.NEW).status());
        assertEquals(403, Visitor.inEnglish().signedInAs(Fixtures.desk()).get(Wizard.NEW).status());
    }
}
