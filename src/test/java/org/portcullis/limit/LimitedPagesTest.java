package org.portcullis.limit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

/** Pages and files whose costly work finds no place. */
@QuarkusTest
class LimitedPagesTest extends PortalTest {

    private static final String BUSY = "That’s more than the portal can do at once. Nothing was changed. Try again in 5 seconds.";
    private static final String BUSY_FR = "C’est plus que ce que le portail peut traiter à la fois. Rien n’a été modifié. Réessayez dans 5 secondes.";
    private static final String PIN_FORM = "/port-orders/pin";
    private static final String ENTRY = "/desk/port-out-requests/new";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);
    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);

    private Permit hold(CostlyWork work) {
        var limits = new TestLimits().with(work, 3, 1).install();
        var turn = limits.enter(work, "organization:" + organization.id());
        var other = limits.enter(work, "person:" + person.id());
        return new Permit(() -> {
            turn.close();
            other.close();
        });
    }

    private static void assertBusy(Page page, String words) {
        assertEquals(429, page.status());
        assertEquals("5", page.header("Retry-After").orElseThrow());
        assertTrue(page.text().contains(Page.folded(words)), page.text());
    }

    /** A page of its own: a link has no form that could come back. */
    private void assertNoFile(Visitor english, Fixtures.Person reader, String path) {
        var page = english.get(path);
        assertBusy(page, "You can try again in 5 seconds.");
        assertEquals("Too many requests", page.heading());
        assertTrue(page.header("Content-Type").orElseThrow().startsWith("text/html"), path);
        var french = Visitor.inFrench().signedInAs(reader).get(path);
        assertBusy(french, "Vous pourrez réessayer dans 5 secondes.");
        assertEquals("Trop de demandes", french.heading());
    }

    @Test
    void exportsWaitForOthersOfTheSameCaller() {
        var work = organization.finishedWork();
        var turn = hold(CostlyWork.EXPORT);
        assertNoFile(visitor, admin, "/port-orders.csv");
        var ofDesk = List.of("/desk/trail.csv", "/desk/port-out-counts.csv", "/desk/jobs/" + work + "/report.csv");
        ofDesk.forEach(path -> assertNoFile(desk, person, path));
        var other = Visitor.inEnglish().signedInAs(Fixtures.organization("Somebody else").saved().admin());
        assertEquals(200, other.get("/port-orders.csv").status(), "another organization has places of its own");
        turn.close();
        // A turn ends with the last row, which the reader may have before.
        await().until(() -> visitor.get("/port-orders.csv").status() == 200);
        ofDesk.forEach(path -> await().until(() -> desk.get(path).status() == 200));
    }

    @Test
    void certificatesWaitForOtherPapersOfTheSameOrganization() {
        var turn = hold(CostlyWork.PAPER);
        assertNoFile(visitor, admin, "/port-orders/certificate.pdf");
        assertEquals(200, visitor.get("/port-orders/certificate").status());
        turn.close();
        assertEquals(200, visitor.get("/port-orders/certificate.pdf").status());
    }

    private Page save(Visitor sender, String pin) {
        return sender.get(PIN_FORM).submit(PIN_FORM, Map.of("pin", pin));
    }

    @Test
    void aPinIsNotSavedAndNotShown() {
        var turn = hold(CostlyWork.PIN_SAVE);
        var page = save(visitor, "7391846205");
        assertBusy(page, BUSY);
        assertFalse(page.source().contains("7391846205"));
        assertBusy(save(Visitor.inFrench().signedInAs(admin), "7391846205"), BUSY_FR);
        assertTrue(organization.pinRows().isEmpty());
        turn.close();
        assertEquals(303, save(visitor, "7391846205").status());
    }

    /** It needs no place: it is not hashed. */
    @Test
    void aStaleFormIsToldSoBeforeAnythingIsHashed() {
        var stale = visitor.get(PIN_FORM);
        assertEquals(303, save(visitor, "7391846205").status());
        hold(CostlyWork.PIN_SAVE);
        assertEquals(409, stale.submit(PIN_FORM, Map.of("pin", "6204819375")).status());
        assertEquals(409, stale.submit(PIN_FORM, Map.of("pin", "1")).status());
    }

    @Test
    void whoAsksTooOftenIsToldWhen() {
        var limits = new TestLimits().withPerMinute(CostlyWork.PIN_SAVE, 2);
        limits.install();
        assertEquals(400, save(visitor, "1").status(), "what is not hashed counts for nothing");
        assertEquals(303, save(visitor, "7391846205").status());
        assertEquals(303, save(visitor, "6204819375").status());
        var page = save(visitor, "7391846205");
        assertEquals(429, page.status());
        assertEquals("30", page.header("Retry-After").orElseThrow());
        assertTrue(
                page.text().contains(Page.folded(
                        "You’ve done this many times within a minute. Nothing was changed. Try again in 30 seconds.")),
                page.text());
        assertTrue(save(Visitor.inFrench().signedInAs(admin), "7391846205").text()
                .contains(Page.folded(
                        "Vous avez fait cela de nombreuses fois en une minute. Rien n’a été modifié. Réessayez dans 30 secondes.")));
        limits.pass(Duration.ofSeconds(30));
        assertEquals(303, save(visitor, "7391846205").status());
    }

    @Test
    void aFileOfNumbersIsNotRead() {
        var path = "/desk/organizations/" + organization.id() + "/numbers/import";
        var turn = hold(CostlyWork.NUMBER_LIST);
        var page = desk.get(path).submit(path, Map.of(), "PhoneNumber\n+12065550100\n");
        assertBusy(page, BUSY + " If you chose a file, choose it again.");
        var french = Visitor.inFrench().signedInAs(person);
        assertBusy(french.get(path).submit(path, Map.of(), "PhoneNumber\n+12065550100\n"),
                BUSY_FR + " Si vous aviez choisi un fichier, choisissez-le à nouveau.");
        turn.close();
        assertEquals(303, page.submit(path, Map.of(), "PhoneNumber\n+12065550100\n").status());
    }

    @Test
    void whatTheDeskTypedInStaysExceptThePin() {
        var carrier = "Rainier " + UUID.randomUUID();
        var fields = Map.of("carrier", carrier, "numbers", "+14582000001", "pon", "LSR-5", "pin", "73910482");
        var turn = hold(CostlyWork.VERDICT);
        var page = desk.get(ENTRY).submit(ENTRY, fields);
        assertBusy(page, BUSY);
        assertEquals("LSR-5", page.document().getElementById("pon").val());
        assertEquals(carrier, page.document().getElementById("carrier").val());
        assertFalse(page.source().contains("73910482"));
        assertBusy(Visitor.inFrench().signedInAs(person).get(ENTRY).submit(ENTRY, fields), BUSY_FR);
        assertTrue(Row.select("select * from port_out_request where asker_name = ?", carrier).isEmpty());
        turn.close();
        assertEquals(303, page.submit(ENTRY, Map.of("pin", "73910482")).status());
    }
}
