package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.TestClock;

@QuarkusTest
class TransferStartTest extends PortalTest {

    private static final String EXTRA = "switchboard@example.com";

    @Inject
    TransferStart start;

    @Inject
    TestClock clock;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private String approvedFor(Instant foc) {
        return organization.order("Harbor").in("TRANSFER_APPROVED").confirmedFor(foc).telling(EXTRA)
                .withNumber("+12065550100").saved();
    }

    private static List<String> states(String pon) {
        return Fixtures.rowsOf(pon, "port_order_transition").stream()
                .sorted((a, b) -> a.get("sequence").compareTo(b.get("sequence")))
                .map(row -> row.get("to_state")).toList();
    }

    private void assertStartedOnce(String pon) {
        assertEquals("TRANSFER_PENDING", Fixtures.orderRow(pon).get("state"));
        assertEquals(List.of("DRAFT", "TRANSFER_APPROVED", "TRANSFER_PENDING"), states(pon));
        var step = Fixtures.rowsOf(pon, "port_order_transition").stream().filter(row -> row.get("sequence").equals("2"))
                .findFirst().orElseThrow();
        assertEquals("PORTAL", step.get("actor_role"));
        assertNull(step.get("actor_name"));
        assertEquals(Stream.of(admin.email(), EXTRA).sorted().toList(),
                Fixtures.rowsOf(pon, "notice").stream().map(row -> row.get("recipient")).sorted().toList(),
                "each is told once");
    }

    @Test
    void startsEachTransferOnceHoweverManyProcessesTry() {
        var foc = clock.instant().plus(Duration.ofHours(23));
        var pons = IntStream.range(0, 12).mapToObj(i -> approvedFor(foc)).toList();
        var threads = Executors.newFixedThreadPool(4);
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(start::run, threads)).limit(4)
                .toArray(CompletableFuture[]::new)).join();
        threads.shutdown();
        pons.forEach(this::assertStartedOnce);
    }

    @Test
    void catchesUpWithWhatBeganWhileNoProcessRan() {
        var pon = approvedFor(clock.instant().minus(Duration.ofDays(2)));
        start.run();
        start.run();
        assertStartedOnce(pon);
    }

    @Test
    void movesAllThatAreDueHoweverMany() {
        var foc = clock.instant().minus(Duration.ofDays(1));
        var pons = IntStream.range(0, 201).mapToObj(i -> approvedFor(foc)).toList();
        start.run();
        pons.forEach(pon -> assertEquals("TRANSFER_PENDING", Fixtures.orderRow(pon).get("state")));
    }

    @Test
    void waitsUntil24HoursBeforeTheDate() {
        var pon = approvedFor(clock.instant().plus(Duration.ofHours(26)));
        start.run();
        clock.pass(Duration.ofHours(1));
        start.run();
        assertEquals("TRANSFER_APPROVED", Fixtures.orderRow(pon).get("state"));
        clock.pass(Duration.ofHours(1));
        start.run();
        assertStartedOnce(pon);
    }
}
