package org.portcullis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.lock.PortOutLocks;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Surroundings;

/** The files for Prometheus and Grafana name what the portal really publishes. */
@QuarkusTest
class MonitoringTest extends PortalTest {

    private static final Path ALERTS = Path.of("monitoring/alerts.yml");
    private static final Path DASHBOARD = Path.of("monitoring/grafana-dashboard.json");
    private static final Path RUNBOOK = Path.of("docs/runbook.md");
    /** Such as {@code result=~"overtaken|given up"}, within braces after a metric's name. */
    private static final Pattern SELECTED = Pattern.compile("([a-z_]+)(=|!=|=~|!~)\"([^\"]*)\"");
    private static final Pattern SELECTOR = Pattern.compile("([a-z_]+)\\{([^}]*)}");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring) *\\(([^)]*)\\)");
    /** What is left of an expression without selectors, groupings, durations and functions. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool");
    /** Prometheus' own, as are the labels. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");
    private static final Set<String> ADDED_BY_PROMETHEUS = Set.of("instance", "job");
    private static final Pattern USED_IN_TEXT = Pattern.compile("\\$labels\\.([a-z_]+)");
    /** The file of the embedded database is none that these tests have: DatabaseHealthTest. */
    private static final String FILE_SIZE = "portcullis_database_bytes";

    @Inject
    PrometheusMeterRegistry metrics;

    @Inject
    PortOutLocks locks;

    private List<String> published() {
        return Arrays.asList(metrics.scrape().split("\n"));
    }

    /** What is counted by carrier or reason is there after the first one of it. */
    private void happen() {
        var number = "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
        var organization = Fixtures.organization("Cascade Freight").withNumber(number).saved();
        var carrier = AskingCarrier.knownTo(Surroundings.portalUrl());
        carrier.ask("", number);
        carrier.post(BodyPublishers.ofString("no request"), "application/xml");
        carrier.showing("Basic Ym9iOmJvYg==").ask("", number);
        locks.lockAll(organization.id(), new Actor(UUID.randomUUID(), "The admin", null), null);
    }

    /** @param labels that the expression selects or groups by */
    private record Expression(String text, List<String> metrics, Set<String> labels) {

        static Expression of(String text) {
            var grouped = GROUPING.matcher(text).results().flatMap(found -> Stream.of(found.group(1).split(",")));
            var selected = SELECTED.matcher(text).results().map(found -> found.group(1));
            var bare = GROUPING
                    .matcher(text.replaceAll("\\{[^}]*}", "").replaceAll("\\[[^]]*]", "")
                            .replaceAll("\\b[0-9][0-9.e]*\\b", ""))
                    .replaceAll("");
            var functions = Pattern.compile("[a-z_]+ *\\(").matcher(bare).replaceAll("(");
            return new Expression(text, NAME.matcher(functions).results().map(found -> found.group())
                    .filter(name -> !OPERATORS.contains(name)).distinct().toList(),
                    Stream.concat(grouped, selected).map(String::strip).collect(Collectors.toSet()));
        }
    }

    private static List<JsonNode> alerts() throws IOException {
        var rules = new ArrayList<JsonNode>();
        new YAMLMapper().readTree(ALERTS.toFile()).get("groups")
                .forEach(group -> group.get("rules").forEach(rules::add));
        return rules;
    }

    private static List<Expression> expressions() throws IOException {
        var alerts = alerts().stream().map(rule -> rule.get("expr").asText());
        var panels = new ObjectMapper().readTree(DASHBOARD.toFile()).findValuesAsText("expr").stream();
        return Stream.concat(alerts, panels).map(Expression::of).toList();
    }

    private static boolean isOf(String metric, String line) {
        return line.startsWith(metric + " ") || line.startsWith(metric + "{");
    }

    @Test
    void everyMetricThatTheFilesNameIsPublished() throws IOException {
        happen();
        var published = published();
        var named = expressions().stream().flatMap(expression -> expression.metrics.stream()).distinct()
                .filter(name -> !OF_PROMETHEUS.contains(name) && !name.equals(FILE_SIZE)).toList();
        assertTrue(named.size() > 25, named.toString());
        assertEquals(List.of(),
                named.stream().filter(name -> published.stream().noneMatch(line -> isOf(name, line))).toList());
    }

    @Test
    void everyLabelThatTheFilesNameIsOneOfItsMetric() throws IOException {
        happen();
        var published = published();
        for (var expression : expressions()) {
            SELECTOR.matcher(expression.text).results().filter(found -> !OF_PROMETHEUS.contains(found.group(1)))
                    .forEach(selector -> SELECTED.matcher(selector.group(2)).results().forEach(label -> assertTrue(
                            published.stream()
                                    .anyMatch(line -> line.startsWith(selector.group(1) + "{")
                                            && line.contains(label.group(1) + "=\"")),
                            selector.group())));
            expression.labels.stream().filter(label -> !ADDED_BY_PROMETHEUS.contains(label))
                    .forEach(label -> assertTrue(
                            expression.metrics.stream().anyMatch(metric -> published.stream()
                                    .anyMatch(line -> line.startsWith(metric + "{")
                                            && line.matches(".*[{,]" + label + "=\".*"))),
                            label + " in " + expression.text));
        }
    }

    /** The portal's own are few and known; those of other makers, such as a status, come with what happens. */
    @Test
    void everyValueThatTheFilesSelectIsOneOfItsLabel() throws IOException {
        happen();
        var published = published();
        for (var expression : expressions()) {
            SELECTOR.matcher(expression.text).results().filter(found -> found.group(1).startsWith("portcullis_"))
                    .forEach(selector -> SELECTED.matcher(selector.group(2)).results().forEach(label -> {
                        for (String value : label.group(3).split("\\|")) {
                            assertTrue(published.stream().anyMatch(line -> line.startsWith(selector.group(1) + "{")
                                    && line.contains(label.group(1) + "=\"" + value + "\"")),
                                    selector.group() + ": " + value);
                        }
                    }));
        }
    }

    @Test
    void everyAlertHasItsEntryInTheRunbookAndTheOtherWayRound() throws IOException {
        var names = alerts().stream().map(rule -> rule.get("alert").asText()).toList();
        assertEquals(names.size(), Set.copyOf(names).size(), "each once");
        var runbook = Files.readString(RUNBOOK);
        var entries = Pattern.compile("(?m)^## (.+)$").matcher(runbook).results().map(found -> found.group(1)).toList();
        assertEquals(names.stream().sorted().toList(), entries.stream().sorted().toList());
        for (String entry : runbook.split("(?m)^## ")) {
            if (names.stream().anyMatch(name -> entry.startsWith(name + "\n"))) {
                for (String part : List.of("**Means.**", "**Who notices.**", "**Do.**")) {
                    assertTrue(entry.contains(part), part + " of " + entry);
                }
            }
        }
    }

    @Test
    void everyAlertSaysHowGraveItIsAndWhatItIs() throws IOException {
        for (var rule : alerts()) {
            assertTrue(List.of("warning", "critical").contains(rule.at("/labels/severity").asText()), rule.toString());
            assertFalse(rule.at("/annotations/summary").asText().isBlank(), rule.toString());
            assertTrue(
                    rule.at("/annotations/runbook").asText().equals("docs/runbook.md, " + rule.get("alert").asText()),
                    rule.toString());
            var labels = Expression.of(rule.get("expr").asText()).labels;
            USED_IN_TEXT.matcher(rule.at("/annotations/description").asText()).results()
                    .forEach(used -> assertTrue(labels.contains(used.group(1)),
                            used.group() + " of " + rule.get("alert")));
        }
    }

    /** An increase is only seen of what was there before. */
    @Test
    void whatIsAlarmedOfIsThereBeforeItHappens() {
        var published = published();
        for (String sample : List.of("port_out_closed_total{cause=\"FAILURE\",channel=\"BANDWIDTH\"",
                "port_out_closed_total{cause=\"OVERFULL\",channel=\"API\"",
                "port_out_closed_total{cause=\"FAILURE\",channel=\"TELNYX\"",
                "port_out_closed_total{cause=\"FAILURE\",channel=\"DESK\"",
                "port_out_guesses_total{of=\"organization\",standing=\"SLOWED\"",
                "port_out_guesses_total{of=\"carrier\",standing=\"LOCKED\"", "trail_broken_total",
                "telnyx_told_total{result=\"overtaken\"", "telnyx_told_total{result=\"given up\"",
                "telnyx_events_total{outcome=\"refused\"",
                "telnyx_told_total{result=\"reopened\"", "telnyx_looks_total{outcome=\"failed\"",
                "telnyx_events_total{outcome=\"failed\"")) {
            assertTrue(published.stream().anyMatch(line -> line.startsWith("portcullis_" + sample)),
                    sample + " in " + published);
        }
    }
}
