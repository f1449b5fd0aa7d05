package org.portcullis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.portcullis.audit.AuditFinding.Kind;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.settings.ServerKeys;

/** Restores of the database that operators recorded, and what they explain of what a verification finds. */
@ApplicationScoped
public class AuditRestores {

    /** Findings that are looked through for what a restore explains. */
    private static final int MOST_FINDINGS = 10_000;

    private AuditDigest digest;
    private AuditTrail trail;
    private AuditVerification verification;
    private Clock clock;

    /** For the client proxy. */
    AuditRestores() {
    }

    @Inject
    AuditRestores(ServerKeys keys, AuditTrail trail, AuditVerification verification, Clock clock) {
        this.digest = new AuditDigest(keys.audit());
        this.trail = trail;
        this.verification = verification;
        this.clock = clock;
    }

    /** Why a restore is not recorded. */
    public enum Refusal {
        /** The moment is still to come. */
        IN_FUTURE,
        /** The record of the trail's ends, or the key for it, is not what it was: a restore does not do that. */
        ENDS_NOT_GENUINE,
        /** Entries are missing, or a portal noticed that some disappeared, but not at that moment. */
        NOT_EXPLAINED
    }

    /**
     * What recording came to.
     *
     * @param refusal absent where it was recorded
     * @param explained what the record explains
     * @param left what is wrong beyond it
     */
    public record Recording(Optional<Refusal> refusal, Optional<AuditRestore> restore, List<AuditFinding> explained,
            List<AuditFinding> left) {
    }

    /**
     * Records a restore in the trail, under the current key.
     *
     * @param at when the older state took over: the last entry that is left was written before, the next one after
     */
    @Transactional
    public Recording record(Instant at, String who, String reason) {
        var findings = findings();
        var head = AuditHead.locked().orElse(null);
        if (at.isAfter(clock.instant())) {
            return refused(Refusal.IN_FUTURE, findings);
        }
        if (head == null || !digest.isGenuine(head)) {
            return refused(Refusal.ENDS_NOT_GENUINE, findings);
        }
        var gap = findings.stream().filter(finding -> finding.kind() == Kind.REMOVED && isAround(at, finding))
                .findFirst();
        var anchor = gap.map(lost -> lost.sequence() - 1)
                .orElseGet(() -> AuditEntry.lastSealedUntil(at).map(last -> last.sequence)
                        .orElse(head.prunedSequence));
        var link = linkAt(anchor, head);
        if (link.isEmpty()) {
            return refused(Refusal.NOT_EXPLAINED, findings);
        }
        var restore = new AuditRestore(at, anchor, link.get(), gap.map(AuditFinding::sequence).orElse(0L),
                gap.map(AuditFinding::lastSequence).orElse(0L), clock.instant());
        var explained = new ArrayList<AuditFinding>();
        var left = new ArrayList<AuditFinding>();
        findings.forEach(finding -> (isExplained(finding, restore) ? explained : left).add(finding));
        if (explained.isEmpty() && left.stream()
                .anyMatch(finding -> finding.kind() == Kind.REMOVED || finding.kind() == Kind.NOTICED)) {
            return refused(Refusal.NOT_EXPLAINED, findings);
        }
        trail.record(AuditEvent.RESTORE_RECORDED, new Actor(null, who, null), new Subject(null, reason, null),
                restore.text(), null);
        return new Recording(Optional.empty(), Optional.of(restore), explained, left);
    }

    private static Recording refused(Refusal refusal, List<AuditFinding> findings) {
        return new Recording(Optional.of(refusal), Optional.empty(), List.of(), findings);
    }

    private List<AuditFinding> findings() {
        var findings = new ArrayList<AuditFinding>();
        for (var section : verification.sections()) {
            findings.addAll(verification.verify(section, MOST_FINDINGS - findings.size()).findings());
        }
        findings.removeIf(AuditFinding::isOfRestore);
        return findings;
    }

    /** Only what was newest then is lost by a restore. */
    private static boolean isAround(Instant at, AuditFinding lost) {
        return AuditEntry.at(lost.sequence() - 1).filter(before -> before.at.isAfter(at)).isEmpty()
                && AuditEntry.at(lost.lastSequence() + 1).filter(after -> after.at.isBefore(at)).isEmpty();
    }

    private static boolean isExplained(AuditFinding finding, AuditRestore restore) {
        return finding.kind() == Kind.REMOVED && restore.explains(finding.sequence(), finding.lastSequence())
                || restore.explains(finding);
    }

    private static Optional<String> linkAt(long anchor, AuditHead head) {
        return anchor == head.prunedSequence ? Optional.of(head.prunedLink)
                : AuditEntry.at(anchor).map(entry -> entry.link);
    }

    /** @return the recorded restores of this very trail, in a transaction; those that were made up or changed are none */
    static List<AuditRestore> known(AuditDigest digest, AuditHead head) {
        return AuditEntry.ofEvent(AuditEvent.RESTORE_RECORDED).stream()
                .filter(entry -> entry.keyId != null && digest.knows(entry.keyId) && digest.isGenuine(entry))
                .flatMap(entry -> AuditRestore.of(entry).stream())
                .filter(restore -> restore.anchor() < head.prunedSequence
                        || linkAt(restore.anchor(), head).filter(restore.link()::equals).isPresent())
                .toList();
    }

    /** @return the finding, or what it comes to with the restores: what they explain apart from what they don't */
    static List<AuditFinding> apart(AuditFinding finding, List<AuditRestore> restores) {
        if (restores.isEmpty()) {
            return List.of(finding);
        }
        if (finding.kind() == Kind.NOTICED) {
            return List.of(
                    restores.stream().anyMatch(restore -> restore.explains(finding)) ? finding.as(Kind.RESTORE_NOTICED)
                            : finding);
        }
        return finding.kind() == Kind.REMOVED ? pieces(finding, restores) : List.of(finding);
    }

    private static List<AuditFinding> pieces(AuditFinding removed, List<AuditRestore> restores) {
        long first = removed.sequence();
        long last = removed.lastSequence();
        var starts = LongStream.concat(LongStream.of(first, last + 1), restores.stream().filter(AuditRestore::hasLost)
                .flatMapToLong(restore -> LongStream.of(restore.firstLost(), restore.lastLost() + 1)))
                .filter(start -> start >= first && start <= last + 1).distinct().sorted().toArray();
        var pieces = new ArrayList<AuditFinding>();
        for (int i = 0; i + 1 < starts.length; i++) {
            var piece = AuditFinding.removed(starts[i], starts[i + 1] - 1);
            var isKnown = restores.stream()
                    .anyMatch(restore -> restore.explains(piece.sequence(), piece.lastSequence()));
            pieces.add(isKnown ? piece.as(Kind.LOST_IN_RESTORE) : piece);
        }
        return pieces;
    }
}
