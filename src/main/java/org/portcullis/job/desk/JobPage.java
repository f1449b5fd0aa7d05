package org.portcullis.job.desk;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portcullis.job.Job;
import org.portcullis.job.JobItem;
import org.portcullis.web.form.Paging;
import org.portcullis.web.form.Parameters;

/**
 * Long work as its page shows it: how far it is, and a page of its report.
 *
 * @param outcome the one that the report is narrowed to, or null
 * @param counts how many items came to each outcome that any came to
 * @param origin the page on which it was started
 */
record JobPage(Job work, Job.State state, ReportKind kind, ReportOutcome outcome, List<Count> counts, List<Line> lines,
        Paging paging, String origin) {

    private static final int PAGE_SIZE = 100;

    /** How many items came to an outcome, and where they are listed. */
    public record Count(ReportOutcome outcome, long count, String address, boolean chosen) {
    }

    /** A line of the report. */
    public record Line(JobItem item, ReportOutcome outcome) {

        /** @return the change that came first; null where there was none */
        public OtherChange getOtherChange() {
            return outcome == ReportOutcome.CHANGED_MEANWHILE && item.detail != null ? OtherChange.of(item.detail)
                    : null;
        }
    }

    /**
     * @param outcome a constant of {@link ReportOutcome}, or null or empty for all
     * @throws NotFoundException if there is no such work
     * @throws BadRequestException if there is no such outcome or page
     */
    static JobPage of(UUID id, String outcome, String page, Instant now, List<ReportOrigin> origins) {
        var work = Job.byId(id).orElseThrow(NotFoundException::new);
        var kind = ReportKind.byName(work.kind).orElseThrow(NotFoundException::new);
        var chosen = outcome == null || outcome.isEmpty() ? null : outcome(outcome);
        var counts = JobItem.counts(id);
        long total = chosen == null ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.getOrDefault(outcome, 0L);
        var paging = Paging.of(page, total, PAGE_SIZE, JobPaths.of(id),
                Map.of("outcome", chosen == null ? "" : chosen.name()));
        var lines = JobItem.page(id, chosen == null ? null : chosen.name(), paging.index(), PAGE_SIZE).stream()
                .map(item -> new Line(item, ReportOutcome.valueOf(item.outcome))).toList();
        return new JobPage(work, work.stateAt(now), kind, chosen, counts(id, counts, chosen), lines, paging,
                origins.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow().address(work.subjectId));
    }

    private static ReportOutcome outcome(String name) {
        return Parameters.constant(ReportOutcome.class, name).orElseThrow(BadRequestException::new);
    }

    private static List<Count> counts(UUID id, Map<String, Long> counts, ReportOutcome chosen) {
        return Arrays.stream(ReportOutcome.values()).filter(outcome -> counts.containsKey(outcome.name()))
                .map(outcome -> new Count(outcome, counts.get(outcome.name()), JobPaths.of(id) + "?outcome=" + outcome,
                        outcome == chosen))
                .toList();
    }

    public boolean isOfOrders() {
        return kind == ReportKind.BULK_STEP;
    }

    public boolean isRunning() {
        return state == Job.State.RUNNING;
    }

    public boolean isInterrupted() {
        return state == Job.State.INTERRUPTED;
    }

    public String getAddress() {
        return JobPaths.of(work.id);
    }

}
