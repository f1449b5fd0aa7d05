package org.portcullis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.lock.PortOutLocks;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Given;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Surroundings;

/** The files for Prometheus and Grafana name what the portal really publishes. */
@QuarkusTest
class MonitoringTest extends PortalTest {

    private static final Path ALERTS = Path.of("monitoring/alerts.yml");
    private static final Path DASHBOARD = Path.of("monitoring/grafana-dashboard.json");
    private static final Pattern METRIC = Pattern.compile("portcullis_[a-z_]+");
    /** Such as {@code {result=~"overtaken|given up"}}. */
    private static final Pattern SELECTED = Pattern.compile("(portcullis_[a-z_]+)\\{([a-z]+)(=|!=|=~)\\\\?\"([^\"\\\\]+)");

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
        var organization = Given.organization("Cascade Freight").withNumber(number).saved();
        var carrier = AskingCarrier.knownTo(Surroundings.portalUrl());
        carrier.ask("", number);
        carrier.post(BodyPublishers.ofString("no request"), "application/xml");
        carrier.showing("Basic Ym9iOmJvYg==").ask("", number);
        locks.lockAll(organization.id(), new Actor(UUID.randomUUID(), "The admin", null), null);
    }

    @Test
    void everyMetricThatTheFilesNameIsPublished() throws IOException {
        happen();
        var published = published();
        var files = Files.readString(ALERTS) + Files.readString(DASHBOARD);
        // The file of the embedded database is none that these tests have: DatabaseHealthTest.
        var named = METRIC.matcher(files).results().map(found -> found.group()).distinct().filter(name -> !name.equals("portcullis_database_bytes"))
                .toList();
        assertTrue(named.size() > 10, named.toString());
        assertEquals(List.of(), named.stream().filter(name -> published.stream().noneMatch(line -> line.startsWith(name + " ") || line.startsWith(name + "{")))
                .toList());
        SELECTED.matcher(files).results().forEach(found -> Arrays.stream(found.group(4).split("\\|")).forEach(value -> assertTrue(
                published.stream().anyMatch(line -> line.startsWith(found.group(1) + "{") && line.contains(found.group(2) + "=\"" + value + "\"")),
                found.group() + ": " + value)));
        assertFalse(new ObjectMapper().readTree(DASHBOARD.toFile()).get("panels").isEmpty());
    }

    /** An increase is only seen of what was there before. */
    @Test
    void whatIsAlarmedOfIsThereBeforeItHappens() {
        var published = published();
        for (String sample : List.of("port_out_closed_total{cause=\"FAILURE\",channel=\"BANDWIDTH\"", "port_out_closed_total{cause=\"OVERFULL\",channel=\"API\"",
                "port_out_closed_total{cause=\"FAILURE\",channel=\"TELNYX\"", "port_out_closed_total{cause=\"FAILURE\",channel=\"DESK\"",
                "port_out_guesses_total{of=\"organization\",standing=\"SLOWED\"", "port_out_guesses_total{of=\"carrier\",standing=\"LOCKED\"", "trail_broken_total",
                "telnyx_told_total{result=\"overtaken\"", "telnyx_told_total{result=\"given up\"", "telnyx_events_total{outcome=\"refused\"",
                "telnyx_told_total{result=\"reopened\"", "telnyx_looks_total{outcome=\"failed\"", "telnyx_events_total{outcome=\"failed\"")) {
            assertTrue(published.stream().anyMatch(line -> line.startsWith("portcullis_" + sample)), sample + " in " + published);
        }
    }
}
