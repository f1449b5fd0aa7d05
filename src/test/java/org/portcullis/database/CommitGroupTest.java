package org.portcullis.database;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CommitGroupTest {

    private static final int WRITERS = 16;

    private static Thread waiting(CommitGroup group, List<Throwable> failures) {
        var thread = new Thread(() -> {
            try {
                group.await();
            } catch (SQLException e) {
                synchronized (failures) {
                    failures.add(e);
                }
            }
        });
        thread.start();
        return thread;
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    @Test
    void oneSyncServesAllThatWaitForIt() throws Exception {
        var begun = new AtomicInteger();
        var permits = new Semaphore(0);
        var group = new CommitGroup(() -> {
            begun.incrementAndGet();
            permits.acquireUninterruptibly();
        });
        var failures = new ArrayList<Throwable>();
        var first = waiting(group, failures);
        await().until(() -> begun.get() == 1 && isWaiting(first));
        var others = new ArrayList<Thread>();
        for (int i = 1; i < WRITERS; i++) {
            others.add(waiting(group, failures));
        }
        await().until(() -> others.stream().allMatch(CommitGroupTest::isWaiting));
        permits.release();
        first.join();
        await().until(() -> begun.get() == 2);
        assertTrue(others.stream().allMatch(Thread::isAlive), "the first sync began before they came");
        permits.release();
        for (Thread thread : others) {
            thread.join();
        }
        assertEquals(2, begun.get(), "syncs for " + WRITERS + " commits");
        assertEquals(List.of(), failures);
    }

    @Test
    void eachIsAcknowledgedByASyncThatBeganAfterIt() throws Exception {
        var committed = new AtomicLong();
        var durable = new AtomicLong();
        var syncs = new AtomicInteger();
        var group = new CommitGroup(() -> {
            var seen = committed.get();
            syncs.incrementAndGet();
            Thread.yield();
            durable.set(seen);
        });
        var late = new AtomicInteger();
        var writers = new ArrayList<Thread>();
        var start = new CountDownLatch(1);
        for (int i = 0; i < WRITERS; i++) {
            var writer = new Thread(() -> {
                try {
                    start.await();
                    for (int commit = 0; commit < 500; commit++) {
                        var mine = committed.incrementAndGet();
                        group.await();
                        if (durable.get() < mine) {
                            late.incrementAndGet();
                        }
                    }
                } catch (SQLException | InterruptedException e) {
                    late.incrementAndGet();
                }
            });
            writers.add(writer);
            writer.start();
        }
        start.countDown();
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(0, late.get());
        assertTrue(syncs.get() <= WRITERS * 500, syncs.toString());
    }

    @Test
    void aSyncThatFailsIsToldToEachThatWaitedForItAndToNoOther() throws Exception {
        var permits = new Semaphore(0);
        var begun = new AtomicInteger();
        var group = new CommitGroup(() -> {
            var number = begun.incrementAndGet();
            permits.acquireUninterruptibly();
            if (number == 2) {
                throw new SQLException("no room");
            }
        });
        var failures = new ArrayList<Throwable>();
        var first = waiting(group, failures);
        await().until(() -> begun.get() == 1);
        var others = List.of(waiting(group, failures), waiting(group, failures));
        await().until(() -> others.stream().allMatch(CommitGroupTest::isWaiting));
        permits.release(2);
        first.join();
        for (Thread thread : others) {
            thread.join();
        }
        assertEquals(2, failures.size());
        assertTrue(failures.stream().allMatch(failure -> ((SQLException) failure).getSQLState().equals("58030")));
        permits.release();
        group.await();
    }

    @Test
    void anInterruptEndsNoWaitForTheDisk() throws Exception {
        var permits = new Semaphore(0);
        var group = new CommitGroup(permits::acquireUninterruptibly);
        var done = new CompletableFuture<Boolean>();
        var thread = new Thread(() -> {
            try {
                group.await();
                done.complete(Thread.currentThread().isInterrupted());
            } catch (SQLException e) {
                done.completeExceptionally(e);
            }
        });
        thread.start();
        await().until(() -> isWaiting(thread));
        thread.interrupt();
        assertThrows(TimeoutException.class, () -> done.get(200, TimeUnit.MILLISECONDS));
        permits.release();
        assertTrue(done.get(), "and is not forgotten");
    }
}
