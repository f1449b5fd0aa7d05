package org.portcullis.trail;

import java.time.Instant;
import java.util.List;
import org.portcullis.work.Work;

/**
 * A verification: how far it is, and what it found.
 *
 * @param total how many things are wrong, also those that are not listed
 */
record VerificationPage(Work work, Work.State state, VerificationResult result, List<Line> lines, long total) {

    /** Something wrong, with its detail in words. */
    public record Line(TrailFinding finding, String detail) {
    }

    static VerificationPage of(Work work, TrailWords words, Instant now) {
        var result = VerificationResult.of(work);
        var lines = TrailFinding.of(work.id).stream().map(finding -> new Line(finding, words.detail(finding.detail))).toList();
        return new VerificationPage(work, work.stateAt(now), result, lines, result.getTotal());
    }

    public boolean isRunning() {
        return state == Work.State.RUNNING;
    }

    public boolean isInterrupted() {
        return state == Work.State.INTERRUPTED;
    }

    /** @return whether more is wrong than is listed */
    public boolean isCut() {
        return total > lines.size();
    }
}
