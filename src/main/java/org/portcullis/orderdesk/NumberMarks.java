package org.portcullis.orderdesk;

import java.util.List;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.PortOrderNumber;
import org.portcullis.portorder.StaleOrderException;

/**
 * The page on which the desk says of each number whether it has moved: a hundred at a time, or any as a list.
 *
 * @param text the list as it was typed, where something is wrong with it
 * @param problem why nothing was marked, or null
 * @param unknown numbers of the list that the order does not have
 */
public record NumberMarks(PortOrder order, List<PortOrderNumber> numbers, int page, int pages, String text, StepProblem problem,
        List<String> unknown, StaleOrderException stale) {

    private static final int PAGE_SIZE = 100;

    static NumberMarks of(PortOrder order, int page) {
        var all = order.getNumbers();
        int pages = Math.max(1, (all.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.max(1, Math.min(page, pages));
        return new NumberMarks(order, all.subList((shown - 1) * PAGE_SIZE, Math.min(shown * PAGE_SIZE, all.size())), shown, pages, "",
                null, List.of(), null);
    }

    NumberMarks refused(String typed, StepProblem why, List<String> notThere) {
        return new NumberMarks(order, numbers, page, pages, typed, why, notThere, stale);
    }

    NumberMarks overtaken(String typed, StaleOrderException exception) {
        return new NumberMarks(order, numbers, page, pages, typed, problem, unknown, exception);
    }

    public boolean isFailed() {
        return problem != null || stale != null;
    }

    public String getAction() {
        return MarkResource.PATH.replace("{pon}", order.pon);
    }
}
