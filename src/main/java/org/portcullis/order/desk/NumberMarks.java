package org.portcullis.order.desk;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.portcullis.order.NumberStatus;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderNumber;
import org.portcullis.order.StaleOrderException;

/**
 * The page on which the desk marks each number as ported or failed: a hundred at a time, or any as a list.
 *
 * @param chosen the numbers whose checkboxes are ticked, if the form is shown again
 * @param text the list as typed, if the form is shown again
 * @param problem why no number was marked, or null
 * @param wrong the first of the numbers or invalid entries that caused the problem
 * @param stale who changed the order meanwhile, or null
 */
public record NumberMarks(PortOrder order, List<PortOrderNumber> numbers, int page, int pages, Set<String> chosen,
        String text,
        StepProblem problem, List<String> wrong, StaleOrderException stale) {

    private static final int PAGE_SIZE = 100;
    private static final int MOST_NAMED = 20;

    static NumberMarks of(PortOrder order, int page) {
        var all = order.getNumbers();
        int pages = Math.max(1, (all.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.max(1, Math.min(page, pages));
        return new NumberMarks(order, all.subList((shown - 1) * PAGE_SIZE, Math.min(shown * PAGE_SIZE, all.size())),
                shown, pages,
                Set.of(), "", null, List.of(), null);
    }

    NumberMarks typed(Collection<String> ticked, String list) {
        return new NumberMarks(order, numbers, page, pages, Set.copyOf(ticked), list, problem, wrong, stale);
    }

    /**
     * @param wanted the numbers to mark: ticked, listed, or all
     * @param unreadable listed entries that are not numbers
     */
    NumberMarks checked(Collection<String> wanted, List<String> unreadable, NumberStatus status) {
        if (!unreadable.isEmpty()) {
            return refused(StepProblem.NOT_NUMBERS, unreadable);
        }
        if (wanted.isEmpty()) {
            return refused(StepProblem.NO_NUMBER, List.of());
        }
        var own = Set.copyOf(order.telephoneNumbers());
        var unknown = wanted.stream().filter(number -> !own.contains(number)).sorted().toList();
        if (!unknown.isEmpty()) {
            return refused(StepProblem.NUMBERS_UNKNOWN, unknown);
        }
        var moved = status == NumberStatus.PORTED ? List.<String>of() : order.handedOver(wanted);
        return moved.isEmpty() ? this : refused(StepProblem.NUMBERS_MOVED, moved);
    }

    private NumberMarks refused(StepProblem why, List<String> which) {
        var named = which.stream().limit(MOST_NAMED).toList();
        return new NumberMarks(order, numbers, page, pages, chosen, text, why, named, stale);
    }

    NumberMarks overtaken(StaleOrderException exception) {
        return new NumberMarks(order, numbers, page, pages, chosen, text, problem, wrong, exception);
    }

    /** @return whether numbers can be marked in the order's state */
    public boolean isPossible() {
        return order.getState().isUnderTransfer();
    }

    public boolean isChosen(PortOrderNumber number) {
        return chosen.contains(number.number);
    }

    public boolean isFailed() {
        return problem != null || stale != null;
    }

    public String getAction() {
        return MarkResource.PATH.replace("{pon}", order.pon);
    }
}
