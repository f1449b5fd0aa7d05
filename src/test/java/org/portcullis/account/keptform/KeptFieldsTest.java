package org.portcullis.account.keptform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each field of each template is listed, as one that is kept or as a secret: a new form can't forget to say which. */
class KeptFieldsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern CONTROL = Pattern
            .compile("<(?:input|select|textarea|button)\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>");
    /** Forms that ask for a list and change nothing; and tags that are parts of them. */
    private static final Pattern GET_FORM = Pattern.compile("<form .*?</form>", Pattern.DOTALL);
    private static final Set<String> PARTS_OF_GET_FORMS = Set.of("tags/orderFilters.html", "tags/form.html");
    /** Pages for people who are not signed in, whose forms need no session. */
    private static final Set<String> PUBLIC = Set.of("SignInResource", "SignInAgainResource");
    /** Not kept on purpose: a file, and the portal's own field. */
    private static final Pattern LEFT_OUT = Pattern.compile("file(-.*)?|kept-form|\\{field\\.key}");

    /** Where the names of fields stand that a template only holds an expression for. */
    private static final Map<String, String> NAMED_ELSEWHERE = Map.of(
            "{field.key}", "order/draft/FormField.java order/desk/StepForm.java",
            "{entry.key}", "portout/desk/EntryField.java",
            "{row.id}", "organization/desk/OrganizationField.java");

    private record Control(String template, String name, String tag) {

        boolean isSecret() {
            return tag.contains("type=\"password\"") || tag.contains("password{")
                    || name.matches("(?i).*(pin|passw|passcode|secret|code|otp)") && tag.startsWith("<input")
                            && !tag.contains("checkbox");
        }
    }

    private static List<Control> controls() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")
                    && !PARTS_OF_GET_FORMS.contains(TEMPLATES.relativize(file).toString())
                    && !PUBLIC.contains(file.getParent().getFileName().toString())).flatMap(KeptFieldsTest::controls)
                    .toList();
        }
    }

    private static Stream<Control> controls(Path file) {
        var template = GET_FORM.matcher(read(file)).replaceAll("");
        return CONTROL.matcher(template).results().flatMap(found -> Stream
                .of(found.group(1).replaceAll("\\{#.*?}|\\{/.*?}", " ").strip().split(" +"))
                .map(name -> new Control(file.toString(), name, found.group())));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isListed(String name) {
        return KeptFields.isKept(name) || KeptFields.SECRET.contains(name) || LEFT_OUT.matcher(name).matches();
    }

    /** @return a name such as {@code number_+12065550100} for one such as <code>number_{number.number}</code> */
    private static String example(String name) {
        return name.matches("\\{[a-z.A-Z]+}") ? name : name.replaceAll("\\{[^}]*}", "X");
    }

    @Test
    void listEachFieldOfEachTemplate() throws IOException {
        var controls = controls();
        assertTrue(controls.size() > 90, "found " + controls.size());
        var forgotten = new TreeSet<String>();
        controls.stream()
                .filter(control -> !NAMED_ELSEWHERE.containsKey(control.name) && !isListed(example(control.name)))
                .forEach(control -> forgotten.add(control.template + " " + control.name));
        assertEquals(Set.of(), forgotten);
    }

    @Test
    void listEachFieldThatJavaNames() {
        var forgotten = new TreeSet<String>();
        NAMED_ELSEWHERE.values().stream().flatMap(files -> Stream.of(files.split(" "))).forEach(file -> {
            var names = names(file);
            assertTrue(names.size() > 4, file);
            names.stream().filter(name -> !isListed(name)).forEach(name -> forgotten.add(file + " " + name));
        });
        assertEquals(Set.of(), forgotten);
    }

    /** @return the names that constants of an enum are made with; of one without, the constants as its names are made of them */
    private static Set<String> names(String file) {
        var source = read(Path.of("src/main/java/org/portcullis", file));
        var names = new TreeSet<String>();
        Pattern.compile("\\b[A-Z_]+\\(\"([a-zA-Z]+)\"").matcher(source).results()
                .forEach(found -> names.add(found.group(1)));
        if (names.isEmpty()) {
            Pattern.compile("\\b([A-Z_]+)\\(\\d").matcher(source).results()
                    .forEach(found -> names.add(found.group(1).toLowerCase().replace('_', '-')));
        }
        // It heads a group of boxes and is the name of none.
        names.remove("reasons");
        return names;
    }

    @Test
    void takeEachPasswordAndPinForASecret() throws IOException {
        var secrets = new TreeSet<String>();
        for (var control : controls()) {
            if (control.isSecret() && !NAMED_ELSEWHERE.containsKey(control.name)) {
                secrets.add(control.name);
                assertTrue(KeptFields.SECRET.contains(control.name), control.template + " " + control.name);
            }
        }
        assertEquals(Set.of("current", "password", "pin"), secrets);
        assertTrue(read(Path.of("src/main/java/org/portcullis/order/draft/FormField.java")).lines()
                .filter(line -> line.contains("Input.SECRET")).allMatch(line -> line.contains("\"transferPin\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "current", "pin", "transferPin", "passcode", "newPin", "secret", "code", "otp",
        "csrf-token",
        "anything", ""})
    void keepNoSecretAndNothingUnknown(String name) {
        assertFalse(KeptFields.isKept(name));
    }
}
