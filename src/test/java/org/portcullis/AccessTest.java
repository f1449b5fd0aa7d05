package org.portcullis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

/** Who gets where: one row for each address of the portal. An address without a row fails the test. */
@QuarkusTest
class AccessTest extends PortalTest {

    private static final int TO_SIGN_IN = 303;
    private static final String PERSON = "/desk/people/{id: [0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final String CARRIER = "/desk/carriers/{id: [0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final UUID NOBODYS = new UUID(0, 0);

    /** An address, what it is asked with, and the status for nobody, an admin, a viewer, an admin in France, and the desk. */
    private record Row(String method, String template, String path, Map<String, String> form, int nobody, int admin,
            int viewer, int french, int desk) {
    }

    private static Row get(String template, String path, int nobody, int admin, int viewer, int french, int desk) {
        return new Row("GET", template, path, Map.of(), nobody, admin, viewer, french, desk);
    }

    private static Row post(String template, Map<String, String> form, int nobody, int admin, int viewer, int french,
            int desk) {
        return new Row("POST", template, template, form, nobody, admin, viewer, french, desk);
    }

    /** A form made for a version that the order never had, so that it changes nothing. */
    private static Row change(String pon, String what) {
        return new Row("POST", "/port-orders/{pon}/change/" + what, "/port-orders/" + pon + "/change/" + what,
                Map.of("version", "99", "text", "2099-01-05", "id", UUID.randomUUID().toString()), TO_SIGN_IN, 409, 403,
                404, 403);
    }

    /** A page of the desk: nobody else's, whatever stands in its address. */
    private static Row forTheDesk(String method, String template, String id, int desk) {
        var path = template.replaceFirst("\\{id(: [^/]*)?}(?=/|$)", id).replace("{number}", "12065550100")
                .replace("{secret}", NOBODYS.toString())
                .replace("{certificate}", NOBODYS.toString())
                .replaceFirst("\\{change[^/]*}$", "role");
        // What a request is made of is looked at before who makes it.
        int others = desk == 415 ? 415 : 403;
        return new Row(method, template, path, Map.of(), TO_SIGN_IN, others, others, others, desk);
    }

    /** The page of a port-out request: not there for other organizations, closed to the desk, which has one of its own. */
    private static Row ofRequest(String method, String what, UUID request, int admin, int viewer, int french) {
        var path = "/port-out-requests/" + request + what.replaceFirst("\\{.*}", "approval");
        return new Row(method, "/port-out-requests/{id}" + what, path, Map.of(), TO_SIGN_IN, admin, viewer, french,
                403);
    }

    /** A page on which an admin fills in an order: it is not there for other organizations, and closed to viewers and the desk. */
    private static Row toFillIn(String method, String template, String pon, Map<String, String> form, int admin) {
        var path = template.replace("{pon}", pon).replace("{step}", "carrier");
        // What a request is made of is looked at before who makes it.
        return admin == 415 ? new Row(method, template, path, form, TO_SIGN_IN, 415, 415, 415, 415)
                : new Row(method, template, path, form, TO_SIGN_IN, admin, 403, 404, 403);
    }

    private static List<Row> table(String pon, UUID document, String organization, String person, String work,
            UUID request) {
        return List.of(
                get("/", "/", TO_SIGN_IN, 303, 303, 303, 303),
                get("/sign-in", "/sign-in", 200, 303, 303, 303, 303),
                post("/sign-in", Map.of(), 400, 400, 400, 400, 400),
                get("/sign-in/again", "/sign-in/again", TO_SIGN_IN, 303, 303, 303, 303),
                post("/sign-in/again", Map.of(), TO_SIGN_IN, 400, 400, 400, 400),
                get("/session", "/session", 200, 200, 200, 200, 200),
                post("/session", Map.of(), 200, 200, 200, 200, 200),
                get("/kept-forms/{id}", "/kept-forms/" + NOBODYS, TO_SIGN_IN, 303, 303, 303, 303),
                post("/kept-forms/late", Map.of(), TO_SIGN_IN, 404, 404, 404, 404),
                post("/language", Map.of("language", "en-US"), 303, 303, 303, 303, 303),
                post("/theme", Map.of("theme", "auto"), 303, 303, 303, 303, 303),
                get("/set-up/{token}", "/set-up/made-up", 404, 404, 404, 404, 404),
                new Row("POST", "/set-up/{token}", "/set-up/made-up", Map.of(), 404, 404, 404, 404, 404),
                get("/help/port-out-pin", "/help/port-out-pin", 200, 200, 200, 200, 200),
                get("/help/port-orders", "/help/port-orders", 200, 200, 200, 200, 200),
                get("/help/port-out-requests", "/help/port-out-requests", 200, 200, 200, 200, 200),
                get("/help/carriers", "/help/carriers", 200, 200, 200, 200, 200),
                get("/port-out-requests", "/port-out-requests", TO_SIGN_IN, 200, 200, 200, 403),
                ofRequest("GET", "", request, 200, 200, 404),
                ofRequest("POST", "/approval", request, 303, 403, 404),
                ofRequest("POST", "/refusal", request, 303, 403, 404),
                ofRequest("GET", "/{word: approval|refusal}", request, 303, 403, 303),
                ofRequest("GET", "/not-us", request, 200, 403, 404),
                ofRequest("POST", "/not-us", request, 303, 403, 404),
                forTheDesk("GET", "/desk/port-out-requests", "", 200),
                forTheDesk("GET", "/desk/port-out-requests/{id}", String.valueOf(request), 200),
                forTheDesk("GET", "/desk/port-out-requests/new", "", 200),
                forTheDesk("POST", "/desk/port-out-requests/new", "", 400),
                forTheDesk("GET", "/desk/port-out-requests/guessing", "", 404),
                forTheDesk("POST", "/desk/port-out-requests/guessing", "", 303),
                get("/error", "/error", 404, 404, 404, 404, 404),
                post("/carrier/telnyx/webhook", Map.of(), 401, 401, 401, 401, 401),
                get("/account", "/account", TO_SIGN_IN, 200, 200, 200, 200),
                post("/account", Map.of("name", "Renamed"), TO_SIGN_IN, 303, 303, 303, 303),
                get("/account/password", "/account/password", TO_SIGN_IN, 200, 200, 200, 200),
                post("/account/password", Map.of(), TO_SIGN_IN, 400, 400, 400, 400),
                get("/port-orders", "/port-orders", TO_SIGN_IN, 200, 200, 200, 200),
                get("/port-orders.csv", "/port-orders.csv", TO_SIGN_IN, 200, 200, 200, 400),
                get("/desk", "/desk", TO_SIGN_IN, 403, 403, 403, 200),
                forTheDesk("GET", "/desk/bulk", "", 200),
                forTheDesk("POST", "/desk/bulk", "", 400),
                forTheDesk("GET", "/desk/port-out-counts.csv", "", 200),
                get("/desk/next", "/desk/next", TO_SIGN_IN, 403, 403, 403, 303),
                post("/desk/next", Map.of(), TO_SIGN_IN, 403, 403, 403, 303),
                get("/desk/orders/{pon}/assignment", "/desk/orders/" + pon + "/assignment", TO_SIGN_IN, 403, 403, 403,
                        303),
                new Row("POST", "/desk/orders/{pon}/assignment", "/desk/orders/" + pon + "/assignment", Map.of(),
                        TO_SIGN_IN, 403, 403, 403, 303),
                get("/desk/orders/{pon}/release", "/desk/orders/" + pon + "/release", TO_SIGN_IN, 403, 403, 403, 303),
                new Row("POST", "/desk/orders/{pon}/release", "/desk/orders/" + pon + "/release", Map.of(), TO_SIGN_IN,
                        403, 403, 403, 303),
                get("/port-orders/{pon}", "/port-orders/" + pon, TO_SIGN_IN, 200, 200, 404, 200),
                get("/port-orders/{pon}/comments", "/port-orders/" + pon + "/comments", TO_SIGN_IN, 303, 303, 303, 303),
                new Row("POST", "/port-orders/{pon}/comments", "/port-orders/" + pon + "/comments",
                        Map.of("id", UUID.randomUUID().toString(), "words", "Hello"), TO_SIGN_IN, 303, 403, 404, 303),
                new Row("POST", "/port-orders/{pon}/notice-addresses", "/port-orders/" + pon + "/notice-addresses",
                        Map.of("email", "nobody@example.com"), TO_SIGN_IN, 303, 403, 404, 403),
                get("/port-orders/{pon}/change/cancellation", "/port-orders/" + pon + "/change/cancellation",
                        TO_SIGN_IN, 200, 403, 404, 403),
                change(pon, "cancellation"),
                get("/port-orders/{pon}/change/date", "/port-orders/" + pon + "/change/date", TO_SIGN_IN, 200, 403, 404,
                        403),
                change(pon, "date"),
                get("/port-orders/{pon}/change/removal", "/port-orders/" + pon + "/change/removal", TO_SIGN_IN, 200,
                        403, 404, 403),
                change(pon, "removal"),
                change(pon, "copy"),
                get("/desk/orders/{pon}/steps/{step}", "/desk/orders/" + pon + "/steps/send", TO_SIGN_IN, 403, 403, 403,
                        404),
                new Row("POST", "/desk/orders/{pon}/steps/{step}", "/desk/orders/" + pon + "/steps/send",
                        Map.of("version", "0"),
                        TO_SIGN_IN, 403, 403, 403, 404),
                get("/desk/orders/{pon}/steps/send/transfer-pin", "/desk/orders/" + pon + "/steps/send/transfer-pin",
                        TO_SIGN_IN, 403, 403, 403, 404),
                new Row("POST", "/desk/orders/{pon}/steps/send/transfer-pin",
                        "/desk/orders/" + pon + "/steps/send/transfer-pin", Map.of(),
                        TO_SIGN_IN, 403, 403, 403, 404),
                get("/desk/orders/{pon}/numbers", "/desk/orders/" + pon + "/numbers", TO_SIGN_IN, 403, 403, 403, 404),
                new Row("POST", "/desk/orders/{pon}/numbers", "/desk/orders/" + pon + "/numbers",
                        Map.of("version", "0", "mark", "all-ported"),
                        TO_SIGN_IN, 403, 403, 403, 404),
                get("/port-orders/documents/{id}", "/port-orders/documents/" + document, TO_SIGN_IN, 200, 200, 404,
                        200),
                get("/port-orders/new", "/port-orders/new", TO_SIGN_IN, 200, 403, 200, 403),
                post("/port-orders/new", Map.of(), TO_SIGN_IN, 400, 403, 400, 403),
                toFillIn("GET", "/port-orders/{pon}/draft/{step}", pon, Map.of(), 200),
                toFillIn("POST", "/port-orders/{pon}/draft/{step}", pon, Map.of(), 400),
                toFillIn("GET", "/port-orders/{pon}/draft/letter", pon, Map.of(), 303),
                toFillIn("POST", "/port-orders/{pon}/draft/letter", pon, Map.of(), 303),
                toFillIn("GET", "/port-orders/{pon}/draft/review", pon, Map.of(), 200),
                toFillIn("POST", "/port-orders/{pon}/draft/review", pon, Map.of("version", "0"), 400),
                toFillIn("GET", "/port-orders/{pon}/draft/numbers", pon, Map.of(), 200),
                toFillIn("POST", "/port-orders/{pon}/draft/numbers", pon, Map.of(), 415),
                toFillIn("POST", "/port-orders/{pon}/draft/numbers/removal", pon, Map.of("version", "0"), 303),
                toFillIn("GET", "/port-orders/{pon}/draft/documents", pon, Map.of(), 200),
                toFillIn("POST", "/port-orders/{pon}/draft/documents", pon, Map.of(), 415),
                toFillIn("GET", "/port-orders/{pon}/correction", pon, Map.of(), 303),
                toFillIn("POST", "/port-orders/{pon}/correction", pon, Map.of(), 400),
                toFillIn("GET", "/port-orders/{pon}/correction/review", pon, Map.of(), 303),
                toFillIn("POST", "/port-orders/{pon}/correction/review", pon, Map.of("version", "0"), 303),
                get("/port-orders/certificate", "/port-orders/certificate", TO_SIGN_IN, 200, 200, 200, 404),
                get("/port-orders/certificate.pdf", "/port-orders/certificate.pdf", TO_SIGN_IN, 200, 200, 200, 404),
                get("/port-orders/pin", "/port-orders/pin", TO_SIGN_IN, 200, 200, 200, 403),
                post("/port-orders/pin", Map.of("pin", "482913", "revision", "0"), TO_SIGN_IN, 303, 403, 403, 403),
                get("/port-orders/pin/generated", "/port-orders/pin/generated", TO_SIGN_IN, 303, 303, 303, 403),
                post("/port-orders/pin/generated", Map.of(), TO_SIGN_IN, 200, 403, 403, 403),
                get("/port-orders/pin/compromised", "/port-orders/pin/compromised", TO_SIGN_IN, 200, 403, 403, 403),
                post("/port-orders/pin/compromised", Map.of("revision", "1"), TO_SIGN_IN, 303, 403, 403, 403),
                get("/port-orders/locks", "/port-orders/locks", TO_SIGN_IN, 200, 200, 200, 404),
                get("/port-orders/locks", "/port-orders/locks?organization=" + organization, TO_SIGN_IN, 404, 404, 404,
                        200),
                post("/port-orders/locks", Map.of(), TO_SIGN_IN, 303, 403, 303, 404),
                get("/port-orders/locks/{form: numbers|removal}", "/port-orders/locks/removal", TO_SIGN_IN, 303, 303,
                        303, 404),
                post("/port-orders/locks/numbers", Map.of(), TO_SIGN_IN, 400, 403, 400, 404),
                post("/port-orders/locks/removal", Map.of("scope", "EACH"), TO_SIGN_IN, 200, 403, 200, 404),
                get("/password/{token}", "/password/made-up", 404, 404, 404, 404, 404),
                get("/notices/{token}", "/notices/made-up", 404, 404, 404, 404, 404),
                new Row("POST", "/notices/{token}", "/notices/made-up", Map.of("go", "confirm"), 404, 404, 404, 404,
                        404),
                new Row("POST", "/password/{token}", "/password/made-up", Map.of("password", "x"), 404, 404, 404, 404,
                        404),
                forTheDesk("GET", "/desk/organizations", "", 200),
                forTheDesk("GET", "/desk/organizations/new", "", 200),
                forTheDesk("POST", "/desk/organizations/new", "", 400),
                forTheDesk("GET", "/desk/organizations/{id}", organization, 200),
                forTheDesk("GET", "/desk/organizations/{id}/edit", organization, 200),
                forTheDesk("POST", "/desk/organizations/{id}/edit", organization, 400),
                forTheDesk("GET", "/desk/organizations/{id}/numbers", organization, 200),
                forTheDesk("POST", "/desk/organizations/{id}/numbers/service", organization, 400),
                forTheDesk("GET", "/desk/organizations/{id}/numbers/new", organization, 200),
                forTheDesk("POST", "/desk/organizations/{id}/numbers/new", organization, 400),
                forTheDesk("POST", "/desk/organizations/{id}/numbers/removal", organization, 400),
                forTheDesk("GET", "/desk/organizations/{id}/numbers/{number}/removal", organization, 404),
                forTheDesk("POST", "/desk/organizations/{id}/numbers/{number}/removal", organization, 303),
                forTheDesk("GET", "/desk/organizations/{id}/numbers/import", organization, 200),
                forTheDesk("POST", "/desk/organizations/{id}/numbers/import", organization, 415),
                forTheDesk("GET", "/desk/organizations/{id}/people", organization, 200),
                forTheDesk("GET", "/desk/organizations/{id}/people/new", organization, 200),
                forTheDesk("POST", "/desk/organizations/{id}/people/new", organization, 400),
                forTheDesk("GET", "/desk/people", "", 200),
                forTheDesk("GET", "/desk/people/new", "", 200),
                forTheDesk("POST", "/desk/people/new", "", 400),
                forTheDesk("GET", PERSON, person, 200),
                forTheDesk("GET", PERSON + "/{change: role|activation|password-link}", person, 303),
                forTheDesk("POST", PERSON + "/role", person, 400),
                forTheDesk("POST", PERSON + "/activation", person, 303),
                forTheDesk("POST", PERSON + "/password-link", person, 303),
                forTheDesk("GET", "/desk/jobs/{id}", work, 200),
                forTheDesk("GET", "/desk/jobs/{id}/report.csv", work, 200),
                forTheDesk("GET", "/desk/carriers", "", 200),
                forTheDesk("GET", "/desk/carriers/new", "", 200),
                forTheDesk("POST", "/desk/carriers/new", "", 400),
                forTheDesk("GET", CARRIER, NOBODYS.toString(), 404),
                forTheDesk("GET", CARRIER + "/rotation", NOBODYS.toString(), 404),
                forTheDesk("POST", CARRIER + "/rotation", NOBODYS.toString(), 404),
                forTheDesk("GET", CARRIER + "/revocation", NOBODYS.toString(), 404),
                forTheDesk("POST", CARRIER + "/revocation", NOBODYS.toString(), 404),
                forTheDesk("GET", CARRIER + "/restriction", NOBODYS.toString(), 404),
                forTheDesk("POST", CARRIER + "/restriction", NOBODYS.toString(), 404),
                forTheDesk("GET", CARRIER + "/certificates/new", NOBODYS.toString(), 404),
                forTheDesk("POST", CARRIER + "/certificates/new", NOBODYS.toString(), 404),
                forTheDesk("GET", CARRIER + "/certificates/{certificate}/removal", NOBODYS.toString(), 404),
                forTheDesk("POST", CARRIER + "/certificates/{certificate}/removal", NOBODYS.toString(), 404),
                forTheDesk("GET", CARRIER + "/secrets/{secret}/revocation", NOBODYS.toString(), 404),
                forTheDesk("POST", CARRIER + "/secrets/{secret}/revocation", NOBODYS.toString(), 404),
                get("/api/port-out-requests/{id}", "/api/port-out-requests/" + NOBODYS, 401, 401, 401, 401, 401),
                post("/api/port-out-requests", Map.of(), 401, 401, 401, 401, 401),
                get("/desk/mail", "/desk/mail", TO_SIGN_IN, 403, 403, 403, 200),
                get("/desk/mail/{id}", "/desk/mail/" + NOBODYS, TO_SIGN_IN, 403, 403, 403, 404),
                new Row("POST", "/desk/mail/{id}/attempts", "/desk/mail/" + NOBODYS + "/attempts", Map.of(), TO_SIGN_IN,
                        403, 403, 403, 303),
                get("/desk/trail", "/desk/trail", TO_SIGN_IN, 403, 403, 403, 200),
                get("/desk/trail.csv", "/desk/trail.csv", TO_SIGN_IN, 403, 403, 403, 200),
                post("/desk/trail/verifications", Map.of(), TO_SIGN_IN, 403, 403, 403, 400),
                get("/desk/trail/verifications/{id}", "/desk/trail/verifications/" + NOBODYS, TO_SIGN_IN, 403, 403, 403,
                        404),
                post("/sign-out", Map.of(), 303, 303, 303, 303, 303));
    }

    @Test
    void letsEachRoleWhereItMayAndNoFurther() {
        var organization = Fixtures.organization("Cascade Freight").saved();
        var pon = organization.order("Harbor").saved();
        var document = organization.document(pon, "bill.pdf", new byte[] {1}, 1);
        var nobody = Visitor.inEnglish();
        var admin = Visitor.inEnglish().signedInAs(organization.admin());
        var viewer = Visitor.inEnglish().signedInAs(organization.viewer());
        var french = Visitor.inEnglish().signedInAs(Fixtures.organization("Lumière").inFrance().saved().admin());
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        var wrong = new ArrayList<String>();
        var person = organization.viewer().id().toString();
        for (Row row : table(pon, document, organization.id().toString(), person, organization.finishedWork(),
                organization.request("Columbia Fiber").refusedFor("PIN_INVALID").saved())) {
            check(wrong, row, "nobody", nobody, row.nobody);
            check(wrong, row, "admin", admin, row.admin);
            check(wrong, row, "viewer", viewer, row.viewer);
            check(wrong, row, "french", french, row.french);
            check(wrong, row, "desk", desk, row.desk);
        }
        assertEquals(List.of(), wrong);
    }

    private static void check(List<String> wrong, Row row, String who, Visitor visitor, int expected) {
        var page = row.method.equals("GET") ? visitor.get(row.path)
                : visitor.post(row.path, withToken(visitor, row.form));
        if (page.status() != expected) {
            wrong.add(row.method + " " + row.path + " as " + who + " answered " + page.status() + ", not " + expected);
        }
    }

    private static Map<String, String> withToken(Visitor visitor, Map<String, String> form) {
        var fields = new HashMap<>(form);
        fields.put("csrf-token",
                visitor.get("/help/port-out-pin").document().selectFirst("input[name=csrf-token]").attr("value"));
        return fields;
    }

    @Test
    void hasARowForEachAddress() {
        Set<String> rows = new TreeSet<>();
        table("x", null, "x", "x", "x", null).forEach(row -> rows.add(row.method + " " + row.template));
        assertEquals(addresses(), rows);
    }

    private static Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        JavaClasses classes = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
                .importPackages("org.portcullis");
        classes.stream().filter(type -> type.isAnnotatedWith(Path.class))
                .forEach(type -> type.getMethods().forEach(method -> {
                    var verb = method.isAnnotatedWith(GET.class) ? "GET"
                            : method.isAnnotatedWith(POST.class) ? "POST" : null;
                    if (verb != null) {
                        var path = "/" + type.getAnnotationOfType(Path.class).value() + "/"
                                + (method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value()
                                        : "");
                        addresses.add(verb + " " + path.replaceAll("/+", "/").replaceFirst("(.)/$", "$1"));
                    }
                }));
        return addresses;
    }
}
