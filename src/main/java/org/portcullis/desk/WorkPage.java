package org.portcullis.desk;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portcullis.web.Parameters;
import org.portcullis.work.Work;
import org.portcullis.work.WorkItem;

/**
 * Long work as its page shows it: how far it is, and a page of its report.
 *
 * @param outcome the one that the report is narrowed to, or null
 * @param counts how many items came to each outcome that any came to
 */
record WorkPage(Work work, Work.State state, ReportKind kind, ReportOutcome outcome, List<Count> counts, List<Line> lines,
        Paging paging) {

    private static final int PAGE_SIZE = 100;

    /** How many items came to an outcome, and where they are listed. */
    public record Count(ReportOutcome outcome, long count, String address, boolean chosen) {
    }

    /** A line of the report. */
    public record Line(WorkItem item, ReportOutcome outcome) {

        /** @return who was faster; null where nobody was, or an earlier version did not keep it */
        public OtherChange getOtherChange() {
            return outcome == ReportOutcome.CHANGED_MEANWHILE && item.detail != null ? OtherChange.of(item.detail) : null;
        }
    }

    /**
     * @param outcome a constant of {@link ReportOutcome}, or null or empty for all
     * @throws NotFoundException if there is no such work
     * @throws BadRequestException if there is no such outcome or page
     */
    static WorkPage of(UUID id, String outcome, String page, Instant now) {
        var work = Work.byId(id).orElseThrow(NotFoundException::new);
        var kind = ReportKind.byName(work.kind).orElseThrow(NotFoundException::new);
        var chosen = outcome == null || outcome.isEmpty() ? null : outcome(outcome);
        var counts = WorkItem.counts(id);
        long total = chosen == null ? counts.values().stream().mapToLong(Long::longValue).sum() : counts.getOrDefault(outcome, 0L);
        var paging = Paging.of(page, total, PAGE_SIZE, path(id), Map.of("outcome", chosen == null ? "" : chosen.name()));
        var lines = WorkItem.page(id, chosen == null ? null : chosen.name(), paging.index(), PAGE_SIZE).stream()
                .map(item -> new Line(item, ReportOutcome.valueOf(item.outcome))).toList();
        return new WorkPage(work, work.stateAt(now), kind, chosen, counts(id, counts, chosen), lines, paging);
    }

    private static String path(UUID id) {
        return WorkResource.PATH + "/" + id;
    }

    private static ReportOutcome outcome(String name) {
        return Parameters.constant(ReportOutcome.class, name).orElseThrow(BadRequestException::new);
    }

    private static List<Count> counts(UUID id, Map<String, Long> counts, ReportOutcome chosen) {
        return Arrays.stream(ReportOutcome.values()).filter(outcome -> counts.containsKey(outcome.name()))
                .map(outcome -> new Count(outcome, counts.get(outcome.name()), path(id) + "?outcome=" + outcome, outcome == chosen))
                .toList();
    }

    public boolean isOfOrders() {
        return kind == ReportKind.BULK_STEP;
    }

    public boolean isRunning() {
        return state == Work.State.RUNNING;
    }

    public boolean isInterrupted() {
        return state == Work.State.INTERRUPTED;
    }

    public String getAddress() {
        return path(work.id);
    }

    /** @return where the work was started from */
    public String getOrigin() {
        return kind.origin(work.subjectId);
    }
}
