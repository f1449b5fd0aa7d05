package org.portcullis.portout.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.portcullis.portout.Answer;
import org.portcullis.portout.PortOutMessages;
import org.portcullis.portout.Refusal;
import org.portcullis.web.i18n.Languages;

/** The documents that the API answers with. */
final class Documents {

    private static final JsonFactory JSON = new JsonFactory();

    private Documents() {
    }

    /** Writes the members of a JSON object. */
    private interface Members {

        void write(JsonGenerator json) throws IOException;
    }

    /** @return the verdict with its reasons, as codes and as texts */
    static String of(Answer answer, Locale language) {
        var words = Languages.words(ApiMessages.class, language);
        return object(json -> {
            json.writeStringField("id", answer.id().toString());
            json.writeStringField("verdict", answer.verdict().name());
            json.writeStringField("verdictText", words.verdict(answer.verdict()));
            writeReasons(json, answer.reasons(), Languages.words(PortOutMessages.class, language));
            if (answer.pon() != null) {
                json.writeStringField("pon", answer.pon());
            }
            if (answer.orderPon() != null) {
                json.writeStringField("orderPon", answer.orderPon());
            }
            json.writeStringField("receivedAt", answer.receivedAt().toString());
            if (answer.answerBy() != null) {
                json.writeStringField("answerBy", answer.answerBy().toString());
            }
        });
    }

    private static void writeReasons(JsonGenerator json, List<Refusal> reasons, PortOutMessages words)
            throws IOException {
        json.writeArrayFieldStart("reasons");
        for (Refusal reason : reasons) {
            json.writeStartObject();
            json.writeStringField("code", reason.name());
            json.writeStringField("text", words.reason(reason));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * A problem document (RFC 9457).
     *
     * @param errors of fields, possibly none
     * @param reference identifies the log entry; or null
     */
    static String of(Problem problem, List<FieldProblem> errors, String reference, Locale language) {
        var words = Languages.words(ApiMessages.class, language);
        return object(json -> {
            json.writeStringField("type", problem.type());
            json.writeStringField("title", words.title(problem));
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", words.detail(problem));
            if (reference != null) {
                json.writeStringField("instance", "urn:uuid:" + reference);
            }
            if (!errors.isEmpty()) {
                json.writeArrayFieldStart("errors");
                for (FieldProblem error : errors) {
                    json.writeStartObject();
                    json.writeStringField("pointer", error.pointer());
                    json.writeStringField("code", error.fault().name());
                    json.writeStringField("detail", words.fault(error.fault()));
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
        });
    }

    private static String object(Members members) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
