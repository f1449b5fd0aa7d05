package org.portcullis.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What is in the package, what its bill of materials says, and what NOTICE says of the licences, are the same. */
@EnabledIf(value = "isJar", disabledReason = "a native executable has no parts to list")
class PackagePartsIT {

    private static final Path BUILT = Path.of(System.getProperty("build.directory", "target"));
    private static final Path PACKAGE = BUILT.resolve("quarkus-app");
    private static final Path FOR_POSTGRESQL = BUILT.resolve("on-postgresql").resolve("quarkus-app");
    private static final Path FONTS = Path.of("src/main/resources/org/portcullis/pdf/fonts");

    private static final Set<String> OF_H2 = Set.of("com.h2database:h2", "org.locationtech.jts:jts-core");
    private static final Set<String> OF_POSTGRESQL = Set.of("org.postgresql:postgresql",
            "org.flywaydb:flyway-database-postgresql");

    static boolean isJar() {
        return Files.isDirectory(PACKAGE);
    }

    private static Set<JsonNode> components() throws IOException {
        var bill = new ObjectMapper().readTree(BUILT.resolve("sbom.json").toFile());
        return StreamSupport.stream(bill.get("components").spliterator(), false).collect(Collectors.toSet());
    }

    private static String name(JsonNode component) {
        return component.get("group").asText() + ":" + component.get("name").asText();
    }

    private static String line(JsonNode component) {
        return "- " + name(component) + " (" + StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(choice -> choice.has("expression") ? choice.get("expression")
                        : choice.get("license").has("id")
                                ? choice.get("license").get("id")
                                : choice.get("license").get("name"))
                .map(JsonNode::asText).collect(Collectors.joining(", ")) + ")";
    }

    private static Set<String> jars(Path folder) throws IOException {
        try (var files = Files.walk(folder.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".jar"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean holds(Set<String> jars, Set<String> parts) {
        return parts.stream()
                .anyMatch(part -> jars.stream().anyMatch(jar -> jar.startsWith(part.replace(':', '.') + "-")));
    }

    @Test
    void theBillOfMaterialsListsEachJar() throws IOException {
        var listed = components().stream()
                .map(part -> part.get("group").asText() + "." + part.get("name").asText() + "-"
                        + part.get("version").asText())
                .toList();
        var missing = jars(PACKAGE).stream().filter(
                jar -> listed.stream().noneMatch(part -> jar.equals(part + ".jar") || jar.startsWith(part + "-")))
                .toList();
        assertEquals("[]", missing.toString());
    }

    @Test
    void noticeSaysTheLicenceOfEachPartAndOfNoOther() throws IOException {
        var notice = Files.readAllLines(Path.of("NOTICE")).stream().filter(text -> text.startsWith("- "))
                .collect(Collectors.toCollection(TreeSet::new));
        var parts = components().stream().map(PackagePartsIT::line).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(parts.stream().noneMatch(part -> part.endsWith("()")), "a licence that the part does not state");
        var missing = parts.stream().filter(part -> !notice.contains(part)).toList();
        var gone = notice.stream().filter(part -> !parts.contains(part)).toList();
        assertEquals("missing [], gone []", "missing " + missing + ", gone " + gone);
    }

    @Test
    void noticeNamesEachFontAndListOfWordsThatIsNotOurs() throws IOException {
        var notice = Files.readString(Path.of("NOTICE"));
        try (var files = Files.list(FONTS)) {
            files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".ttf"))
                    .forEach(file -> assertTrue(notice.contains(file), file));
        }
        for (String words : Set.of("common-passwords.txt", "leaked-passwords.txt")) {
            assertTrue(notice.contains(words), words);
        }
    }

    @Test
    void eachPackageHasTheDriverOfOneDatabase() throws IOException {
        var jars = jars(PACKAGE);
        assertTrue(holds(jars, OF_H2) ^ holds(jars, OF_POSTGRESQL), jars.toString());
        var others = jars(FOR_POSTGRESQL);
        assertTrue(holds(others, OF_POSTGRESQL), others.toString());
        assertFalse(holds(others, OF_H2), others.toString());
    }

    @Test
    void nothingThatIsLeftOutComesBack() throws IOException {
        for (Path folder : Set.of(PACKAGE, FOR_POSTGRESQL)) {
            assertFalse(holds(jars(folder),
                    Set.of("org.apache.pdfbox:pdfbox-debugger", "org.apache.pdfbox:pdfbox-tools",
                            "com.fasterxml.jackson.dataformat:jackson-dataformat-xml",
                            "io.quarkus:quarkus-scheduler-kotlin")));
            assertTrue(jars(folder).stream()
                    .noneMatch(jar -> jar.startsWith("org.bouncycastle") || jar.startsWith("org.jetbrains.kotlin")));
        }
    }
}
