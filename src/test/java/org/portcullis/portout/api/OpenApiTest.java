package org.portcullis.portout.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.portcullis.portout.PortOutQuestion;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.Verdict;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

/** Checks the hand-written API description against the code. */
@QuarkusTest
class OpenApiTest extends PortalTest {

    private static JsonNode document() throws IOException {
        var page = Visitor.inEnglish().with("Accept", "application/json").get("/api/openapi");
        assertEquals(200, page.status());
        return new ObjectMapper().readTree(page.source());
    }

    private static Set<String> allowed(String schema) throws IOException {
        return texts(document().at("/components/schemas/" + schema + "/enum"));
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <E> Set<String> names(E[] values, Function<E, String> name) {
        return Arrays.stream(values).map(name).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void isOpenApi31InBothNotations() throws IOException {
        assertTrue(document().get("openapi").asText().startsWith("3.1."));
        assertTrue(Visitor.inEnglish().get("/api/openapi").source().startsWith("---\nopenapi: 3.1."));
        assertTrue(Visitor.inEnglish().get("/api/openapi.yaml").source().contains("lookAtPortOut"));
        assertEquals(200, Visitor.inEnglish().get("/api/openapi.json").status());
    }

    @Test
    void describesTheApiAndNothingElse() throws IOException {
        var paths = new TreeSet<String>();
        document().get("paths").fieldNames().forEachRemaining(paths::add);
        assertEquals(Set.of(PortOutRequestResource.PATH, PortOutRequestResource.PATH + "/{id}"), paths);
    }

    @Test
    void listsEveryNameThatAnAnswerCanHold() throws IOException {
        assertEquals(names(Verdict.values(), Enum::name), allowed("Verdict"));
        assertEquals(Refusal.ofReadRequests().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new)),
                allowed("ReasonCode"));
        assertEquals(names(Problem.values(), Problem::type), allowed("ProblemType"));
        assertEquals(names(Fault.values(), Enum::name), allowed("FaultCode"));
    }

    @Test
    void stateTheLimitsOfEachField() throws IOException {
        var properties = document().at("/components/schemas/PortOutRequest/properties");
        for (Field field : Field.values()) {
            assertEquals(field.longest(), properties.at("/" + field.key() + "/maxLength").asInt(), field.key());
        }
        assertEquals(PortOutQuestion.MOST_NUMBERS, properties.at("/numbers/maxItems").asInt());
        assertEquals(Field.values().length + 1, properties.size());
    }

    @Test
    void hasAnExampleForEachErrorThatSaysItsType() throws IOException {
        for (JsonNode response : document().at("/components/responses")) {
            var content = response.at("/content/application~1problem+json");
            var example = content.has("example") ? content.get("example")
                    : content.at("/examples").elements().next().get("value");
            assertTrue(allowed("ProblemType").contains(example.get("type").asText()), response.toString());
        }
    }
}
