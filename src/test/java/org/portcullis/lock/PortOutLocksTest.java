package org.portcullis.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.organization.Organization;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;

@QuarkusTest
class PortOutLocksTest extends PortalTest {

    private static final String ADDRESS = "10.0.0.1";
    private static final String NUMBER = "+12065550100";
    private static final String OTHER = "+12065550101";

    @Inject
    PortOutLocks locks;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Actor actor = new Actor(admin.id(), admin.name(), organization.id());

    private boolean isWhole() {
        return QuarkusTransaction.requiringNew().call(() -> PortOutLock.isWhole(organization.id()));
    }

    private Set<String> lockedAmong(List<String> numbers) {
        return QuarkusTransaction.requiringNew().call(() -> PortOutLock.lockedAmong(organization.id(), numbers));
    }

    private List<String> events() {
        return admin.auditEntries().stream().map(row -> row.get("event") + " " + row.get("subject_name")).toList();
    }

    private long mails(String subject) {
        return Row.select("select id from notice where recipient = ? and subject = ?", admin.email(), subject).size();
    }

    @Test
    void locksTheWholeOrganizationOnceAndUnlocksIt() {
        assertFalse(isWhole());
        assertTrue(locks.lockAll(organization.id(), actor, ADDRESS));
        assertFalse(locks.lockAll(organization.id(), actor, ADDRESS), "it is locked already");
        assertTrue(isWhole());
        assertTrue(locks.unlockAll(organization.id(), actor, ADDRESS));
        assertFalse(locks.unlockAll(organization.id(), actor, ADDRESS));
        assertFalse(isWhole());
        assertEquals(List.of("LOCK_SET Cascade Freight", "LOCK_REMOVED Cascade Freight"), events());
        assertEquals(1, mails("Cascade Freight: numbers were locked"));
        assertEquals(1, mails("Cascade Freight: a lock was taken off"));
    }

    @Test
    void locksSingleNumbersBesideTheWhole() {
        assertEquals(2, locks.lock(organization.id(), List.of(NUMBER, OTHER), actor, ADDRESS));
        assertEquals(0, locks.lock(organization.id(), List.of(NUMBER), actor, ADDRESS), "it is locked already");
        assertFalse(isWhole());
        locks.lockAll(organization.id(), actor, ADDRESS);
        locks.unlockAll(organization.id(), actor, ADDRESS);
        assertEquals(Set.of(NUMBER, OTHER), lockedAmong(List.of(NUMBER, OTHER, "+12065550102")));
        assertEquals(1, locks.unlock(organization.id(), List.of(NUMBER, "+12065550102"), actor, ADDRESS));
        assertEquals(Set.of(OTHER), lockedAmong(List.of(NUMBER, OTHER)));
        assertEquals(1, locks.unlockEachNumber(organization.id(), actor, ADDRESS));
        assertEquals(Set.of(), lockedAmong(List.of(NUMBER, OTHER)));
        assertEquals("LOCK_SET +1 206-555-0100–0101", events().get(0));
    }

    @Test
    void locksAndFindsAsManyNumbersAsARequestMayHold() {
        var numbers = IntStream.range(0, 20_000).mapToObj(i -> "+1425" + (2000000 + 2 * i)).toList();
        assertEquals(20_000, locks.lock(organization.id(), numbers, actor, ADDRESS));
        assertEquals(Set.copyOf(numbers), lockedAmong(numbers));
        assertTrue(Fixtures.organization("Other").saved().id() != null && lockedAmong(List.of(NUMBER)).isEmpty());
        var named = events().stream().collect(Collectors.joining(", "));
        assertTrue(named.contains("+1 425-200-0000") && named.contains("+1 425-203-9998"),
                "the trail names each of them");
        assertEquals(20_000, locks.unlockEachNumber(organization.id(), actor, ADDRESS));
    }

    /** A decision that waits for the organization's row lock sees a lock that was being set before it. */
    @Test
    void isSeenByWhoeverHoldsTheOrganizationsRowAfterIt() {
        var threads = Executors.newFixedThreadPool(2);
        var holds = new CountDownLatch(1);
        var locking = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew().run(() -> {
            locks.lockAll(organization.id(), actor, ADDRESS);
            holds.countDown();
        }), threads);
        var seen = CompletableFuture.supplyAsync(() -> {
            try {
                holds.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return QuarkusTransaction.requiringNew().call(() -> {
                Organization.byIdForUpdate(organization.id());
                return PortOutLock.isWhole(organization.id());
            });
        }, threads);
        locking.join();
        assertTrue(seen.join());
        threads.shutdown();
    }

    @Test
    void countsLocksThatAreSetAtOnceOnce() {
        var set = IntStream.range(0, 6).parallel().mapToObj(i -> locks.lockAll(organization.id(), actor, ADDRESS))
                .filter(done -> done).count();
        assertEquals(1, set);
        var numbers = IntStream.range(0, 6).parallel()
                .map(i -> locks.lock(organization.id(), List.of(NUMBER, OTHER), actor, ADDRESS)).sum();
        assertEquals(2, numbers);
        assertEquals(2, mails("Cascade Freight: numbers were locked"));
    }
}
