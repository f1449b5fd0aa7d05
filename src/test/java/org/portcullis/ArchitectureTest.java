package org.portcullis;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The arrows between the packages run one way, and each kind of class stays where it belongs. */
@AnalyzeClasses(packages = "org.portcullis", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "org.portcullis.";
    private static final java.nio.file.Path PICTURE = java.nio.file.Path.of("docs", "architecture.md");
    private static final String BEGIN = "```rooms\n";
    private static final String END = "```\n";

    @ArchTest
    static final ArchRule PACKAGES_MAKE_NO_CIRCLE = slices().matching("org.portcullis.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_DESK_PAGES_KNOW_DESK_PAGES = noClasses().that()
            .resideOutsideOfPackage("org.portcullis.*.desk..")
            .and().doNotHaveFullyQualifiedName("org.portcullis.Portal")
            .should().dependOnClassesThat().resideInAPackage("org.portcullis.*.desk..");

    @ArchTest
    static final ArchRule CONCEPTS_KNOW_NO_PAGE_OF_THEIRS = noClasses().that()
            .resideOutsideOfPackages("..page..", "..desk..")
            .should().dependOnClassesThat().resideInAPackage("..page..");

    @ArchTest
    static final ArchRule BANDWIDTH_IS_KNOWN_TO_NONE = knownToNone("portout.bandwidth");

    @ArchTest
    static final ArchRule TELNYX_IS_KNOWN_TO_NONE = knownToNone("portout.telnyx");

    @ArchTest
    static final ArchRule THE_API_IS_KNOWN_TO_NONE = knownToNone("portout.api");

    @ArchTest
    static final ArchRule THE_DEMO_IS_KNOWN_TO_NONE = knownToNone("demo");

    @ArchTest
    static final ArchRule WEB_HAS_NO_DOMAIN_WORD = noClasses().that()
            .resideInAnyPackage("org.portcullis.web..", "org.portcullis.pdf..",
                    "org.portcullis.numbers..", "org.portcullis.settings..")
            .should().dependOnClassesThat(describe("belong to a concept",
                    type -> type.getPackageName().startsWith(BASE)
                            && !type.getPackageName().matches("org\\.portcullis\\.(web|pdf|numbers|settings).*")));

    @ArchTest
    static final ArchRule WEB_CLASSES_STAY_IN_THEIR_PACKAGE = classes().that().areAnnotatedWith(Path.class)
            .should().bePackagePrivate().andShould().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule PAGES_ARE_MADE_WHERE_QUERIES_MAY_WAIT = classes().that().areAnnotatedWith(Path.class)
            .and(describe("give a page", resource -> resource.getMethods().stream()
                    .anyMatch(method -> method.getRawReturnType().isAssignableTo(TemplateInstance.class))))
            .and().haveSimpleNameNotEndingWith("HelpResource")
            .should().beAnnotatedWith(Blocking.class)
            .because(
                    "what gives a template is taken for quick, and called where nothing may wait; only help asks no database");

    @ArchTest
    static final ArchRule RESOURCES_LEAVE_QUERIES_TO_ENTITIES = noClasses().that().areAnnotatedWith(Path.class)
            .should().dependOnClassesThat().areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule ENTITIES_KNOW_NO_PAGE = noClasses().that().areAnnotatedWith(Entity.class)
            .should().dependOnClassesThat().resideInAPackage("io.vertx..");

    private static ArchRule knownToNone(String name) {
        return noClasses().that().resideOutsideOfPackage(BASE + name).should().dependOnClassesThat()
                .resideInAPackage(BASE + name);
    }

    /** The picture in the documentation is this one; where it is not, the failure shows what to put there. */
    @ArchTest
    static void thePictureShowsWhatEachPackageKnows(JavaClasses all) throws IOException {
        var known = new TreeMap<String, TreeSet<String>>();
        for (JavaClass type : all) {
            if (room(type).isEmpty()) {
                continue;
            }
            var rooms = known.computeIfAbsent(room(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream().map(arrow -> arrow.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(BASE)).map(ArchitectureTest::room)
                    .filter(name -> !name.equals(room(type))).forEach(rooms::add);
        }
        var picture = Files.readString(PICTURE);
        var begin = picture.indexOf(BEGIN) + BEGIN.length();
        assertEquals(drawn(known), picture.substring(begin, picture.indexOf(END, begin)));
    }

    private static String room(JavaClass type) {
        return type.getPackageName().startsWith(BASE) ? type.getPackageName().substring(BASE.length()) : "";
    }

    /** @return floor by floor: a package knows only those of floors below its own */
    private static String drawn(Map<String, TreeSet<String>> known) {
        var floors = new TreeMap<String, Integer>();
        known.keySet().forEach(name -> floor(name, known, floors));
        return known.keySet().stream().collect(Collectors.groupingBy(floors::get, TreeMap::new, Collectors.toList()))
                .descendingMap()
                .values().stream()
                .map(names -> names.stream().map(name -> line(name, known.get(name))).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String name, TreeSet<String> known) {
        return known.isEmpty() ? name + "\n" : String.format("%-18s -> %s%n", name, String.join(" ", known));
    }

    private static int floor(String name, Map<String, TreeSet<String>> known, Map<String, Integer> floors) {
        var ready = floors.get(name);
        if (ready != null) {
            return ready;
        }
        int floor = known.getOrDefault(name, new TreeSet<>()).stream()
                .mapToInt(below -> floor(below, known, floors) + 1).max().orElse(0);
        floors.put(name, floor);
        return floor;
    }
}
