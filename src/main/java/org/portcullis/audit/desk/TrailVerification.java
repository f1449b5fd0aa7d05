package org.portcullis.audit.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.AuditVerification.Section;
import org.portcullis.audit.AuditVerification;
import org.portcullis.job.JobItem;
import org.portcullis.job.JobRunner.Outcome;
import org.portcullis.job.JobRunner.Task;
import org.portcullis.job.JobRunner;

/** Looks through the trail in the background and keeps what it finds. */
@ApplicationScoped
class TrailVerification {

    /** The most findings that a report lists; how many there are it says in any case. */
    static final int MOST_LISTED = 1_000;

    private final JobRunner jobs;
    private final AuditVerification verification;
    private final AuditTrail trail;

    TrailVerification(JobRunner jobs, AuditVerification verification, AuditTrail trail) {
        this.jobs = jobs;
        this.verification = verification;
        this.trail = trail;
    }

    /** The kind of work that this is. */
    enum Kind {
        TRAIL_VERIFICATION
    }

    /** A section of the chain as a step of the work. */
    private record Part(Section section) implements JobRunner.Item {

        @Override
        public int place() {
            return section.place();
        }

        @Override
        public String reference() {
            return String.valueOf(section.place());
        }
    }

    /** @param address of who asks for it */
    void start(UUID id, Person by, String address) {
        var parts = verification.sections().stream().map(Part::new).toList();
        jobs.start(new Task(id, Kind.TRAIL_VERIFICATION, null, null), by, parts, 1, lot -> {
            var outcome = verify(id, lot.get(0).section);
            if (lot.get(0) == parts.get(parts.size() - 1)) {
                trail.record(AuditEvent.TRAIL_VERIFIED, by.asActor(), Subject.NONE, overall(id, outcome).name(),
                        address);
            }
            return List.of(outcome);
        });
    }

    private Outcome verify(UUID id, Section section) {
        var listed = TrailFinding.countOf(id);
        var result = verification.verify(section, (int) Math.max(0, MOST_LISTED - listed));
        long place = listed;
        for (var finding : result.findings()) {
            TrailFinding.keep(id, ++place, finding);
        }
        if (result.total() == 0) {
            return Outcome.of(DetailWord.SOUND);
        }
        var word = switch (result.verdict()) {
            case TAMPERED -> DetailWord.TAMPERED;
            case RESTORED -> DetailWord.RESTORED;
            default -> DetailWord.KEY_MISSING;
        };
        return new Outcome(word, String.valueOf(result.total()));
    }

    private static DetailWord overall(UUID id, Outcome last) {
        var before = JobItem.counts(id).keySet();
        if (before.contains(DetailWord.TAMPERED.name()) || last.code() == DetailWord.TAMPERED) {
            return DetailWord.TAMPERED;
        }
        if (before.contains(JobRunner.FAILED)) {
            return DetailWord.UNFINISHED;
        }
        return Stream.of(DetailWord.KEY_MISSING, DetailWord.RESTORED)
                .filter(word -> before.contains(word.name()) || last.code() == word)
                .findFirst().orElse(DetailWord.SOUND);
    }
}
