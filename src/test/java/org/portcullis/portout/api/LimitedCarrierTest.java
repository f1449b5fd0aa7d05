package org.portcullis.portout.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.TestLimits;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

/** A carrier that exceeds its limit at the API is told when to ask again. */
@QuarkusTest
class LimitedCarrierTest extends PortalTest {

    private static final String PATH = PortOutRequestResource.PATH;
    private static final String JSON = "application/json";

    private final String number = "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number)
            .saved();
    private final String key = key();

    private static String key() {
        return Visitor.inEnglish().signedInAs(Fixtures.desk()).get("/desk/carriers/new")
                .submit("/desk/carriers/new", Map.of("name", "Rainier Voice " + UUID.randomUUID(), "protocol", "API"))
                .field("Key").val();
    }

    private Page ask(String shown, String language) {
        return Visitor.speaking(language).with("Authorization", "Bearer " + shown).with("Accept", JSON)
                .send("POST", PATH, "{\"numbers\":[\"" + number + "\"]}", JSON);
    }

    private static void assertTooMany(Page answer, String retryAfter, String language, String title)
            throws IOException {
        assertEquals(429, answer.status(), answer.source());
        assertEquals("application/problem+json", answer.header("Content-Type").orElseThrow().replaceFirst(";.*", ""));
        assertEquals(retryAfter, answer.header("Retry-After").orElseThrow());
        assertEquals(language, answer.header("Content-Language").orElseThrow());
        var problem = new ObjectMapper().readTree(answer.source());
        assertEquals("urn:portcullis:problem:too-many-requests", problem.get("type").asText());
        assertEquals(title, problem.get("title").asText());
    }

    @Test
    void getsAProblemInBothLanguagesAndLeavesOthersTheirPlaces() throws IOException {
        organization.withPin("73910482");
        new TestLimits().withPerMinute(CostlyWork.VERDICT, 4).install();
        for (int i = 0; i < 4; i++) {
            assertEquals(201, ask(key, "en-US").status());
        }
        assertTooMany(ask(key, "en-US"), "15", "en-US", "Too many requests");
        assertTooMany(ask(key, "fr"), "15", "fr-FR", "Trop de requêtes");
        assertEquals(201, ask(key(), "en-US").status());
        var refused = Visitor.inEnglish().with("Authorization", "Bearer nonsense").get(PATH);
        assertEquals(401, refused.status(), "who shows no credential has no turn to wait for");
    }
}
