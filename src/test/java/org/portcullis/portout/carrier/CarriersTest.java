package org.portcullis.portout.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.portout.carrier.Carriers.Done;
import org.portcullis.portout.carrier.KnownCredential.ShownBeside;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.TestClock;
import org.portcullis.web.http.RequestKind;
import org.portcullis.web.http.RequestThreads;

@QuarkusTest
class CarriersTest extends PortalTest {

    private static final RequestThreads AT_ONCE = new RequestThreads() {

        @Override
        public <T> Uni<T> uni(RequestKind work, Callable<T> task) {
            return Uni.createFrom().item(Unchecked.supplier(task::call));
        }
    };
    private static final Actor DESK = new Actor(UUID.randomUUID(), "The desk", null);

    @Inject
    Carriers carriers;

    @Inject
    CredentialCheck check;

    @Inject
    SecretDigest digest;

    @Inject
    MeterRegistry metrics;

    @Inject
    TestClock clock;

    private final UUID id = UUID.randomUUID();
    private final String name = "Rainier Voice " + id;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private NewSecret created() {
        return carriers.create(id, name, Protocol.API, DESK, null).secret();
    }

    private Carriers.Made rotated(UUID latest, Overlap overlap) {
        return carriers.rotate(id, UUID.randomUUID(), latest, overlap, DESK, null);
    }

    private UUID latest() {
        return QuarkusTransaction.requiringNew().call(() -> CarrierSecret.of(id).get(0).id);
    }

    private Outcome outcome(NewSecret shown) {
        return outcome(Protocol.API, shown.username(), shown.secret());
    }

    private Outcome outcome(Protocol protocol, String username, String secret) {
        return checked(protocol, username, secret).outcome();
    }

    private CredentialCheck.Result checked(Protocol protocol, String username, String secret) {
        return check.check(protocol, new PresentedCredential(username, secret), new ShownBeside("192.0.2.1", null));
    }

    private Caller caller(NewSecret shown) {
        var request = CarrierRequest.with(Protocol.API, new PresentedCredential(shown.username(), shown.secret()), null,
                "192.0.2.1");
        return new Caller(new CarrierIdentityProvider(check, null, AT_ONCE)
                .authenticate(request, work -> Uni.createFrom().item(work)).await().indefinitely());
    }

    private String lastUse(NewSecret secret) {
        return Row.select("select last_used_at from carrier_secret where username = ?", secret.username()).get(0)
                .get("last_used_at");
    }

    @Test
    void makesACredentialThatOpensItsProtocolAndIsNowhereToBeRead() {
        var made = created();
        var result = checked(Protocol.API, made.username(), made.secret());
        assertEquals(Outcome.GOOD, result.outcome());
        assertEquals(new CarrierIdentity(id, name, Protocol.API), result.carrier());
        assertEquals(Outcome.OTHER_PROTOCOL, outcome(Protocol.BANDWIDTH, made.username(), made.secret()));
        assertEquals(Outcome.WRONG, outcome(Protocol.API, made.username(), made.secret() + "x"));
        assertEquals(Outcome.UNKNOWN, outcome(Protocol.API, "api-nobody", made.secret()));
        assertFalse(
                Row.select("select * from carrier_secret where carrier_id = ?", id).toString().contains(made.secret()));
        assertFalse(
                Row.select("select * from audit_entry where subject_id = ?", id).toString().contains(made.secret()));
    }

    @Test
    void makesACarrierOnceHoweverOftenItsFormIsSent() {
        var results = Stream
                .generate(
                        () -> CompletableFuture.supplyAsync(() -> carriers.create(id, name, Protocol.API, DESK, null)))
                .limit(4).toList().stream().map(CompletableFuture::join).toList();
        assertEquals(1, results.stream().filter(made -> made.done() == Done.DONE && made.secret() != null).count());
        assertEquals(3, results.stream().filter(made -> made.done() == Done.BEFORE && made.secret() == null).count());
        assertEquals(Done.NAME_TAKEN,
                carriers.create(UUID.randomUUID(), name.toUpperCase(), Protocol.API, DESK, null).done());
        assertEquals(Done.DONE, carriers.create(UUID.randomUUID(), name, Protocol.BANDWIDTH, DESK, null).done());
    }

    @Test
    void letsTheOldCredentialGoOnForTheOverlapAndNoLonger() {
        var old = created();
        var made = rotated(latest(), Overlap.HOUR);
        assertEquals(Outcome.GOOD, outcome(old));
        assertEquals(Outcome.GOOD, outcome(made.secret()));
        clock.pass(Duration.ofMinutes(59));
        assertEquals(Outcome.GOOD, outcome(old));
        clock.pass(Duration.ofMinutes(1));
        assertEquals(Outcome.EXPIRED, outcome(old));
        assertEquals(Outcome.GOOD, outcome(made.secret()));
    }

    @Test
    void neverLetsAnOldCredentialLiveLongerThanPromised() {
        var first = created();
        rotated(latest(), Overlap.HOUR);
        rotated(latest(), Overlap.WEEK);
        clock.pass(Duration.ofHours(1));
        assertEquals(Outcome.EXPIRED, outcome(first));
    }

    @Test
    void endsTheOldCredentialNowIfAsked() {
        var old = created();
        var made = rotated(latest(), Overlap.NOW);
        assertEquals(Outcome.EXPIRED, outcome(old));
        assertEquals(Outcome.GOOD, outcome(made.secret()));
    }

    @Test
    void rotatesOnceHoweverManyDoAtOnce() {
        created();
        var latest = latest();
        var results = Stream.generate(() -> CompletableFuture.supplyAsync(() -> rotated(latest, Overlap.NOW))).limit(4)
                .toList().stream()
                .map(CompletableFuture::join).toList();
        assertEquals(1, results.stream().filter(made -> made.done() == Done.DONE).count());
        assertEquals(3,
                results.stream().filter(made -> made.done() == Done.OVERTAKEN && made.secret() == null).count());
        var form = UUID.randomUUID();
        assertEquals(Done.DONE, carriers.rotate(id, form, latest(), Overlap.DAY, DESK, null).done());
        assertEquals(Done.BEFORE, carriers.rotate(id, form, latest, Overlap.DAY, DESK, null).done());
    }

    @Test
    void revokesOneOrAllAtOnceAndForGood() {
        var old = created();
        var made = rotated(latest(), Overlap.WEEK).secret();
        carriers.revokeSecret(id, latest(), DESK, null);
        assertEquals(Outcome.REVOKED, outcome(made));
        assertEquals(Outcome.GOOD, outcome(old));
        carriers.revoke(id, DESK, null);
        carriers.revoke(id, DESK, null);
        assertEquals(Outcome.REVOKED, outcome(old));
        var again = rotated(latest(), Overlap.NOW).secret();
        assertEquals(Outcome.GOOD, outcome(again));
        assertEquals(Outcome.REVOKED, outcome(old), "only the new one opens");
        assertEquals(
                List.of("CREDENTIAL_CREATED", "CREDENTIAL_ROTATED", "CREDENTIAL_REVOKED", "CREDENTIAL_REVOKED",
                        "CREDENTIAL_ROTATED"),
                Row.select("select event from audit_entry where subject_id = ? order by at", id).stream()
                        .map(row -> row.get("event")).toList());
    }

    @Test
    void notesTheLastUseOnceAMinute() {
        var made = created();
        assertNull(lastUse(made));
        outcome(Protocol.API, made.username(), "wrong");
        assertNull(lastUse(made));
        outcome(made);
        var first = lastUse(made);
        assertNotNull(first);
        clock.pass(Duration.ofSeconds(50));
        outcome(made);
        assertEquals(first, lastUse(made));
        clock.pass(Duration.ofSeconds(10));
        outcome(made);
        assertTrue(!lastUse(made).equals(first));
    }

    @Test
    void judgesFromMemoryWhileTheDatabaseDoesNotAnswer() {
        var lastKnown = new LastKnown(clock);
        check = new CredentialCheck(digest, lastKnown, metrics, clock);
        var made = created();
        assertEquals(Outcome.GOOD, outcome(made));
        lastKnown.failed(new IllegalStateException("for the test"), Instant.now().plus(Duration.ofHours(1)));
        assertEquals(new CredentialCheck.Result(Outcome.UNCHECKED, new CarrierIdentity(id, name, Protocol.API)),
                checked(Protocol.API, made.username(), made.secret()), "it may have been revoked since");
        assertTrue(caller(made).isUnchecked(), "so that only the closed answer can follow");
        assertEquals(Outcome.WRONG, outcome(Protocol.API, made.username(), "wrong"));
        assertEquals(Outcome.UNCHECKED, outcome(Protocol.API, "api-nobody", "secret"));
        clock.pass(Duration.ofMinutes(10));
        assertEquals(Outcome.UNCHECKED, outcome(made));
        clock.pass(Duration.ofHours(1));
        assertEquals(Outcome.GOOD, outcome(made), "asked again");
        assertFalse(caller(made).isUnchecked());
    }
}
