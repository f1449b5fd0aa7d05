package org.portcullis.orderform;

import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.numbers.NumberList;
import org.portcullis.numbers.NumberProblem;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.orderform.NumberCheck.Unportable;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.StaleOrderException;

/**
 * The page on which an order gets its numbers.
 *
 * @param ranges the order's numbers, a page of ranges at a time
 * @param text what stays in the field: what was typed, as long as something in it is wrong
 * @param problem why nothing could be read at all, or null
 * @param problems what in the list is no number that an order can have
 * @param unlisted how many more such there are
 * @param unportable good numbers that can't move with this order; at most so many as a page should show
 * @param unportableCount how many there are of them
 * @param added how many the order got
 * @param stale who changed the order meanwhile, or null
 */
public record NumbersPage(PortOrder order, List<NumberRange> ranges, int page, int pages, String text, EntryProblem problem,
        List<NumberProblem> problems, int unlisted, List<Unportable> unportable, int unportableCount, int added,
        StaleOrderException stale) {

    private static final int RANGES_ON_A_PAGE = 100;
    private static final int UNPORTABLE_SHOWN = 200;
    private static final int PROBLEMS_SHOWN = 200;
    /** A field with more is slow to edit, and its page to load. */
    private static final int LONGEST_TEXT_KEPT = 20_000;

    /** Why a list of numbers could not be taken at all. */
    public enum EntryProblem {
        MISSING
    }

    static NumbersPage of(PortOrder order, int page) {
        var all = NumberRanges.compact(order.telephoneNumbers());
        int pages = Math.max(1, (all.size() + RANGES_ON_A_PAGE - 1) / RANGES_ON_A_PAGE);
        int shown = Math.max(1, Math.min(page, pages));
        var ranges = all.subList((shown - 1) * RANGES_ON_A_PAGE, Math.min(shown * RANGES_ON_A_PAGE, all.size()));
        return new NumbersPage(order, ranges, shown, pages, "", null, List.of(), 0, List.of(), 0, 0, null);
    }

    NumbersPage refused(EntryProblem why) {
        return new NumbersPage(order, ranges, page, pages, text, why, problems, unlisted, unportable, unportableCount, added, stale);
    }

    /** What could not be taken stays to be corrected; what was good is in the order. */
    NumbersPage told(String typed, NumberList list, NumberCheck check, int newOnes) {
        var kept = typed.length() <= LONGEST_TEXT_KEPT ? typed
                : list.problems().stream().limit(PROBLEMS_SHOWN).map(NumberProblem::text).collect(Collectors.joining("\n"));
        var shown = list.problems().subList(0, Math.min(PROBLEMS_SHOWN, list.problems().size()));
        return new NumbersPage(order, ranges, page, pages, kept, null, shown,
                list.unlisted() + list.problems().size() - shown.size(),
                check.unportable().subList(0, Math.min(UNPORTABLE_SHOWN, check.unportable().size())), check.unportable().size(),
                newOnes, null);
    }

    NumbersPage overtaken(StaleOrderException exception, String typed) {
        return new NumbersPage(order, ranges, page, pages, typed, null, problems, unlisted, unportable, unportableCount, added, exception);
    }

    public boolean isFailed() {
        return problem != null || stale != null || isIncomplete();
    }

    /** @return whether something of the list could not be taken */
    public boolean isIncomplete() {
        return !problems.isEmpty() || unportableCount > 0;
    }

    public int getUnportableUnlisted() {
        return unportableCount - unportable.size();
    }

    /** @return where its forms are sent; a rejected order's numbers are corrected on the same page as a draft's */
    public String getAction() {
        return DraftStep.NUMBERS.address(order);
    }

    public String getRemoval() {
        return getAction() + "/removal";
    }

    public List<DraftStep> getSteps() {
        return DraftStep.of(order);
    }

    public DraftStep getStep() {
        return DraftStep.NUMBERS;
    }
}
