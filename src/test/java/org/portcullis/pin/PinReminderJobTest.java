package org.portcullis.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail;
import org.portcullis.organization.Organization;
import org.portcullis.settings.Settings;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.TestSettings;

/** The reminders about a PIN, if the provider lets PINs expire. */
@QuarkusTest
class PinReminderJobTest extends PortalTest {

    @Inject
    AuditTrail audit;

    @Inject
    TestClock clock;

    private final Settings settings = new TestSettings().with("portcullis.pin.expires-after", "P30D")
            .with("portcullis.pin.single-use", "true")
            .with("portcullis.pin.remind-after", "P20D").read();
    private final PortOutPinLife life = new PortOutPinLife(settings);
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Fixtures.Person french = organization.admin().prefers("fr-FR", "Europe/Paris");

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private PinReminderJob calendar() {
        return new PinReminderJob(life, new PinNotices(life, settings), audit, clock);
    }

    private PortOutPinEnd end() {
        return new PortOutPinEnd(life, new PinNotices(life, settings), audit, new SimpleMeterRegistry(), clock);
    }

    private static List<String> subjects(Fixtures.Person reader) {
        return Row.select("select subject from notice where recipient = ? order by created_at", reader.email()).stream()
                .map(row -> row.get("subject")).toList();
    }

    @Test
    void remindsThenAnnouncesThenTellsTheEndEachOnce() {
        organization.withPin(clock.instant(), "Maria");
        calendar().run();
        assertEquals(List.of(), subjects(admin));
        clock.pass(Duration.ofDays(20));
        calendar().run();
        calendar().run();
        clock.pass(Duration.ofDays(3));
        calendar().run();
        calendar().run();
        clock.pass(Duration.ofDays(7));
        calendar().run();
        calendar().run();
        assertEquals(List.of("Cascade Freight: the port out PIN is getting old",
                "Cascade Freight: the port out PIN expires soon",
                "Cascade Freight: the port out PIN has expired"), subjects(admin));
        assertEquals("Cascade Freight\u00a0: le code confidentiel de transfert a expiré", subjects(french).get(2));
        assertEquals(List.of("PIN_REMINDED Portcullis", "PIN_EXPIRED Portcullis"),
                Row.select("select * from audit_entry where organization_id = ? order by at",
                        organization.id()).stream().map(row -> row.get("event") + " " + row.get("actor_name"))
                        .toList());
    }

    @Test
    void tellsOnceHoweverManyProcessesLook() {
        organization.withPin(clock.instant().minus(Duration.ofDays(31)), "Maria");
        var threads = Executors.newFixedThreadPool(4);
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(calendar()::run, threads)).limit(4)
                .toArray(CompletableFuture[]::new)).join();
        threads.shutdown();
        assertEquals(List.of("Cascade Freight: the port out PIN has expired"), subjects(admin),
                "nothing that leads there, only the end");
        assertEquals(1, Row.select("select id from audit_entry where event = 'PIN_EXPIRED' and organization_id = ?",
                organization.id()).size());
    }

    @Test
    void tellsNobodyWhereThePinIsNotUsed() {
        var elsewhere = Fixtures.organization("Atelier Lumière").inFrance().saved();
        var reader = elsewhere.admin();
        elsewhere.withPin(clock.instant().minus(Duration.ofDays(31)), "Claire");
        calendar().run();
        assertEquals(List.of(), subjects(reader));
        assertNotNull(elsewhere.pinRows().get(0).get("expiry_told_at"), "and it is not looked for again");
    }

    @Test
    void isUsedOnceAndToldAtOnce() {
        organization.withPin(clock.instant(), "Maria");
        var carrier = new Actor(null, "Columbia Fiber", null);
        for (int i = 0; i < 2; i++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> end().markUsed(Organization.byIdForUpdate(organization.id()), carrier, "10.0.0.1"));
        }
        assertEquals(List.of("Cascade Freight: the port out PIN was used and must be changed"), subjects(admin));
        var row = Row.select("select * from audit_entry where event = 'PIN_USED' and organization_id = ?",
                organization.id());
        assertEquals(List.of("Columbia Fiber"), row.stream().map(entry -> entry.get("actor_name")).toList());
        clock.pass(Duration.ofDays(31));
        calendar().run();
        assertEquals(1, subjects(admin).size(), "who has to change it anyway is told no more");
        var pin = QuarkusTransaction.requiringNew().call(() -> PortOutPin.of(organization.id()).orElseThrow());
        assertEquals(Unusable.USED, life.unusable(pin, clock.instant()).orElseThrow());
    }

    @Test
    void beginsAnewWithAnotherPin() {
        organization.withPin(clock.instant().minus(Duration.ofDays(31)), "Maria");
        calendar().run();
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(() -> assertTrue(
                        PortOutPin.set(Organization.byIdForUpdate(organization.id()), 1, "test", "other", false,
                                new Actor(admin.id(), admin.name(), organization.id()), now)));
        var row = organization.pinRows().get(0);
        assertNull(row.get("expiry_told_at"));
        assertNull(row.get("reminded_at"));
        clock.pass(Duration.ofDays(30));
        calendar().run();
        assertEquals(2, subjects(admin).stream().filter(subject -> subject.endsWith("has expired")).count());
    }
}
