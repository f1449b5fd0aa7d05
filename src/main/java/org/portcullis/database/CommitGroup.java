package org.portcullis.database;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * The commits that wait for the disk: one sync serves all that wait when it begins. What comes while one is under way waits for the
 * next, since that one may have begun before it.
 */
final class CommitGroup {

    private static final long IDLE_SECONDS = 10;
    private static final LongAdder COMMITTED = new LongAdder();
    private static final LongAdder SYNCED = new LongAdder();

    private final Sync sync;
    private final Executor thread;
    /** For those that wait for the next sync; null while none does. */
    private CompletableFuture<Void> next;
    private boolean isUnderWay;

    /** @param sync brings all to the disk that is committed when it begins */
    CommitGroup(Sync sync) {
        this(sync, thread());
    }

    CommitGroup(Sync sync, Executor thread) {
        this.sync = sync;
        this.thread = thread;
    }

    /** What is done for a group. */
    interface Sync {

        void run() throws SQLException;
    }

    /** Of the group's own: what interrupts a commit must not interrupt the others', nor close the file. */
    private static Executor thread() {
        var made = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var thread = new Thread(work, "database commits");
            thread.setDaemon(true);
            return thread;
        });
        made.allowCoreThreadTimeOut(true);
        return made;
    }

    /** @return how many commits were acknowledged since the process began */
    static long committed() {
        return COMMITTED.sum();
    }

    /** @return how many syncs there were for them */
    static long synced() {
        return SYNCED.sum();
    }

    /**
     * Returns once a sync has ended that began after the call.
     *
     * @throws SQLException if that sync failed: what was committed may be lost
     */
    void await() throws SQLException {
        try {
            join().join();
            COMMITTED.increment();
        } catch (CompletionException e) {
            throw new SQLException("A change may not have reached the disk", "58030", e.getCause());
        }
    }

    private synchronized CompletableFuture<Void> join() {
        if (next == null) {
            next = new CompletableFuture<>();
        }
        if (!isUnderWay) {
            isUnderWay = true;
            thread.execute(this::serve);
        }
        return next;
    }

    private void serve() {
        for (var waiting = begin(); waiting != null; waiting = begin()) {
            try {
                sync.run();
                SYNCED.increment();
                waiting.complete(null);
            } catch (SQLException | RuntimeException | Error e) {
                waiting.completeExceptionally(e);
            }
        }
    }

    private synchronized CompletableFuture<Void> begin() {
        var waiting = next;
        next = null;
        isUnderWay = waiting != null;
        return waiting;
    }
}
