package org.portcullis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Remembers what this process wrote to the trail until it has its place in the chain, and where the chain ended last:
 * an entry that is taken out before it is sealed leaves no gap behind, and a whole trail put back to yesterday's none either.
 * What it remembers dies with the process.
 */
@ApplicationScoped
class AuditWitness {

    /** More than a process writes in minutes; beyond, the oldest are forgotten. */
    private static final int MOST = 100_000;
    private static final int AT_ONCE = 500;

    private final TransactionSynchronizationRegistry transactions;
    private final ArrayDeque<Seen> committed = new ArrayDeque<>();
    private long end;

    AuditWitness(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** An entry that was committed. */
    record Seen(UUID id, String text) {
    }

    /** Remembers the entry once its transaction has committed. */
    void watch(AuditEntry entry) {
        var seen = new Seen(entry.id, entry.event + " " + entry.at);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is known before the end.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    remember(List.of(seen));
                }
            }
        });
    }

    private synchronized void remember(List<Seen> entries) {
        entries.forEach(committed::addLast);
        while (committed.size() > MOST) {
            committed.removeFirst();
        }
    }

    private synchronized List<Seen> next(int limit) {
        var taken = new ArrayList<Seen>();
        while (!committed.isEmpty() && taken.size() < limit) {
            taken.add(committed.removeFirst());
        }
        return taken;
    }

    private synchronized int size() {
        return committed.size();
    }

    /** @return those that were committed and are gone, in a transaction; they are said once */
    List<Seen> missing() {
        var missing = new ArrayList<Seen>();
        for (int left = size(); left > 0; left -= AT_ONCE) {
            var seen = next(Math.min(AT_ONCE, left));
            var ids = seen.stream().map(Seen::id).toList();
            // What waits is asked for first: meanwhile it may get its place, but never loses it.
            var waiting = new HashSet<>(AuditEntry.present(ids, false));
            var sealed = new HashSet<>(AuditEntry.present(ids, true));
            remember(seen.stream().filter(entry -> waiting.contains(entry.id) && !sealed.contains(entry.id)).toList());
            seen.stream().filter(entry -> !waiting.contains(entry.id) && !sealed.contains(entry.id))
                    .forEach(missing::add);
        }
        return missing;
    }

    /** @return whether the chain now ends before where this process has seen it end */
    synchronized boolean isShorter(long sequence) {
        var isShorter = sequence < end;
        end = sequence;
        return isShorter;
    }
}
