package org.portcullis.organization.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class OrganizationResourceIT extends PortalTest {

    private static final String LIST = "/desk/organizations";
    private static final String NEW = LIST + "/new";

    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);
    private final String name = "Harbour " + UUID.randomUUID();

    private Map<String, String> whole() {
        return Map.of("name", name, "country", "US", "timeZone", "America/Los_Angeles", "street", "1 Pine Street",
                "city", "Seattle", "region", "wa", "zip", "981011234", "accountNumbers", "4471-90382\r\n\r\n B-2 \r\n");
    }

    private static String edit(Fixtures.Organization organization) {
        return LIST + "/" + organization.id() + "/edit";
    }

    @Test
    void createsAnOrganizationAndShowsIt() {
        var page = desk.get("/port-orders").click("Organizations").click("New organization").submit(NEW, whole())
                .follow();
        assertEquals(name, page.heading());
        assertTrue(page.text().contains("The organization is created."));
        assertTrue(page.text().contains("Seattle, WA 98101-1234"));
        assertTrue(page.text().contains("4471-90382 (main) B-2"));
        assertTrue(page.text().contains("Last changed by The desk"));
        assertTrue(page.click("Port orders").text().contains("Port orders"));
        assertTrue(person.auditEntries().stream().anyMatch(row -> row.get("event").equals("ORGANIZATION_CREATED")
                && row.get("subject_name").equals(name)));
    }

    @Test
    void createsOneHoweverOftenItsFormIsSent() {
        var form = desk.get(NEW);
        var places = IntStream.range(0, 4).parallel().mapToObj(i -> form.submit(NEW, whole()).redirect()).distinct()
                .toList();
        assertEquals(1, places.size(), places.toString());
        assertEquals(List.of(name),
                desk.get(LIST + "?q=" + name.replace(' ', '+')).document().select("tbody a").eachText());
    }

    @Test
    void tellsWhoComesBackToItsFormThatTheOrganizationIsThere() {
        var form = desk.get(NEW);
        form.submit(NEW, whole());
        var page = form.submit(NEW, Map.of("name", name + " II", "country", "US", "timeZone", "America/Los_Angeles",
                "street", "1 Pine Street", "city", "Seattle", "region", "WA", "zip", "98101-1234"));
        assertEquals(409, page.status());
        assertEquals(name + " II", page.field("Name").attr("value"));
        assertTrue(page.text().contains("Stored now: " + name));
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        var page = desk.get(NEW).submit(NEW,
                Map.of("name", "", "country", "US", "street", "1 Pine Street", "zip", "9810",
                        "accountNumbers", "A-1\nA-1"));
        assertEquals(400, page.status());
        assertTrue(page.title().startsWith("Error: "));
        assertEquals("Error: Enter the name of the organization.", page.problemOf(page.field("Name")));
        assertEquals("Error: Choose a time zone from the list.", page.problemOf(page.field("Time zone")));
        assertEquals("Error: Enter the state in two letters, such as WA.",
                page.problemOf(page.field("State or region")));
        assertTrue(page.problemOf(page.field("ZIP or postal code")).contains("5 or 9 digits"));
        assertTrue(page.problemOf(page.field("Account numbers")).contains("twice"));
        assertEquals("1 Pine Street", page.field("Street").attr("value"));
        assertEquals("A-1\nA-1", page.field("Account numbers").wholeText());
        assertEquals(5, page.document().select(".message-failed li").size() - 1, "the city too");
    }

    @Test
    void changesAnOrganization() {
        var organization = Fixtures.organization(name).saved();
        var page = desk.get(LIST + "/" + organization.id()).click("Edit")
                .submit(edit(organization), Map.of("street", "2 Oak Street", "accountNumbers", "B-2\n4471-90382",
                        "country", "FR"))
                .follow();
        assertTrue(page.text().contains("The changes are saved."));
        assertTrue(page.text().contains("2 Oak Street"));
        assertTrue(page.text().contains("B-2 (main) 4471-90382"));
        assertEquals(200, Visitor.inEnglish().signedInAs(organization.admin()).get("/port-orders/pin").status());
        assertTrue(desk.get(edit(organization)).submit(edit(organization), Map.of()).follow().text()
                .contains("nothing was changed"));
        assertEquals(List.of("COUNTRY · STREET · ACCOUNT_NUMBERS"), person.auditEntries().stream()
                .filter(row -> row.get("event").equals("ORGANIZATION_CHANGED")).map(row -> row.get("detail")).toList());
        assertTrue(desk.get("/desk/trail?organization=" + name.replace(" ", "+")).text()
                .contains("Country · Street · Account numbers"));
    }

    @Test
    void tellsWhoComesSecondAndLosesNothing() {
        var organization = Fixtures.organization(name).saved();
        var first = desk.get(edit(organization));
        var second = Visitor.inEnglish().signedInAs(Fixtures.desk()).get(edit(organization));
        assertEquals(303,
                first.submit(edit(organization), Map.of("street", "1 Pine Street", "accountNumbers", "A-1")).status());
        var page = second.submit(edit(organization), Map.of("street", "2 Oak Street"));
        assertEquals(409, page.status());
        assertTrue(page.text().contains("The organization was changed meanwhile by The desk on "));
        assertEquals("2 Oak Street", page.field("Street").attr("value"));
        assertEquals(List.of("Stored now: 1 Pine Street", "Stored now: A-1"),
                page.document().select(".stored").eachText().stream().map(Page::folded).toList());
        var saved = page.submit(edit(organization), Map.of()).follow();
        assertTrue(saved.text().contains("2 Oak Street"));
        assertTrue(saved.text().contains("4471-90382"));
    }

    @Test
    void letsOneOfTwoAtOnceChangeIt() {
        var organization = Fixtures.organization(name).saved();
        var form = desk.get(edit(organization));
        var statuses = IntStream.range(0, 2).parallel()
                .mapToObj(i -> form.submit(edit(organization), Map.of("street", "Way " + i)).status())
                .sorted().toList();
        assertEquals(List.of(303, 409), statuses);
    }

    @Test
    void findsOrganizationsByName() {
        Fixtures.organization(name + " 100%_sure").saved();
        IntStream.range(0, 51).forEach(i -> Fixtures.organization(name + " Branch " + i).saved());
        assertEquals(200, desk.get(LIST + "?q=" + "x".repeat(2_000)).status(), "what is too long is only not found");
        var query = "?q=" + name.replace(' ', '+');
        assertTrue(desk.get(LIST + query).text().contains("52 organizations found"));
        assertEquals(2, desk.get(LIST + query).click("Next").document().select("tbody tr").size());
        assertEquals(1, desk.get(LIST + query + "+100%25_").document().select("tbody tr").size());
        assertTrue(desk.get(LIST + query + "nothing").text().contains("No organization is called"));
        assertEquals(400, desk.get(LIST + "?page=x").status());
        assertEquals(404, desk.get(LIST + "/" + UUID.randomUUID()).status());
    }

    @Test
    void speaksFrench() {
        var french = Visitor.inFrench().signedInAs(person);
        var page = french.get("/port-orders").click("Organisations").click("Nouvelle organisation");
        assertTrue(page.field("Pays").select("option").eachText().contains("États-Unis"));
        assertTrue(page.submit(NEW, Map.of()).text().contains("Saisissez le nom de l'organisation."));
        assertTrue(page.submit(NEW, whole()).follow().text().contains("L'organisation est créée."));
    }

    @Test
    void showsCustomersNoWayThere() {
        assertFalse(Visitor.inEnglish().signedInAs(Fixtures.organization(name).saved().admin()).get("/port-orders")
                .hasLink("Organizations"));
    }

    @Test
    void showsWhichOrganizationsHaveAPinThatWasWarnedAbout() {
        var weak = Fixtures.organization("Weak " + UUID.randomUUID()).saved();
        var strong = Fixtures.organization("Strong " + UUID.randomUUID()).saved();
        setPin(weak, "123456");
        setPin(strong, "7391048265");
        var list = desk.get(LIST);
        assertTrue(list.document().select(".chip").text().contains("PIN easy to guess"), list.text());
        var filtered = desk.get(LIST + "?pin=guessable&q=" + weak.name().replace(' ', '+'));
        assertEquals(List.of(weak.name()), filtered.document().select("tbody a").eachText());
        var none = desk.get(LIST + "?pin=guessable&q=" + strong.name().replace(' ', '+'));
        assertTrue(none.text().contains("No PIN that is easy to guess"), none.text());
        assertTrue(desk.get(LIST + "/" + weak.id()).text()
                .contains("Easy to guess: its admins were warned when it was saved."));
        var french = Visitor.inFrench().signedInAs(person).get(LIST + "/" + weak.id());
        assertTrue(french.text().contains("Facile à deviner"), french.text());
        var page = desk.get(LIST + "/" + strong.id());
        assertTrue(page.text().contains("Port out PIN Set on ") && !page.text().contains("Easy to guess"), page.text());
        setPin(weak, "9164038275");
        assertFalse(desk.get(LIST + "/" + weak.id()).text().contains("Easy to guess"));
    }

    private static void setPin(Fixtures.Organization organization, String pin) {
        var admin = Visitor.inEnglish().signedInAs(organization.admin());
        assertEquals(303, admin.get("/port-orders/pin").submit("/port-orders/pin", Map.of("pin", pin)).status());
    }
}
