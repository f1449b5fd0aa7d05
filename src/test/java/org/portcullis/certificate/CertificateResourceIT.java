package org.portcullis.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.order.document.Pdfs;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class CertificateResourceIT extends PortalTest {

    private static final String PATH = "/port-orders/certificate";
    private static final String PDF = "/port-orders/certificate.pdf";

    private static int areaCode = 200;

    /** Numbers are unique in the whole database, so each test has its own. */
    private final String prefix = "+1" + nextAreaCode() + "555";
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight")
            .withAccountNumber("77-1")
            .withNumber(prefix + "0102").withNumber(prefix + "0100").withNumber(prefix + "0101")
            .withNumber(prefix + "0177")
            .withBtn(prefix + "0100").saved();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(organization.admin());

    private static synchronized int nextAreaCode() {
        return ++areaCode;
    }

    private static String pdf(Visitor visitor, String path) {
        return Page.folded(Pdfs.text(visitor.download(path).body())).replaceAll("\\s+", " ");
    }

    @Test
    void tellsWhatANewCarrierIsAskedToMatch() {
        var page = visitor.get("/port-orders").click("Port-out certificate");
        assertEquals("Port-out certificate", page.heading());
        var paper = pdf(visitor, page.document().selectFirst("main .btn-primary").attr("href"));
        for (String detail : new String[] {"77-1", "Cascade Freight", "1200 Alaskan Way", "Seattle, WA 98101", "98101",
            telephone("0100") + "–0102", telephone("0177"), "It is never shown here",
            "No PIN is set: your numbers can't be ported out."}) {
            assertTrue(page.text().contains(detail), detail);
            assertTrue(paper.contains(detail), detail);
        }
        assertTrue(page.text().contains("BTN (billing telephone number) " + telephone("0100")));
        assertTrue(paper.contains("BTN (billing telephone number) " + telephone("0100")));
        assertTrue(page.hasLink("Set up and manage the PIN"));
    }

    private String telephone(String line) {
        return "+1 " + prefix.substring(2, 5) + "-555-" + line;
    }

    @Test
    void tellsItInFrench() {
        var french = Visitor.inFrench().signedInAs(organization.viewer());
        var page = french.get("/port-orders").click("Certificat de portabilité sortante");
        assertEquals("fr-FR", page.language());
        assertTrue(page.text().contains("Nom du compte Cascade Freight"));
        assertTrue(page.text().contains("Aucun code confidentiel n'est défini : "
                + "vos numéros ne peuvent pas être transférés vers un autre opérateur."));
        assertTrue(pdf(french, PDF).contains("Nom du compte Cascade Freight"));
        assertEquals("attachment; filename=\"Certificat de portabilite sortante, Cascade Freight.pdf\"; "
                + "filename*=UTF-8''Certificat%20de%20portabilit%C3%A9%20sortante%2C%20Cascade%20Freight.pdf",
                french.download(PDF).headers().firstValue("Content-Disposition").orElseThrow());
    }

    @Test
    void tellsThatAPinIsSetAndNeverWhich() {
        organization.withPin(Instant.parse("2026-06-02T21:30:00Z"), "Ada");
        assertTrue(visitor.get(PATH).text().contains("A PIN is set, since June 2, 2026, 2:30 PM, by Ada."));
        assertTrue(pdf(visitor, PDF).contains("A PIN is set, since June 2, 2026, 2:30 PM, by Ada."));
    }

    @Test
    void isLinkedWhereThePinIsSet() {
        assertEquals("Port-out certificate",
                visitor.get("/port-orders/pin").click("Everything a new carrier asks for: the port-out certificate")
                        .heading());
    }

    @Test
    void asksForNoPinOutsideTheUnitedStates() {
        var french = Visitor.inFrench().signedInAs(Fixtures.organization("Lumière").inFrance().saved().admin());
        var page = french.get(PATH);
        assertTrue(
                page.text().contains("il est réservé aux États-Unis. En France, le nouvel opérateur demande le RIO"));
        assertFalse(page.hasLink("Configurer et gérer le code confidentiel"));
        assertTrue(page.text().contains("Non renseigné : demandez-le au service de portabilité."));
        assertTrue(page.text().contains("L'organisation n'a aucun numéro de téléphone chez nous."));
        assertTrue(page.text().contains("Code postal 69002") && !page.text().contains("(ZIP)"), page.text());
        assertTrue(pdf(french, PDF).contains("En France, le nouvel opérateur demande le RIO"));
    }

    @Test
    void isTheDesksForAnyOrganizationAndNobodyElsesForAnother() {
        var query = "?organization=" + organization.id();
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        var page = desk.get("/port-orders" + query).click("Port-out certificate");
        assertTrue(page.text().contains("77-1"));
        assertFalse(page.hasLink("Set up and manage the PIN"));
        assertTrue(pdf(desk, PDF + query).contains("77-1"));
        assertEquals(404, desk.get(PATH).status());
        var stranger = Visitor.inEnglish().signedInAs(Fixtures.organization("Somebody else").saved().admin());
        assertEquals(404, stranger.get(PATH + query).status());
        assertEquals(404, stranger.get(PDF + query).status());
    }

    @Test
    void isAPageAloneWhereItsPdfCouldNotShowAllOfIt() {
        var rocket = Fixtures.organization("Cascade \ud83d\ude80").saved();
        var owner = Visitor.inEnglish().signedInAs(rocket.admin());
        var page = owner.get(PATH);
        assertTrue(page.text().contains("it can't show these characters: \ud83d\ude80 (U+1F680)."), page.text());
        assertFalse(page.hasLink("Download as PDF"));
        assertEquals(PATH, owner.get(PDF).redirect());
        assertTrue(Visitor.inFrench().signedInAs(rocket.viewer()).get(PATH).text()
                .contains("qui ne peut pas afficher ces caractères : \ud83d\ude80 (U+1F680)."));
        var arabic = Fixtures.organization("شركة النور").saved();
        assertTrue(pdf(Visitor.inEnglish().signedInAs(arabic.admin()), PDF).contains("Account name شركة النور"));
    }

    @Test
    void staysLightWithManyNumbersAndHasThemAllInThePdf() {
        var large = Fixtures.organization("Large").saved();
        Row.update("insert into telephone_number (number, organization_id) values "
                + String.join(", ",
                        IntStream.range(0, 2000).mapToObj(i -> "('+1" + prefix.substring(2, 5) + "%07d', '%s')"
                                .formatted(7_000_000 + 2 * i, large.id())).toList()));
        var owner = Visitor.inEnglish().signedInAs(large.viewer());
        var page = owner.get(PATH);
        assertEquals(300, page.document().select(".number-lines li").size());
        assertTrue(page.text().contains("1,700 more lines are in the PDF, which has every number."));
        var paper = pdf(owner, PDF);
        assertTrue(paper.contains("2,000 numbers."));
        assertTrue(IntStream.range(0, 2000)
                .allMatch(i -> paper.contains("%03d-%04d".formatted(700 + 2 * i / 10_000, 2 * i % 10_000))));
    }
}
