package org.portcullis.portout.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a request's JSON document token by token. Unknown and invalid fields are reported one by one; nothing is
 * guessed.
 */
final class RequestReader {

    static final int MOST_PROBLEMS = 20;

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    /** Field names that may be repeated in an answer; others could hold any text, such as a PIN. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_-]{1,40}");

    private final List<FieldProblem> problems = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Set<String> seen = new HashSet<>();

    private RequestReader() {
    }

    /**
     * The result of reading.
     *
     * @param askedFor null if there are problems
     */
    record Reading(AskedFor askedFor, List<FieldProblem> problems) {
    }

    /** @throws MalformedException if the body is not JSON */
    static Reading read(byte[] body) throws MalformedException {
        var reader = new RequestReader();
        try (var parser = JSON.createParser(body)) {
            reader.document(parser);
        } catch (IOException e) {
            // The parser's message quotes the body, so it is not used as the cause.
            throw new MalformedException();
        }
        return reader.problems.isEmpty() ? new Reading(new AskedFor(reader.numbers, reader.texts), List.of())
                : new Reading(null, List.copyOf(reader.problems));
    }

    private void document(JsonParser parser) throws IOException {
        var first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var key = parser.currentName();
                parser.nextToken();
                field(key, parser);
            }
            if (!seen.contains(Field.NUMBERS)) {
                problem(FieldProblem.of(Field.NUMBERS, Fault.MISSING));
            }
        } else if (first != null) {
            parser.skipChildren();
            problem(new FieldProblem("#", Fault.NOT_AN_OBJECT));
        }
        if (first == null || parser.nextToken() != null) {
            throw new IOException();
        }
    }

    private void field(String key, JsonParser parser) throws IOException {
        var field = Field.byKey(key);
        if (field.isEmpty() && !key.equals(Field.NUMBERS)) {
            parser.skipChildren();
            problem(NAME.matcher(key).matches() ? FieldProblem.of(key, Fault.UNKNOWN)
                    : new FieldProblem("#", Fault.UNKNOWN));
        } else if (!seen.add(key)) {
            parser.skipChildren();
            problem(FieldProblem.of(key, Fault.DOUBLED));
        } else if (field.isPresent()) {
            text(field.get(), parser);
        } else {
            numbers(parser);
        }
    }

    /** Null is the same as leaving the field out. */
    private void text(Field field, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            var value = parser.getText().strip();
            if (value.length() > field.longest()) {
                problem(FieldProblem.of(field.key(), Fault.TOO_LONG));
            } else if (value.codePoints()
                    .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
                problem(FieldProblem.of(field.key(), Fault.UNREADABLE));
            } else {
                texts.put(field, value);
            }
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            parser.skipChildren();
            problem(FieldProblem.of(field.key(), Fault.NOT_TEXT));
        }
    }

    private void numbers(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            problem(FieldProblem.of(Field.NUMBERS, Fault.MISSING));
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            problem(FieldProblem.of(Field.NUMBERS, Fault.NOT_A_LIST));
            return;
        }
        int place = 0;
        for (; parser.nextToken() != JsonToken.END_ARRAY; place++) {
            var pointer = Field.NUMBERS + "/" + place;
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                parser.skipChildren();
                problem(FieldProblem.of(pointer, Fault.NOT_TEXT));
            } else if (!E164.matcher(parser.getText()).matches()) {
                problem(FieldProblem.of(pointer, Fault.NOT_E164));
            } else {
                numbers.add(parser.getText());
            }
        }
        if (place == 0) {
            problem(FieldProblem.of(Field.NUMBERS, Fault.EMPTY));
        }
    }

    private void problem(FieldProblem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** The body is not JSON. */
    static final class MalformedException extends Exception {

        MalformedException() {
            super(null, null, false, false);
        }
    }
}
