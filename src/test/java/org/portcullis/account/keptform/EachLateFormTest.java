package org.portcullis.account.keptform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;

/**
 * Every form of the portal, sent after the end of its session: as its page has it, and at each address that accepts a
 * form.
 */
@QuarkusTest
class EachLateFormTest extends PortalTest {

    private static final Duration ASLEEP = Duration.ofMinutes(31);
    private static final String SECRET = "48291377";
    private static final String PIN = "/port-orders/pin";
    private static final String TYPED = "typed in vain";
    private static final Instant FAR = Instant.parse("2099-06-09T17:00:00Z");
    /** For people who are not signed in, for machines, and for scripts; these need no session. */
    private static final Set<String> NEVER_LATE = Set.of("/sign-in", "/sign-in/again", "/sign-out", "/set-up/{token}",
            "/password/{token}", "/notices/{token}", "/language", "/theme", "/session", "/kept-forms/late",
            "/carrier/telnyx/webhook",
            "/api/port-out-requests");

    @Inject
    TestClock clock;

    @Inject
    KeptForms forms;

    /** Unique, because each number belongs to one organization. */
    private final String number = "1206" + ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999);
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber("+" + number)
            .saved();
    private final Fixtures.Person admin = organization.admin();
    private final Fixtures.Person clerk = Fixtures.desk();

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private List<String> pagesOfTheAdmin() {
        var draft = "/port-orders/" + organization.order("Draft").in("DRAFT").withNumber("+12065550110").saved();
        var sent = "/port-orders/"
                + organization.order("Sent").in("CONTACTING_CARRIER").withNumber("+12065550111").saved();
        var confirmed = "/port-orders/" + organization.order("Confirmed").in("TRANSFER_APPROVED").confirmedFor(FAR)
                .withNumber("+12065550112").saved();
        var rejected = "/port-orders/"
                + organization.order("Rejected").in("ACTION_REQUIRED").rejectedFor("ADDRESS_MISMATCH")
                        .withNumber("+12065550113").saved();
        var closed = "/port-orders/" + organization.order("Closed").in("CANCELLED").withNumber("+12065550114").saved();
        var asked = "/port-out-requests/" + organization.request("Columbia Fiber")
                .awaitingApprovalUntil(Instant.now().plus(Duration.ofDays(90))).saved();
        return List.of(draft + "/draft/direction", draft + "/draft/numbers", draft + "/draft/carrier",
                draft + "/draft/dates",
                draft + "/draft/documents", draft + "/draft/review", draft + "/change/removal", sent,
                sent + "/change/cancellation",
                confirmed + "/change/date", rejected + "/correction", rejected + "/correction/review", closed, asked,
                asked + "/not-us",
                "/port-orders/new", PIN, "/port-orders/locks", "/account", "/account/password");
    }

    private List<String> pagesOfTheDesk() {
        var received = organization.order("Received").in("PROCESSING").withNumber("+12065550120").saved();
        var moving = organization.order("Moving").in("TRANSFER_PENDING").confirmedFor(FAR)
                .withNumber("+12065550121", "PORTED")
                .withNumber("+12065550122").saved();
        var mine = "/desk/organizations/" + organization.id();
        return List.of("/port-orders/" + received, "/desk/orders/" + received + "/steps/send",
                "/desk/orders/" + received + "/steps/reject",
                "/desk/orders/" + moving + "/steps/complete-partially", "/desk/orders/" + moving + "/numbers",
                "/desk/bulk?state=PROCESSING&step=send", "/desk/organizations/new", mine + "/edit", mine + "/numbers",
                mine + "/numbers/new", mine + "/numbers/import", mine + "/numbers/" + number + "/removal",
                mine + "/people/new",
                "/desk/people/new", "/desk/people/" + admin.id(), "/desk/carriers/new", "/desk/port-out-requests/new",
                "/desk/trail",
                "/desk",
                "/port-orders/locks?organization=" + organization.id());
    }

    @Test
    void comesBackAsItWasOnEachPageOfAnAdmin() {
        checkEach(admin, pagesOfTheAdmin(), 24);
    }

    @Test
    void comesBackAsItWasOnEachPageOfTheDesk() {
        checkEach(clerk, pagesOfTheDesk(), 24);
    }

    private void checkEach(Fixtures.Person person, List<String> pages, int fewest) {
        var wrong = new ArrayList<String>();
        int checked = 0;
        for (String path : pages) {
            var count = Visitor.inEnglish().signedInAs(person).get(path).document().select("main form[method=post]")
                    .size();
            assertTrue(count > 0, "no form on " + path);
            for (int i = 0; i < count; i++) {
                check(person, path, i, wrong);
                checked++;
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(checked >= fewest, "only " + checked);
    }

    private void check(Fixtures.Person person, String path, int which, List<String> wrong) {
        var visitor = Visitor.inEnglish().signedInAs(person);
        var page = visitor.get(path);
        var form = page.document().select("main form[method=post]").get(which);
        var action = form.attr("action");
        var fields = filledIn(page.document(), form);
        var before = changes();
        clock.pass(ASLEEP);
        visitor.with("Referer", Surroundings.portalUrl().replaceFirst("/$", "") + path);
        var late = form.attr("enctype").isEmpty() ? visitor.post(action, fields)
                : page.submit(action, fields, "file", "a.pdf", new byte[] {1});
        var where = path + " " + action + ": ";
        if (late.redirect() == null || !late.redirect().startsWith("/sign-in?to=%2Fkept-forms%2F")) {
            wrong.add(where + late.status() + " " + late.redirect());
            return;
        }
        var back = followed(
                late.follow().submit("/sign-in", Map.of("username", person.email(), "password", Fixtures.PASSWORD)));
        if (!changes().equals(before)) {
            wrong.add(where + "something was done");
        }
        var same = back.document().select("main form:has(input[name=kept-form])").first();
        if (back.status() != 200 || same == null || !Origin.path(same.attr("action")).equals(Origin.path(action))) {
            wrong.add(where + "did not come back but to " + back.status() + " " + back.heading());
            return;
        }
        var shown = filledAsShown(back.document(), same);
        fields.forEach((name, value) -> {
            var isSecret = KeptFields.SECRET.contains(name);
            if (KeptFields.isKept(name) && same.select("button[name=" + name + "]").isEmpty()
                    && !value.equals(shown.get(name))) {
                wrong.add(where + name + " is not " + value + " but " + shown.get(name));
            } else if (isSecret && !"".equals(shown.get(name))) {
                wrong.add(where + name + " is there");
            }
        });
        if (back.source().contains(SECRET)) {
            wrong.add(where + "a secret is on the page");
        }
        Row.select("select * from kept_form where user_id = ?", person.id()).forEach(row -> {
            if (forms.find(person.id(), UUID.fromString(row.get("id"))).toString().contains(SECRET)) {
                wrong.add(where + "a secret is kept");
            }
        });
        Row.update("delete from kept_form where user_id = ?", person.id());
    }

    /** @return the form with something in each of its fields, and with its first button that has a name */
    private static Map<String, String> filledIn(Document page, Element form) {
        var fields = new LinkedHashMap<String, String>();
        for (Element control : controls(page, form)) {
            var name = control.attr("name");
            switch (control.is("input") ? control.attr("type") : control.tagName()) {
                case "hidden" -> fields.put(name, control.val());
                case "password" -> fields.put(name, SECRET);
                case "file" -> {
                }
                case "checkbox" -> fields.put(name, control.hasAttr("value") ? control.val() : "on");
                case "radio" -> {
                    if (!control.hasAttr("disabled")) {
                        fields.put(name, control.val());
                    }
                }
                case "select" -> fields.put(name, control.select("option").last().val());
                case "date" -> fields.put(name, "2099-01-05");
                case "time" -> fields.put(name, "10:30");
                default -> fields.put(name, TYPED + " " + name);
            }
        }
        var button = form.selectFirst("button[name]");
        if (button != null) {
            fields.put(button.attr("name"), button.val());
        }
        return fields;
    }

    private static Map<String, String> filledAsShown(Document page, Element form) {
        var fields = new LinkedHashMap<String, String>();
        for (Element control : controls(page, form)) {
            var isBox = Set.of("checkbox", "radio").contains(control.attr("type"));
            if (!isBox || control.hasAttr("checked")) {
                var value = control.is("textarea") ? control.wholeText()
                        : control.is("select") ? control.select("option[selected]").val()
                                : isBox && !control.hasAttr("value") ? "on" : control.val();
                fields.put(control.attr("name"), value);
            }
        }
        return fields;
    }

    private static List<Element> controls(Document page, Element form) {
        var all = new ArrayList<Element>(form.select("input[name], select[name], textarea[name]"));
        if (!form.id().isEmpty()) {
            all.addAll(page.select("[form=" + form.id() + "]").select("input[name], select[name], textarea[name]"));
        }
        return all;
    }

    private static Page followed(Page page) {
        var last = page;
        for (int i = 0; i < 12 && last.redirect() != null; i++) {
            last = last.follow();
        }
        return last;
    }

    /** @return how much stands in each table that a form can change, but for who signed in */
    private static String changes() {
        return List.of("audit_entry where event not like 'SIGNED_IN%'", "port_order", "port_order_comment", "document",
                "port_out_pin", "portal_user", "organization", "notice", "port_order_transition").stream()
                .map(table -> table + Row.select("select count(*) as n from " + table).get(0).get("n"))
                .collect(Collectors.joining(" "));
    }

    /** Each address that takes a form, with a form that no page has: nothing is done, and what was typed is shown. */
    @Test
    void isKeptAtEachAddressThatTakesOne() {
        var pon = organization.order("Harbor").in("PROCESSING").withNumber("+12065550130").saved();
        var wrong = new ArrayList<String>();
        var addresses = addresses();
        assertTrue(addresses.size() > 40, addresses.toString());
        for (String template : addresses) {
            var person = template.startsWith("/desk") ? clerk : admin;
            var path = template.replaceFirst("\\{pon[^/]*}", pon).replaceFirst("\\{step}", "send")
                    .replaceFirst("\\{number}", number)
                    .replaceFirst("\\{id(: [^/]*)?}(?=/|$)", new UUID(0, 0).toString())
                    .replaceFirst("\\{(secret|certificate)}", new UUID(0, 0).toString());
            assertFalse(path.contains("{"), path);
            var visitor = Visitor.inEnglish().signedInAs(person);
            var before = changes();
            clock.pass(ASLEEP);
            var late = visitor.post(path,
                    Map.of("subscriber", TYPED, "pin", SECRET, "password", SECRET, "transferPin", SECRET));
            if (late.redirect() == null || !late.redirect().startsWith("/sign-in?to=%2Fkept-forms%2F")) {
                wrong.add(path + " " + late.status() + " " + late.redirect());
                continue;
            }
            var back = followed(late.follow().submit("/sign-in",
                    Map.of("username", person.email(), "password", Fixtures.PASSWORD)));
            if (back.status() != 200 || !back.source().contains(TYPED) || back.source().contains(SECRET)) {
                wrong.add(path + " came back to " + back.status() + " " + back.redirect() + " " + back.text());
            }
            if (!changes().equals(before)) {
                wrong.add(path + " did something");
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Set<String> addresses() {
        var addresses = new TreeSet<String>();
        new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.portcullis").stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .forEach(type -> type.getMethods().stream().filter(method -> method.isAnnotatedWith(POST.class))
                        .forEach(method -> {
                            var path = "/" + type.getAnnotationOfType(Path.class).value() + "/"
                                    + (method.isAnnotatedWith(Path.class)
                                            ? method.getAnnotationOfType(Path.class).value()
                                            : "");
                            assertTrue(method.isAnnotatedWith(Consumes.class), method.getFullName());
                            addresses.add(path.replaceAll("/+", "/").replaceFirst("(.)/$", "$1"));
                        }));
        assertTrue(addresses.containsAll(Set.of("/sign-in", "/session", "/kept-forms/late")));
        addresses.removeAll(NEVER_LATE);
        return addresses;
    }
}
