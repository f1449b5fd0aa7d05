package org.portcullis.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.audit.AuditEntry.Place;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.settings.ServerKeys;
import org.portcullis.settings.Settings;

/**
 * Deletes what is older than it must be kept, once a day, from the beginning of the chain on. Where the chain begins from
 * then on is kept under a keyed digest, and the pruning itself is an entry, so that no other deletion passes for it.
 */
@ApplicationScoped
class AuditPruning {

    private static final int BATCH = 10_000;

    private final AuditDigest digest;
    private final AuditTrail trail;
    private final AuditSealer sealer;
    private final Settings.Audit settings;
    private final Clock clock;

    AuditPruning(ServerKeys keys, AuditTrail trail, AuditSealer sealer, Settings settings, Clock clock) {
        this.digest = new AuditDigest(keys.audit());
        this.trail = trail;
        this.sealer = sealer;
        this.settings = settings.audit();
        this.clock = clock;
    }

    /** Whole days (UTC) at once: after the first look of a day there is nothing to do for the others, in any process. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    void prune() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var before = today.minus(settings.retention()).atStartOfDay(ZoneOffset.UTC).toInstant();
        int pruned;
        do {
            pruned = QuarkusTransaction.requiringNew().call(() -> pruneBatch(before));
        } while (pruned == BATCH);
    }

    /** @return how many entries were deleted */
    private int pruneBatch(Instant before) {
        var head = AuditHead.locked().filter(digest::isGenuine).orElse(null);
        if (head == null) {
            return 0;
        }
        var old = old(head, before);
        if (old.isEmpty()) {
            return 0;
        }
        keepWhatIsWrong(head, old);
        var last = old.get(old.size() - 1);
        var count = AuditEntry.prune(head.prunedSequence, last.sequence);
        head.prunedSequence = last.sequence;
        head.prunedLink = last.link == null ? "" : last.link;
        head.prunedCount += count;
        head.prunedBefore = before;
        head.prunedAt = clock.instant();
        digest.digest(head);
        trail.record(AuditEvent.TRAIL_PRUNED, Actor.PORTAL, Subject.NONE,
                count + " " + LocalDate.ofInstant(before, ZoneOffset.UTC), null);
        return old.size();
    }

    /** @return the oldest in the chain up to the first that has to be kept; entries that share a number go together */
    private static List<AuditEntry> old(AuditHead head, Instant before) {
        var read = AuditEntry.inChain(Place.after(head.prunedSequence), head.sequence, BATCH);
        var old = new ArrayList<AuditEntry>();
        for (AuditEntry entry : read) {
            if (!entry.at.isBefore(before)) {
                break;
            }
            old.add(entry);
        }
        return old;
    }

    /** Evidence of tampering must not be pruned unreported. */
    private void keepWhatIsWrong(AuditHead head, List<AuditEntry> old) {
        var findings = new ArrayList<AuditFinding>();
        var check = new ChainCheck(digest, head.prunedSequence + 1, head.prunedLink, findings::add);
        old.forEach(check::next);
        var restores = AuditRestores.known(digest, head);
        findings.stream().flatMap(finding -> AuditRestores.apart(finding, restores).stream())
                .filter(finding -> finding.isTampering() && finding.kind() != AuditFinding.Kind.NOTICED).findFirst()
                .ifPresent(first -> sealer.report(AuditSealer.Fault.FOUND_BEFORE_PRUNING,
                        findings.size() + " " + first.kind() + " " + first.sequence()));
    }
}
