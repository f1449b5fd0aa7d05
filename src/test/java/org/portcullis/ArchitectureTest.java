package org.portcullis;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;

/** The arrows between the packages run one way, and each kind of class stays where it belongs. */
@AnalyzeClasses(packages = "org.portcullis", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ARROWS_RUN_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.portcullis..")
            .layer("settings").definedBy("..portcullis.settings")
            .layer("database").definedBy("..portcullis.database")
            .layer("web").definedBy("..portcullis.web")
            .layer("schedule").definedBy("..portcullis.schedule")
            .layer("limit").definedBy("..portcullis.limit")
            .layer("audit").definedBy("..portcullis.audit")
            .layer("organization").definedBy("..portcullis.organization")
            .layer("account").definedBy("..portcullis.account")
            .layer("keptform").definedBy("..portcullis.keptform")
            .layer("notice").definedBy("..portcullis.notice")
            .layer("portoutpin").definedBy("..portcullis.portoutpin")
            .layer("portorder").definedBy("..portcullis.portorder")
            .layer("businessday").definedBy("..portcullis.businessday")
            .layer("numbers").definedBy("..portcullis.numbers")
            .layer("document").definedBy("..portcullis.document")
            .layer("work").definedBy("..portcullis.work")
            .layer("certificate").definedBy("..portcullis.certificate")
            .layer("orderform").definedBy("..portcullis.orderform")
            .layer("orderdesk").definedBy("..portcullis.orderdesk")
            .layer("lock").definedBy("..portcullis.lock")
            .layer("carrier").definedBy("..portcullis.carrier")
            .layer("portout").definedBy("..portcullis.portout")
            .layer("portoutdesk").definedBy("..portcullis.portoutdesk")
            .layer("bandwidth").definedBy("..portcullis.bandwidth")
            .layer("api").definedBy("..portcullis.api")
            .layer("telnyx").definedBy("..portcullis.telnyx")
            .layer("trail").definedBy("..portcullis.trail")
            .layer("desk").definedBy("..portcullis.desk")
            .layer("demo").definedBy("..portcullis.demo")
            .whereLayer("settings").mayNotAccessAnyLayer()
            .whereLayer("database").mayOnlyAccessLayers("settings")
            .whereLayer("web").mayNotAccessAnyLayer()
            .whereLayer("schedule").mayNotAccessAnyLayer()
            .whereLayer("limit").mayOnlyAccessLayers("settings", "web")
            .whereLayer("audit").mayOnlyAccessLayers("settings")
            .whereLayer("organization").mayNotAccessAnyLayer()
            .whereLayer("account").mayOnlyAccessLayers("settings", "web", "limit", "audit", "organization")
            .whereLayer("keptform").mayOnlyAccessLayers("settings", "web", "account")
            .whereLayer("keptform").mayNotBeAccessedByAnyLayer()
            .whereLayer("notice").mayOnlyAccessLayers("settings", "web", "account")
            .whereLayer("portoutpin").mayOnlyAccessLayers("settings", "web", "audit", "organization", "account", "notice")
            .whereLayer("portorder").mayOnlyAccessLayers("settings", "web", "limit", "audit", "organization", "account", "notice", "businessday",
                    "numbers", "document", "portoutpin")
            .whereLayer("businessday").mayOnlyAccessLayers("settings", "organization")
            .whereLayer("numbers").mayNotAccessAnyLayer()
            .whereLayer("document").mayOnlyAccessLayers("web", "account")
            .whereLayer("work").mayOnlyAccessLayers("settings", "web", "account")
            .whereLayer("certificate").mayOnlyAccessLayers("web", "limit", "organization", "account", "numbers", "document", "portoutpin")
            .whereLayer("orderform").mayOnlyAccessLayers("settings", "web", "limit", "audit", "organization", "account", "notice",
                    "businessday", "numbers", "document", "portoutpin", "lock", "portorder")
            .whereLayer("orderdesk").mayOnlyAccessLayers("web", "audit", "account", "organization", "numbers", "portorder")
            .whereLayer("lock").mayOnlyAccessLayers("settings", "web", "audit", "organization", "account", "notice", "numbers")
            .whereLayer("carrier").mayOnlyAccessLayers("settings", "web", "audit", "account")
            .whereLayer("portout").mayOnlyAccessLayers("settings", "web", "audit", "organization", "account", "notice", "numbers",
                    "portoutpin", "portorder", "lock")
            .whereLayer("portoutdesk").mayOnlyAccessLayers("web", "limit", "audit", "organization", "account", "numbers", "portout")
            .whereLayer("bandwidth").mayOnlyAccessLayers("web", "limit", "carrier", "portout")
            .whereLayer("api").mayOnlyAccessLayers("settings", "web", "limit", "carrier", "portout")
            .whereLayer("telnyx").mayOnlyAccessLayers("settings", "web", "limit", "audit", "organization", "account", "notice", "portout")
            .whereLayer("trail").mayOnlyAccessLayers("settings", "web", "limit", "audit", "organization", "account", "work")
            .whereLayer("desk").mayNotBeAccessedByAnyLayer()
            .whereLayer("demo").mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule PACKAGES_MAKE_NO_CIRCLE = slices().matching("org.portcullis.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule WEB_CLASSES_ARE_NOBODY_ELSES = classes().that().areAnnotatedWith(Path.class)
            .should().bePackagePrivate().andShould().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule PAGES_ARE_MADE_WHERE_QUERIES_MAY_WAIT = classes().that().areAnnotatedWith(Path.class)
            .and(describe("give a page", resource -> resource.getMethods().stream()
                    .anyMatch(method -> method.getRawReturnType().isAssignableTo(TemplateInstance.class))))
            .and().haveSimpleNameNotEndingWith("HelpResource")
            .should().beAnnotatedWith(Blocking.class)
            .because("what gives a template is taken for quick, and called where nothing may wait; only help asks no database");

    @ArchTest
    static final ArchRule RESOURCES_LEAVE_QUERIES_TO_ENTITIES = noClasses().that().areAnnotatedWith(Path.class)
            .should().dependOnClassesThat().areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule ENTITIES_KNOW_NO_PAGE = noClasses().that().areAnnotatedWith(Entity.class)
            .should().dependOnClassesThat().resideInAPackage("io.vertx..");
}
