package org.portcullis.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.portcullis.testing.AskingCarrier.Reply;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.FaultyProxy;
import org.portcullis.testing.Fixtures;
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
    /** More than may be tried in a row. */
    private static final int SOME_GUESSES = 200;
    private static final int AT_ONCE = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** After which a platform takes silence for a yes. */
    private static final Duration PLATFORMS_PATIENCE = Duration.ofSeconds(30);
    private static final String CLOSED = "<Portable>false</Portable>";
    private static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    static Path folder;

    private static String database;
    private static FaultyProxy cable;
    private static PackagedPortal first;
    private static PackagedPortal second;

    private final String number = "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number)
            .saved();
    private final AskingCarrier carrier = AskingCarrier.knownTo(first.url());

    @BeforeAll
    static void start() {
        database = DATABASE.open();
        cable = new FaultyProxy(URI.create(database.substring("jdbc:".length())).getPort());
        var settings = new HashMap<>(TestDatabase.settings(database.replaceFirst(":\\d+/", ":" + cable.port() + "/")));
        // So that no delay comes to its end while a slow machine is still guessing.
        settings.put("portcullis.port-out.first-delay", "PT1H");
        first = PackagedPortal.startOnPostgres(folder, settings).awaitReady();
        second = PackagedPortal.startOnPostgres(folder, settings).awaitReady();
        Surroundings.enter(new Surroundings(first.url(), database));
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

    /** As many as the portals take at once, so that each is looked at. */
    @Test
    void compareNoMorePinsThanTheLimitAllowsThoughEachGuessIsLookedAt() {
        setPin();
        guess(SOME_GUESSES, AT_ONCE);
        assertEquals(5, compared());
        assertEquals(List.of(7513), carrier.ask("<Pin>" + PIN + "</Pin>", number).codes(),
                "even the right one has to wait");
        assertEquals("GUESSING_SLOWED",
                Row.select("select * from port_out_request where organization_id = ? order by received_at desc",
                        organization.id()).get(0).get("refusals"));
    }

    /** Many are refused undecided then, because more come than the database takes: that, too, is no comparison. */
    @Test
    void compareNoMorePinsThanTheLimitAllowsOfAThousandAtOnce() {
        setPin();
        guess(GUESSES, GUESSES);
        assertTrue(compared() <= 5, compared() + " were compared");
    }

    private long compared() {
        return Row.select("select id from port_out_request where organization_id = ? and pin_revision is not null",
                organization.id()).size();
    }

    /** Sends wrong PINs to both processes in turn. */
    private void guess(int guesses, int atOnce) {
        var threads = Executors.newFixedThreadPool(atOnce);
        var begin = new CountDownLatch(atOnce);
        var both = List.of(carrier, carrier.at(second.url()));
        var replies = IntStream.range(0, guesses).mapToObj(i -> CompletableFuture.supplyAsync(() -> together(begin,
                () -> both.get(i % 2).ask("<Pin>9" + (1_000_000 + i) + "</Pin>", number)), threads)).toList().stream()
                .map(CompletableFuture::join).toList();
        threads.shutdown();
        assertTrue(replies.stream().noneMatch(Reply::isPortable));
        var codes = replies.stream().flatMap(reply -> reply.codes().stream()).collect(Collectors.toSet());
        assertTrue(Set.of(7513, 7598).containsAll(codes),
                "each looks like a wrong PIN, or was refused undecided: " + codes);
    }

    private static Reply together(CountDownLatch begin, Supplier<Reply> question) {
        begin.countDown();
        try {
            begin.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return question.get();
    }

    @Test
    void refuseInTimeWhenTheDatabaseSwallowsEverything() {
        setPin();
        assertEquals(List.of(7513), carrier.ask("<Pin>73910483</Pin>", number).codes());
        var stranger = carrier.showing(
                "Basic " + Base64.getEncoder().encodeToString("bw-nobody:secret".getBytes(StandardCharsets.UTF_8)));
        assertEquals(401, stranger.ask("", number).status(), "in time");
        cable.swallow();
        try {
            var asked = Stream.of(carrier, carrier.at(second.url()), stranger, carrier.at(second.url()))
                    .map(each -> CompletableFuture.supplyAsync(() -> each.ask("<Pin>" + PIN + "</Pin>", number)))
                    .toList();
            for (var reply : asked) {
                assertClosed(reply.orTimeout(PLATFORMS_PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
            }
        } finally {
            cable.mend();
        }
        await(() -> carrier.ask("<Pin>" + PIN + "</Pin>", number).isPortable());
    }

    @Test
    void refuseInTimeWhoeverNeverEndsTheRequest() throws IOException {
        try (var socket = new Socket("localhost", URI.create(first.url()).getPort())) {
            socket.setSoTimeout((int) PLATFORMS_PATIENCE.toMillis());
            socket.getOutputStream()
                    .write(("POST /carrier/bandwidth/port-out-validation HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                            + carrier.authorization()
                            + "\r\nContent-Type: application/xml\r\nContent-Length: 1000\r\n\r\n<PortOut")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
            assertTrue(answer.contains(CLOSED) && answer.contains("<Code>7598</Code>"), answer);
        }
    }

    private static void assertClosed(Reply reply) {
        assertEquals(200, reply.status());
        assertEquals(List.of(7598), reply.codes());
        assertTrue(reply.body().contains(CLOSED), reply.body());
    }

    /** All checks were made and the PIN is right, but for the transaction that decides: it waits for the organization's row. */
    @Test
    void refuseWhenTheDatabaseGoesBetweenTheChecksAndTheVerdict() throws SQLException {
        setPin();
        CompletableFuture<Reply> reply;
        try (var other = DriverManager.getConnection(database)) {
            other.setAutoCommit(false);
            try (var lock = other.prepareStatement("select id from organization where id = ? for no key update")) {
                lock.setObject(1, organization.id());
                lock.executeQuery();
            }
            reply = CompletableFuture.supplyAsync(() -> carrier.ask("<PON>LSR-18</PON><Pin>" + PIN + "</Pin>", number));
            await(() -> !Row
                    .select("select id from port_out_request where organization_id = ? and verdict = 'DECIDING'",
                            organization.id())
                    .isEmpty());
            cable.cut();
            assertClosed(reply.join());
            other.rollback();
        }
        assertEquals(List.of(), Row.select("select id from port_order where organization_id = ?", organization.id()));
        cable.mend();
        await(() -> !Row.select("select * from audit_entry where event = 'PORT_OUT_FAILED_CLOSED'").isEmpty());
        await(() -> carrier.ask("<PON>LSR-19</PON><Pin>" + PIN + "</Pin>", number).isPortable());
    }

    @Test
    void refuseAsLongAsTheDatabaseIsGoneAndComeBackByThemselves() {
        setPin();
        assertEquals(List.of(7513), carrier.ask("<Pin>73910483</Pin>", number).codes());
        cable.cut();
        for (var portal : List.of(first, second)) {
            var reply = carrier.at(portal.url()).ask("<PON>LSR-17</PON><Pin>" + PIN + "</Pin>", number);
            assertClosed(reply);
        }
        assertTrue(first.log().contains("undecided"), "somebody has to hear of it");
        cable.mend();
        await(() -> carrier.ask("<Pin>" + PIN + "</Pin>", number).isPortable());
        await(() -> !Row.select("select * from audit_entry where event = 'PORT_OUT_FAILED_CLOSED'").isEmpty());
    }
}
