package org.portcullis.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.database.DatabaseGauges;
import org.portcullis.settings.InvalidSettingException;
import org.portcullis.settings.ServerKeys;
import org.portcullis.settings.Settings;

/**
 * Gives the entries of the trail their places in the chain, right after they were committed. Any process may, one at a
 * time; writers never wait for it.
 */
@ApplicationScoped
class AuditSealer {

    /** What is wrong with the trail, as its own entry on that says it. */
    enum Fault {
        /** The row that holds the two ends is not what the portal wrote, or is gone. */
        ENDS_CHANGED,
        /** The trail ends earlier than before. */
        SHORTENED,
        /** An entry that was written and committed disappeared before it had its place. */
        ENTRY_MISSING,
        /** Entries that were about to be pruned were not whole. */
        FOUND_BEFORE_PRUNING
    }

    private static final Logger LOG = Logger.getLogger(AuditSealer.class);
    private static final int BATCH = 1_000;

    private final AuditDigest digest;
    private final AuditTrail trail;
    private final AuditWitness witness;
    private final Settings settings;
    private final Clock clock;

    AuditSealer(ServerKeys keys, AuditTrail trail, AuditWitness witness, Settings settings, Clock clock) {
        this.digest = new AuditDigest(keys.audit());
        this.trail = trail;
        this.witness = witness;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A portal that went on with another key would break the chain that it is to keep.
     *
     * @throws InvalidSettingException if the key is not there that the chain's end depends on
     */
    @Transactional
    void requireKey(@Observes StartupEvent start) {
        if (settings.verifyTrail()) {
            return;
        }
        AuditHead.current().map(head -> head.keyId).filter(id -> !digest.knows(id)).ifPresent(id -> {
            throw new InvalidSettingException("portcullis.audit.keys lacks the key " + id
                    + ", which the audit trail was sealed with. Put it back, before the current one");
        });
    }

    void publish(@Observes StartupEvent start, DatabaseGauges gauges) {
        gauges.register("portcullis.trail.unsealed.seconds",
                "How long the oldest entry of the trail has waited for its place in the chain",
                this::lag);
    }

    /** @return how long the oldest entry has waited for its place in the chain, in seconds; zero where none waits */
    @Transactional
    long lag() {
        return AuditEntry.unsealed(1).stream().findFirst()
                .map(entry -> Math.max(0, Duration.between(entry.at, clock.instant()).toSeconds())).orElse(0L);
    }

    @Scheduled(every = "${portcullis.audit.seal-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void seal() {
        int sealed;
        do {
            sealed = QuarkusTransaction.requiringNew().call(this::sealBatch);
        } while (sealed == BATCH);
        lookForMissing();
    }

    /** One at a time, so that what one has read is never older than what another has. */
    private synchronized void lookForMissing() {
        QuarkusTransaction.requiringNew().run(() -> {
            witness.missing().forEach(seen -> report(Fault.ENTRY_MISSING, seen.text()));
            AuditHead.current().filter(head -> witness.isShorter(head.sequence))
                    .ifPresent(head -> report(Fault.SHORTENED, String.valueOf(head.sequence)));
        });
    }

    /** @return how many got their place */
    private int sealBatch() {
        if (isNothingToDo()) {
            return 0;
        }
        var taken = AuditHead.lockedUnlessTaken();
        if (taken.isEmpty() && AuditHead.current().isPresent()) {
            return 0;
        }
        var head = taken.orElseGet(AuditHead::blank);
        if (taken.isEmpty()) {
            mend(head);
            head.persist();
        } else if (head.isNew() && !AuditEntry.isAnySealed()) {
            head.since = clock.instant();
        } else if (!digest.isGenuine(head)) {
            mend(head);
        }
        var entries = AuditEntry.unsealed(BATCH);
        entries.forEach(entry -> append(head, entry));
        if (!entries.isEmpty() || head.adopting || head.digest == null) {
            head.adopting = head.adopting && entries.size() == BATCH;
            digest.digest(head);
        }
        return entries.size();
    }

    /** Without a lock, since that is so nearly every time. */
    private static boolean isNothingToDo() {
        var isIdle = AuditEntry.unsealed(1).isEmpty() && AuditHead.current().filter(head -> !head.adopting).isPresent();
        AuditEntry.forgetRead();
        return isIdle;
    }

    private void append(AuditHead head, AuditEntry entry) {
        if (head.adopting && entry.digest == null) {
            entry.adopted = true;
            digest.digest(entry);
            head.adoptedCount++;
        }
        head.sequence = Math.addExact(head.sequence, 1);
        head.link = digest.link(digest.currentKeyId(), head.link, head.sequence, entry.digestOrNone());
        entry.sequence = head.sequence;
        entry.linkKeyId = digest.currentKeyId();
        entry.link = head.link;
    }

    /** Goes on from the last entry that is there, and says in the trail that it had to. */
    private void mend(AuditHead head) {
        AuditEntry.lastSealed().ifPresent(last -> {
            head.sequence = last.sequence;
            head.link = last.link == null ? AuditDigest.BEGINNING : last.link;
        });
        head.adopting = false;
        head.since = head.since == null ? clock.instant() : head.since;
        report(Fault.ENDS_CHANGED, "");
        digest.digest(head);
    }

    /** Records the tampering in the audit trail and in the log. */
    void report(Fault fault, String what) {
        LOG.errorf("The audit trail was tampered with: %s %s", fault, what);
        trail.record(AuditEvent.TRAIL_BROKEN, Actor.PORTAL, Subject.NONE, (fault + " " + what).strip(), null);
    }
}
