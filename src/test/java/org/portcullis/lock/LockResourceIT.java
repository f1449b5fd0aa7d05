package org.portcullis.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class LockResourceIT extends PortalTest {

    private static final String LOCKS = "/port-orders/locks";
    private static final String ENTRY = LOCKS + "/numbers";
    private static final AtomicInteger BLOCKS = new AtomicInteger(300);

    /** Area code and exchange of ten thousand numbers that no other test uses. */
    private final int block = BLOCKS.incrementAndGet();
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number(1))
            .withNumber(number(2))
            .withNumber(number(3)).saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    private String number(int line) {
        return "+1425" + block + "%04d".formatted(line);
    }

    private String shown(int line) {
        return "+1 425-" + block + "-%04d".formatted(line);
    }

    private Page lock(String text) {
        return visitor.get(LOCKS).submit(ENTRY, Map.of("text", text));
    }

    private List<String> locked() {
        return Row
                .select("select number from port_out_lock where organization_id = ? order by number", organization.id())
                .stream()
                .map(row -> row.get("number")).toList();
    }

    @Test
    void locksEverythingWithOneButtonAndUnlocksAfterAQuestion() {
        var page = visitor.get("/port-orders").click("Port-out locks");
        assertEquals("Port-out locks", page.heading());
        assertTrue(page.text().contains("free of charge"));
        page = page.press("Lock all numbers", Map.of()).follow();
        assertTrue(page.text().contains("All numbers are locked. Locked on"));
        assertTrue(page.text().contains("by The admin"));
        var question = page.press("Take this lock off", Map.of());
        assertEquals("Take the lock on all numbers off?", question.heading());
        assertEquals(List.of(""), locked(), "asking takes nothing off");
        page = question.press("Take off", Map.of()).follow();
        assertTrue(page.text().contains("The lock on all numbers is taken off."));
        assertTrue(page.text().contains("There is no lock on all numbers."));
        assertEquals(List.of("SIGNED_IN", "LOCK_SET", "LOCK_REMOVED"),
                admin.auditEntries().stream().map(row -> row.get("event")).toList());
    }

    @Test
    void locksNumbersThatAreTypedAndSaysWhyOthersCannotBe() {
        Fixtures.organization("Other").withNumber(number(9)).saved();
        var page = lock(number(1) + "-0002, 12345, " + number(9) + ", " + number(1));
        assertEquals(400, page.status());
        assertEquals(List.of(number(1), number(2)), locked());
        assertTrue(page.text().contains("Locked: 2 numbers"));
        assertTrue(page.text().contains(shown(9) + " This is not one of the organization's numbers with us."));
        assertTrue(page.text().contains("Line 1 (12345): This number is too short."));
        assertTrue(page.field("Numbers to lock").wholeText().contains("12345"));
        page = lock(number(1) + "," + number(3)).follow();
        assertTrue(page.text().contains("Locked: 1 number") && page.text().contains("Locked before: 1 number"));
        assertEquals(400, lock("  ").status());
    }

    @Test
    void unlocksChosenNumbersAndAllOfThem() {
        lock(number(1) + "-0003");
        var page = visitor.get(LOCKS);
        assertEquals(400, page.press("Take the chosen locks off", Map.of()).status());
        var question = page.press("Take the chosen locks off", Map.of("number_" + number(2).substring(1), "on"));
        assertTrue(question.text().contains(shown(2)));
        assertEquals(3, locked().size());
        page = question.press("Take off", Map.of()).follow();
        assertTrue(page.text().contains("Taken off: 1 number"));
        assertEquals(List.of(number(1), number(3)), locked());
        visitor.get(LOCKS).press("Take all of these off", Map.of()).press("Take off", Map.of());
        assertEquals(List.of(), locked());
    }

    @Test
    void tellsEveryAdminInTheirLanguage() {
        var french = organization.admin().prefers("fr-FR", "Europe/Paris");
        lock(number(1) + "-0002");
        visitor.get(LOCKS).press("Take all of these off", Map.of()).press("Take off", Map.of());
        var own = Mails.to(admin.email(), 2);
        assertEquals(List.of("Cascade Freight: a lock was taken off", "Cascade Freight: numbers were locked"),
                own.stream().map(Mails.Mail::subject).sorted().toList());
        assertTrue(own.stream()
                .allMatch(mail -> mail.text().contains(shown(1) + "–0002") && mail.text().contains("by The admin")
                        && mail.text().contains(LOCKS)));
        assertEquals(
                List.of("Cascade Freight : des numéros ont été verrouillés",
                        "Cascade Freight : un verrouillage a été levé"),
                Mails.to(french.email(), 2).stream().map(mail -> Page.folded(mail.subject())).sorted().toList());
    }

    @Test
    void showsAViewerTheLocksAndNothingToDo() {
        lock(number(1));
        var viewer = Visitor.inEnglish().signedInAs(organization.viewer());
        var page = viewer.get(LOCKS);
        assertTrue(page.text().contains(shown(1)));
        assertTrue(page.text().contains("Only a telephony admin of your organization can change the locks."));
        assertFalse(page.hasForm(LOCKS) || page.hasForm(ENTRY) || page.hasForm(LOCKS + "/removal"));
        var token = page.document().selectFirst("input[name=csrf-token]").attr("value");
        assertEquals(403, viewer.post(LOCKS, Map.of("csrf-token", token)).status());
        assertEquals(403, viewer.post(ENTRY, Map.of("csrf-token", token, "text", number(2))).status());
        assertEquals(403, viewer
                .post(LOCKS + "/removal", Map.of("csrf-token", token, "scope", "EACH", "confirmed", "yes")).status());
        assertEquals(List.of(number(1)), locked());
    }

    @Test
    void speaksFrenchAndWorksOutsideOfTheUnitedStates() {
        var lumiere = Fixtures.organization("Atelier Lumière").inFrance().saved();
        var page = Visitor.inFrench().signedInAs(lumiere.admin()).get("/port-orders").click("Verrouillage des numéros");
        assertEquals("fr-FR", page.language());
        assertTrue(page.text().contains("Le verrouillage est gratuit"));
        page = page.press("Verrouiller tous les numéros", Map.of()).follow();
        assertTrue(page.text().contains("Tous les numéros sont verrouillés."));
        page = page.press("Lever ce verrouillage", Map.of()).press("Lever", Map.of()).follow();
        assertTrue(page.text().contains("L'ensemble des numéros n'est pas verrouillé."));
    }

    @Test
    void letsTheDeskLockForAnOrganization() {
        var person = Fixtures.desk();
        var desk = Visitor.inEnglish().signedInAs(person);
        var home = "/desk/organizations/" + organization.id();
        assertTrue(desk.get(home).text().contains("Port-out locks No lock"));
        var page = desk.get(home).click("Port-out locks").press("Lock all numbers", Map.of()).follow();
        assertTrue(page.text().contains("by The desk"));
        assertTrue(desk.get(home).text().contains("All numbers are locked"));
        assertEquals(List.of(""), locked());
        assertEquals(404, desk.get(LOCKS).status());
        assertEquals(organization.id().toString(), person.auditEntries().get(1).get("organization_id"));
    }
}
