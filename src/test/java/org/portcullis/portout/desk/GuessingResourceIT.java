package org.portcullis.portout.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class GuessingResourceIT extends PortalTest {

    private static final String REQUESTS = "/desk/port-out-requests";
    private static final String LIFT = REQUESTS + "/guessing";
    private static final String PIN = "73910482";
    private static final AtomicInteger LINES = new AtomicInteger();

    private final String number = "+1541200%04d".formatted(LINES.incrementAndGet());
    private final String name = "Cascade " + UUID.randomUUID();
    private final Fixtures.Organization organization = Fixtures.organization(name).withNumber(number).saved();
    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);
    private final AskingCarrier carrier = AskingCarrier.knownTo(Surroundings.portalUrl(), person);
    private int asked;

    /**
     * Sends a new request each time.
     *
     * @return the codes of the answer
     */
    private List<Integer> ask() {
        return carrier.ask("<PON>LSR-" + ++asked + "</PON><Pin>" + PIN + "</Pin>", number).codes();
    }

    private Page lifting(String subject) {
        return desk.get(LIFT + "?subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8));
    }

    /** Blocks PIN attempts with that subject. */
    private static void blocked(String subject, int failures) {
        Row.update("delete from port_out_guess where subject = ?", subject);
        Row.update(
                "insert into port_out_guess (subject, failures, tries, pending, blocked_until, pin_revision) values (?, ?, ?, 0, ?, 0)",
                subject, failures, failures,
                Instant.parse("2100-01-01T00:00:00Z").atOffset(ZoneOffset.UTC));
    }

    private List<String> lifted() {
        return person.auditEntries().stream().filter(entry -> entry.get("event").equals("GUESSING_LIFTED"))
                .map(entry -> entry.get("subject_name")).toList();
    }

    @Test
    void liftsTheLockOnAnOrganizationSoThatTheRightPinIsAllowed() {
        organization.withPin(PIN);
        organization.guessedAt(17, null);
        assertEquals(List.of(7513), ask());
        var list = desk.get(REQUESTS);
        assertTrue(list.text().contains("Guessing under way"));
        assertTrue(list.text().contains(name + ": since "), list.text());
        var question = list.click("Lift the block on " + name);
        assertEquals("Let PINs be looked at again", question.heading());
        assertTrue(question.text().contains("after too many tries with wrong PINs, none is looked at."));
        assertTrue(question.text().contains("It is noted in the audit trail, with your name."));
        assertEquals(List.of(7513), ask(), "asking the desk lifts nothing");
        var page = question.press("Lift the block", Map.of()).follow();
        assertTrue(page.text().contains("Lifted: PINs are looked at again."));
        assertFalse(page.text().contains(name + ": since "));
        assertEquals(List.of(name), lifted());
        assertEquals(List.of(), ask());
        assertEquals(1, Row.select("select * from port_order where organization_id = ?", organization.id()).size());
    }

    @Test
    void liftsTheBlockOnACarrierWhoeverItAsksFor() {
        organization.withPin(PIN);
        assertEquals(List.of(7515), carrier.ask("<Pin>" + PIN + "</Pin><ZipCode>1</ZipCode>", number).codes());
        var asker = Row.select("select * from port_out_request where organization_id = ?", organization.id()).get(0);
        blocked("BANDWIDTH:" + asker.get("asker_id"), 51);
        assertEquals(List.of(7513), ask());
        var list = desk.get(REQUESTS);
        assertTrue(
                list.text().contains(asker.get("asker_name")
                        + " (carrier, whoever it asks for): within 24 hours, wrong tries: 1, organizations: 1; until "),
                list.text());
        list.click("Lift the block on " + asker.get("asker_name")).press("Lift the block", Map.of());
        assertEquals(List.of(asker.get("asker_name")), lifted());
        assertEquals(List.of(), ask());
    }

    @Test
    void liftsTheBlockOnOneCarrierForOneOrganization() {
        organization.withPin(PIN);
        carrier.ask("<Pin>73910483</Pin>", number);
        var asker = Row.select("select * from port_out_request where organization_id = ?", organization.id()).get(0);
        var subject = "pair:" + organization.id() + ":BANDWIDTH:" + asker.get("asker_id");
        Row.update("update port_out_guess set locked_at = ? where subject = ?", Instant.now().atOffset(ZoneOffset.UTC),
                subject);
        assertEquals(List.of(7513), ask());
        var of = name + " (tries of " + asker.get("asker_name") + ")";
        var list = desk.get(REQUESTS);
        assertTrue(list.text().contains(of + ": since "), list.text());
        var admin = Visitor.inEnglish().signedInAs(organization.admin()).get("/port-out-requests");
        assertTrue(admin.text().contains("Guessing of your PIN by " + asker.get("asker_name") + " was stopped"),
                admin.text());
        assertTrue(
                admin.text().contains(
                        "To let this carrier on, ask the porting desk to lift the block on " + asker.get("asker_name")),
                admin.text());
        var french = Visitor.inFrench().signedInAs(organization.admin()).get("/port-out-requests");
        assertTrue(french.text().contains("Pour laisser cet opérateur continuer"), french.text());
        list.click("Lift the block on " + of).press("Lift the block", Map.of());
        assertEquals(List.of(name), lifted());
        assertEquals(List.of(), ask());
    }

    @Test
    void offersTheLiftOnTheRequestThatWasNotLookedAt() {
        organization.withPin(Instant.now(), "The admin").guessedAt(6, Instant.parse("2100-01-01T00:00:00Z"));
        var id = organization.request("Columbia Fiber").refusedFor("GUESSING_SLOWED").saved();
        var page = desk.get(REQUESTS + "/" + id);
        assertTrue(page.text().contains(name + ": 6 wrong PINs in a row; until January 1, 2100"), page.text());
        assertEquals("Let PINs be looked at again", page.click("Lift the block").heading());
        var elsewhere = Fixtures.organization("Other").saved().request("Columbia Fiber").saved();
        assertFalse(desk.get(REQUESTS + "/" + elsewhere).hasLink("Lift the block"));
    }

    @Test
    void saysWhenSomebodyElseWasFaster() {
        organization.withPin(Instant.now(), "The admin").guessedAt(17, null);
        var question = lifting("organization:" + organization.id());
        question.press("Lift the block", Map.of());
        var page = question.press("Lift the block", Map.of()).follow();
        assertTrue(page.text().contains("Nothing was changed: there was nothing left to lift."), page.text());
        assertEquals(1, lifted().size());
        assertEquals(404, lifting("organization:" + organization.id()).status());
        assertEquals(404, lifting("BANDWIDTH:nobody").status());
        assertEquals(404, lifting("").status());
    }

    @Test
    void speaksFrench() {
        organization.withPin(Instant.now(), "The admin").guessedAt(17, null);
        var called = "Rainier " + UUID.randomUUID();
        blocked("DESK:" + called, 50);
        var list = Visitor.inFrench().signedInAs(person).get(REQUESTS);
        assertTrue(list.text().contains("Essais répétés de codes en cours"));
        assertTrue(list.text().contains(called
                + " (opérateur, quels que soient les numéros demandés) : en 24 heures, essais erronés : 0, organisations concernées : 0 ; jusqu'au "),
                list.text());
        var question = list.click("Lever le blocage pour " + name);
        assertEquals("Faire examiner de nouveau les codes confidentiels", question.heading());
        assertTrue(question.press("Lever le blocage", Map.of()).follow().text()
                .contains("Levé : les codes confidentiels sont de nouveau examinés."));
    }
}
