package org.portcullis.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.portcullis.audit.AuditEntry.Place;
import org.portcullis.audit.AuditFinding.Kind;
import org.portcullis.settings.ServerKeys;

/**
 * Finds every changed, removed, inserted or moved entry of the trail. It only reads, section by section, while others
 * write, seal and prune; what it needs of memory is the same for any number of entries.
 */
@ApplicationScoped
public class AuditVerification {

    /** Entries of a section; a transaction is as long as one takes. */
    private static final int SECTION = 10_000;
    private static final int BATCH = 1_000;
    private static final Instant FIRST = Instant.EPOCH;
    private static final UUID NOBODY = new UUID(0, 0);

    private final AuditDigest digest;

    AuditVerification(ServerKeys keys) {
        this.digest = new AuditDigest(keys.audit());
    }

    /**
     * A part of the chain.
     *
     * @param place from 1
     * @param after the number before its first one; for the first section the lowest there can be
     * @param upTo its last number; for the last section the highest there can be
     */
    public record Section(int place, long after, long upTo) {

        boolean isFirst() {
            return after == Long.MIN_VALUE;
        }

        boolean isLast() {
            return upTo == Long.MAX_VALUE;
        }
    }

    /** What became of a section: the first findings, and how many there are in all. */
    public record Result(long entries, List<AuditFinding> findings, long total, Verdict verdict) {
    }

    /** What is to be said of the trail or a section of it, the worst last. */
    public enum Verdict {
        WHOLE,
        /** But for what recorded restores explain. */
        RESTORED,
        /** A key is missing. */
        UNKNOWN,
        TAMPERED;

        /** @return the worse of the two */
        public Verdict and(Verdict other) {
            return compareTo(other) >= 0 ? this : other;
        }

        static Verdict of(AuditFinding finding) {
            return finding.isTampering() ? TAMPERED : finding.isOfRestore() ? RESTORED : UNKNOWN;
        }
    }

    /** @return the sections that make up the trail as it is now */
    public List<Section> sections() {
        var bounds = QuarkusTransaction.requiringNew().call(() -> AuditEntry.everySealed(SECTION));
        var sections = new ArrayList<Section>();
        long after = Long.MIN_VALUE;
        for (long upTo : Stream.concat(bounds.stream(), Stream.of(Long.MAX_VALUE)).toList()) {
            sections.add(new Section(sections.size() + 1, after, upTo));
            after = upTo;
        }
        return sections;
    }

    /** @param limit the most findings to return */
    public Result verify(Section section, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> new Reading(section, limit).read());
    }

    /** The reading of one section. */
    private final class Reading implements Consumer<AuditFinding> {

        private final Section section;
        private final int limit;
        private final List<AuditFinding> findings = new ArrayList<>();
        private long total;
        private long entries;
        private Verdict verdict = Verdict.WHOLE;
        private List<AuditRestore> restores = List.of();

        Reading(Section section, int limit) {
            this.section = section;
            this.limit = limit;
        }

        @Override
        public void accept(AuditFinding finding) {
            AuditRestores.apart(finding, restores).forEach(this::count);
        }

        private void count(AuditFinding finding) {
            total++;
            verdict = verdict.and(Verdict.of(finding));
            if (findings.size() < limit) {
                findings.add(finding);
            }
        }

        Result read() {
            // Each time the ends are read, after the entries or before them, says which of the two may be newer.
            var ends = ends();
            restores = AuditRestores.known(digest, ends);
            var check = begin(ends);
            var place = section.isFirst() ? Place.after(Long.MIN_VALUE) : Place.after(section.after);
            List<AuditEntry> read;
            do {
                var before = ends;
                read = AuditEntry.inChain(place, section.upTo, BATCH);
                ends = ends();
                check.skipTo(ends.prunedSequence + 1, ends.prunedLink);
                for (AuditEntry entry : read) {
                    next(check, entry, before, ends);
                }
                place = read.isEmpty() ? place : Place.of(read.get(read.size() - 1));
                if (read.size() < BATCH) {
                    check.endsAt(section.isLast() ? before.sequence : section.upTo);
                }
                AuditEntry.forgetRead();
            } while (read.size() == BATCH);
            if (section.isLast()) {
                checkEnds();
                checkUnsealed(check, ends);
            }
            return new Result(entries, List.copyOf(findings), total, verdict);
        }

        private ChainCheck begin(AuditHead ends) {
            if (section.isFirst() || ends.prunedSequence > section.after) {
                return new ChainCheck(digest, ends.prunedSequence + 1, ends.prunedLink, this);
            }
            var check = new ChainCheck(digest, section.after + 1,
                    AuditEntry.at(section.after).map(entry -> entry.link).orElse(null), this);
            if (section.isLast() && ends.sequence == section.after && !check.isEndedBy(ends.link)) {
                AuditEntry.at(section.after).ifPresent(entry -> accept(AuditFinding.of(Kind.OUT_OF_PLACE, entry)));
            }
            return check;
        }

        /** @param before the ends as they were before the entry was read; @param after as they are since */
        private void next(ChainCheck check, AuditEntry entry, AuditHead before, AuditHead after) {
            entries++;
            if (entry.sequence > after.sequence) {
                check.isGenuine(entry);
                accept(AuditFinding.of(Kind.BEYOND_END, entry));
                return;
            }
            if (entry.sequence <= after.prunedSequence && !isPrunedMeanwhile(entry, before)) {
                check.isGenuine(entry);
                accept(AuditFinding.of(Kind.INSERTED, entry));
                return;
            }
            if (entry.sequence > after.prunedSequence) {
                check.next(entry);
                if (entry.sequence == before.sequence && check.expected() == entry.sequence + 1
                        && !check.isEndedBy(before.link)) {
                    accept(AuditFinding.of(Kind.OUT_OF_PLACE, entry));
                }
            }
        }

        private boolean isPrunedMeanwhile(AuditEntry entry, AuditHead before) {
            return entry.sequence > before.prunedSequence;
        }

        private AuditHead ends() {
            AuditEntry.forgetRead();
            return AuditHead.current().orElseGet(this::assumedEnds);
        }

        /** Without the record of the ends all that can be said is what is wrong in between. */
        private AuditHead assumedEnds() {
            var ends = AuditHead.blank();
            AuditEntry.lastSealed().ifPresent(last -> {
                ends.sequence = last.sequence;
                ends.link = last.link;
            });
            return ends;
        }

        private void checkEnds() {
            var ends = AuditHead.current().orElse(null);
            if (ends == null) {
                accept(AuditFinding.ofEnds(Kind.ENDS_MISSING));
            } else if (ends.keyId != null && !digest.knows(ends.keyId)) {
                accept(AuditFinding.keyMissing(ends.keyId, ends.sequence));
            } else if (!digest.isGenuine(ends) && !(ends.isNew() && !AuditEntry.isAnySealed())) {
                accept(AuditFinding.ofEnds(Kind.ENDS_CHANGED));
            }
        }

        /** What has no place yet stands for itself. */
        private void checkUnsealed(ChainCheck check, AuditHead ends) {
            var read = AuditEntry.unsealedAfter(FIRST, NOBODY, BATCH);
            while (!read.isEmpty()) {
                entries += read.size();
                read.stream().filter(entry -> !(ends.adopting && entry.digest == null)).forEach(check::isGenuine);
                var last = read.get(read.size() - 1);
                AuditEntry.forgetRead();
                read = AuditEntry.unsealedAfter(last.at, last.id, BATCH);
            }
        }
    }
}
