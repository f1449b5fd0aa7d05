package org.portcullis.order.desk;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.portcullis.order.NumberStatus;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderNumber;
import org.portcullis.order.StaleOrderException;

/**
 * The page on which the desk says of each number whether it has moved: a hundred at a time, or any as a list.
 *
 * @param chosen the numbers whose boxes are ticked, where the form comes back
 * @param text the list as it was typed, where the form comes back
 * @param problem why nothing was marked, or null
 * @param wrong numbers that it is about, or what is none, the first ones
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
     * @param wanted the numbers that shall get the status, be they ticked, listed, or all
     * @param unreadable what was listed and is no number
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

    /** @return whether numbers can be marked where the order stands */
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
