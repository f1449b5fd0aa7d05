package org.portcullis.orderform;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.orderform.NumberCheck.UnportableRange;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.StaleOrderException;

/**
 * The page on which an order gets its numbers.
 *
 * @param ranges the order's numbers, a page of ranges at a time; those that have moved come last
 * @param stuck numbers of the order that can't move with it any more
 * @param text what stays in the field: what was typed, as long as something in it is wrong
 * @param problem why nothing could be read at all, or null
 * @param report what in the list is no number that an order can have
 * @param unportable good numbers that can't move with this order
 * @param done what has become of the last list, in counts
 * @param known numbers of the list that the order had before
 * @param stuckRefused whether somebody wanted to go on with numbers that can't move
 * @param cut whether more of what was typed is wrong than the field holds
 * @param stale who changed the order meanwhile, or null
 */
public record NumbersPage(PortOrder order, List<Kept> ranges, int page, int pages, Unportables stuck, String text,
        EntryProblem problem, ListReport report, Unportables unportable, Map<NumbersFlash, Integer> done, List<NumberRange> known,
        boolean stuckRefused, boolean cut, StaleOrderException stale) {

    private static final int RANGES_ON_A_PAGE = 100;
    private static final int KNOWN_SHOWN = 50;

    /** Numbers of the order; those that have moved with it stay in it. */
    public record Kept(NumberRange range, boolean moved) {
    }

    /** Why a list of numbers could not be taken at all. */
    public enum EntryProblem {
        MISSING
    }

    /** What became of a list. */
    public enum NumbersFlash {
        ADDED, KNOWN
    }

    /**
     * Numbers that can't move.
     *
     * @param ranges at most so many as a page should show
     * @param count how many numbers there are altogether
     * @param unlisted how many more ranges
     */
    public record Unportables(List<UnportableRange> ranges, int count, int unlisted) {

        private static final int SHOWN = 200;

        static Unportables of(NumberCheck check) {
            var all = check.ranges();
            var shown = all.subList(0, Math.min(SHOWN, all.size()));
            return new Unportables(shown, check.unportable().size(), all.size() - shown.size());
        }

        static Unportables none() {
            return new Unportables(List.of(), 0, 0);
        }
    }

    static NumbersPage of(PortOrder order, int page) {
        var all = Stream.concat(kept(order.numbersToMove(), false), kept(order.numbersMoved(), true)).toList();
        int pages = Math.max(1, (all.size() + RANGES_ON_A_PAGE - 1) / RANGES_ON_A_PAGE);
        int shown = Math.max(1, Math.min(page, pages));
        var ranges = all.subList((shown - 1) * RANGES_ON_A_PAGE, Math.min(shown * RANGES_ON_A_PAGE, all.size()));
        return new NumbersPage(order, ranges, shown, pages, Unportables.of(NumberCheck.of(order, order.numbersToMove())), UnreadNumbers.of(order.id),
                null, ListReport.NOTHING, Unportables.none(), Map.of(), List.of(), false, false, null);
    }

    private static Stream<Kept> kept(List<String> numbers, boolean moved) {
        return NumberRanges.compact(numbers).stream().map(range -> new Kept(range, moved));
    }

    NumbersPage refused(EntryProblem why) {
        return new NumbersPage(order, ranges, page, pages, stuck, text, why, report, unportable, done, known, false, cut, stale);
    }

    NumbersPage refusedForStuck() {
        return new NumbersPage(order, ranges, page, pages, stuck, text, problem, report, unportable, done, known, true, cut, stale);
    }

    /** @param counts what became of a list that was sent before */
    NumbersPage told(Map<NumbersFlash, Integer> counts) {
        return new NumbersPage(order, ranges, page, pages, stuck, text, problem, report, unportable, counts, known, false, cut, stale);
    }

    /** What could not be taken stays to be corrected; what was good is in the order. */
    NumbersPage told(Addition addition, boolean textIsCut) {
        return new NumbersPage(order, ranges, page, pages, stuck, text, null,
                ListReport.of(addition.list().problems(), addition.list().unlisted()), Unportables.of(addition.check()),
                addition.counts(), NumberRanges.compact(addition.known()), false, textIsCut, null);
    }

    NumbersPage overtaken(StaleOrderException exception, String typed) {
        return new NumbersPage(order, ranges, page, pages, stuck, typed, null, report, unportable, done, known, false, cut, exception);
    }

    public boolean isFailed() {
        return problem != null || stale != null || stuckRefused || isIncomplete();
    }

    /** @return whether something of the list could not be taken */
    public boolean isIncomplete() {
        return report.count() > 0 || unportable.count() > 0;
    }

    /** @return how many characters the field keeps at most */
    public int getLongestText() {
        return KeptText.LONGEST;
    }

    public int getMovedCount() {
        return order.getMovedCount();
    }

    /** @return whether there are numbers that can be taken out */
    public boolean isRemovable() {
        return order.getNumberCount() > order.getMovedCount();
    }

    /** @return whether the list had numbers a second time, or the order had them before */
    public boolean isRepetitive() {
        return !known.isEmpty() || !report.repeated().isEmpty();
    }

    /** @return how many the order got of the list; null where there was no list */
    public Integer getAdded() {
        return done.get(NumbersFlash.ADDED);
    }

    public Integer getKnownCount() {
        return done.get(NumbersFlash.KNOWN);
    }

    public List<NumberRange> getKnownShown() {
        return known.subList(0, Math.min(KNOWN_SHOWN, known.size()));
    }

    public int getKnownUnlisted() {
        return known.size() - getKnownShown().size();
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
