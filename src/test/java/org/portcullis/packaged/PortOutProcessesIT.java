package org.portcullis.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.AskingCarrier.Reply;
import org.portcullis.testing.Cable;
import org.portcullis.testing.Given;
import org.portcullis.testing.PostgresDatabase;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.TestDatabase;
import org.portcullis.testing.Visitor;

/** Two processes on one PostgreSQL that carriers ask at once, and what they answer when it is gone. */
@ResourceLock("portals of its own")
class PortOutProcessesIT {

    private static final String PIN = "73910482";
    private static final int GUESSES = 1_000;
    private static final int AT_ONCE = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    static Path folder;

    private static Cable cable;
    private static PackagedPortal first;
    private static PackagedPortal second;

    private final String number = "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    private final Given.Organization organization = Given.organization("Cascade Freight").withNumber(number).saved();
    private final AskingCarrier carrier = AskingCarrier.knownTo(first.url());

    @BeforeAll
    static void start() {
        var url = DATABASE.open();
        cable = new Cable(URI.create(url.substring("jdbc:".length())).getPort());
        var settings = TestDatabase.settings(url.replaceFirst(":\\d+/", ":" + cable.port() + "/"));
        first = PackagedPortal.startOnPostgres(folder, settings).awaitReady();
        second = PackagedPortal.startOnPostgres(folder, settings).awaitReady();
        Surroundings.enter(new Surroundings(first.url(), url));
    }

    @AfterAll
    static void stop() {
        Surroundings.leave();
        first.close();
        second.close();
        cable.close();
        DATABASE.stop();
    }

    private void setPin() {
        var visitor = Visitor.of(first.url()).signedInAs(organization.admin());
        assertEquals(303, visitor.get("/port-orders/pin").submit("/port-orders/pin", Map.of("pin", PIN)).status());
    }

    private static void await(BooleanSupplier condition) {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "It did not happen in time");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @Test
    void compareNoMorePinsThanTheLimitAllowsOfAThousandAtOnce() {
        setPin();
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        var both = List.of(carrier, carrier.at(second.url()));
        var replies = IntStream.range(0, GUESSES)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> both.get(i % 2).ask("<Pin>9" + (1_000_000 + i) + "</Pin>", number), threads)).toList()
                .stream().map(CompletableFuture::join).toList();
        threads.shutdown();
        assertEquals(List.of(7513), replies.stream().flatMap(reply -> reply.codes().stream()).distinct().toList(), "each looks like a wrong PIN");
        assertTrue(replies.stream().noneMatch(Reply::isPortable));
        var requests = Row.select("select refusals, count(*) as total, count(pin_revision) as compared from port_out_request where organization_id = ? group by refusals",
                organization.id());
        assertEquals(5, requests.stream().mapToInt(row -> Integer.parseInt(row.get("compared"))).sum(), requests.toString());
        assertEquals(GUESSES, requests.stream().mapToInt(row -> Integer.parseInt(row.get("total"))).sum());
        assertEquals(List.of(7513), carrier.ask("<Pin>" + PIN + "</Pin>", number).codes(), "a hundred tries in a row lock even the right one out");
        assertEquals("GUESSING_LOCKED", Row.select("select * from port_out_request where organization_id = ? order by received_at desc",
                organization.id()).get(0).get("refusals"));
    }

    @Test
    void refuseAsLongAsTheDatabaseIsGoneAndComeBackByThemselves() {
        setPin();
        assertEquals(List.of(7513), carrier.ask("<Pin>73910483</Pin>", number).codes());
        cable.cut();
        for (var portal : List.of(first, second)) {
            var reply = carrier.at(portal.url()).ask("<PON>LSR-17</PON><Pin>" + PIN + "</Pin>", number);
            assertEquals(200, reply.status());
            assertEquals(List.of(7598), reply.codes());
            assertTrue(reply.body().contains("<Portable>false</Portable>"), reply.body());
        }
        assertTrue(first.log().contains("undecided"), "somebody has to hear of it");
        cable.mend();
        await(() -> carrier.ask("<Pin>" + PIN + "</Pin>", number).isPortable());
        await(() -> !Row.select("select * from audit_entry where event = 'PORT_OUT_FAILED_CLOSED'").isEmpty());
    }
}
