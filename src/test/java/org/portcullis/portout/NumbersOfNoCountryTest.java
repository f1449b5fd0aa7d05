package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

/** A number in E.164 that can't exist is refused like any other unknown number, and counted. */
@QuarkusTest
class NumbersOfNoCountryTest extends PortalTest {

    private final String number = "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number)
            .saved();

    private static String key() {
        return Visitor.inEnglish().signedInAs(Fixtures.desk()).get("/desk/carriers/new")
                .submit("/desk/carriers/new", Map.of("name", "Rainier Voice " + UUID.randomUUID(), "protocol", "API"))
                .field("Key").val();
    }

    /** One sorts before the organization's own number, the other after it. */
    @ParameterizedTest
    @ValueSource(strings = {"+2100000000", "+99900000000000"})
    void areCountedAndBreakNoPage(String unknown) {
        var answer = Visitor.inEnglish().with("Authorization", "Bearer " + key())
                .send("POST", "/api/port-out-requests", "{\"numbers\":[\"" + number + "\",\"" + unknown + "\"]}",
                        "application/json");
        assertEquals(201, answer.status(), answer.source());
        assertTrue(answer.source().contains("NOT_RECOGNISED"), answer.source());
        var id = Row.select("select id from port_out_request where organization_id = ?", organization.id()).get(0)
                .get("id");
        var admin = Visitor.inEnglish().signedInAs(organization.admin());
        var viewer = Visitor.inEnglish().signedInAs(organization.viewer());
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        for (var page : new String[] {"/port-out-requests", "/port-out-requests/" + id}) {
            assertEquals(200, viewer.get(page).status(), page);
            assertFalse(admin.get(page).text().contains(unknown), page);
        }
        assertTrue(admin.get("/port-out-requests/" + id).text().contains("1 number is not with us."));
        for (var page : new String[] {"/desk/port-out-requests", "/desk/port-out-requests/" + id}) {
            assertEquals(200, desk.get(page).status(), page);
        }
        assertTrue(desk.get("/desk/port-out-requests/" + id).text().contains("1 number is not with us."));
    }
}
