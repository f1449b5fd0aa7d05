package org.portcullis.audit.desk;

import java.time.Instant;
import java.util.List;
import org.portcullis.job.Job;

/**
 * A verification: how far it is, and what it found.
 *
 * @param total how many things are wrong, also those that are not listed
 */
record VerificationPage(Job work, Job.State state, VerificationResult result, List<Line> lines, long total) {

    /** Something wrong, with its detail in words. */
    public record Line(TrailFinding finding, String detail) {
    }

    static VerificationPage of(Job work, TrailWords words, Instant now) {
        var result = VerificationResult.of(work);
        var lines = TrailFinding.of(work.id).stream().map(finding -> new Line(finding, words.detail(finding.detail)))
                .toList();
        return new VerificationPage(work, work.stateAt(now), result, lines, result.getTotal());
    }

    public boolean isRunning() {
        return state == Job.State.RUNNING;
    }

    public boolean isInterrupted() {
        return state == Job.State.INTERRUPTED;
    }

    /** @return whether more is wrong than is listed */
    public boolean isCut() {
        return total > lines.size();
    }
}
