package org.portcullis.order.draft;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.portcullis.numbers.DraftText;
import org.portcullis.numbers.ListReport;
import org.portcullis.numbers.NumberList;
import org.portcullis.numbers.NumberPlace;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.numbers.NumberRemark;
import org.portcullis.numbers.NumberingBlocks;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.draft.NumberCheck.UnportableRange;

/**
 * The page on which numbers are added to an order.
 *
 * @param ranges the order's numbers, on several pages; ported numbers come last
 * @param stuck numbers of the order that can't be ported with it any more
 * @param text contents of the field: the refused entries
 * @param problem why no entry could be read, or null
 * @param report the entries that are not numbers that an order can have
 * @param unportable valid numbers that can't be ported with this order
 * @param done the result for the last list, in counts
 * @param known numbers of the list that were in the order before
 * @param stuckRefused whether the user tried to continue with numbers that can't be ported
 * @param cut whether there were more refused entries than the field holds
 * @param recalled whether the report is on entries that were refused earlier and are in the field again
 * @param stale who changed the order meanwhile, or null
 */
public record NumbersPage(PortOrder order, List<Kept> ranges, int page, int pages, Unportables stuck, String text,
        EntryProblem problem, ListReport report, Unportables unportable, Map<NumbersFlash, Integer> done,
        List<NumberRange> known,
        boolean stuckRefused, boolean cut, boolean recalled, StaleOrderException stale) {

    private static final int RANGES_ON_A_PAGE = 100;
    private static final int KNOWN_SHOWN = 50;

    /** Numbers of the order; those that have moved with it stay in it. */
    public record Kept(NumberRange range, boolean moved) {

        /** @return what is worth a look about it, or null */
        public NumberRemark getRemark() {
            return NumberingBlocks.remark(range.first()).orElse(null);
        }
    }

    /** Why a list of numbers could not be taken at all. */
    public enum EntryProblem {
        MISSING
    }

    /** What became of a list. */
    public enum NumbersFlash {
        ADDED, KNOWN, LEFT_OUT,
        /** These are {@link NumberRemark}'s. */
        NEW_AREA_CODE, UNKNOWN_BLOCK, DECIMALS, OTHER_COLUMN;

        static NumbersFlash of(NumberRemark remark) {
            return valueOf(remark.name());
        }

        /** @return those of the counts that are remarks on numbers that were added */
        static List<Remarked> remarked(Map<NumbersFlash, Integer> counts) {
            return Arrays.stream(NumberRemark.values()).filter(remark -> counts.containsKey(of(remark)))
                    .map(remark -> new Remarked(remark, counts.get(of(remark)))).toList();
        }
    }

    /** How many numbers a remark is about. */
    public record Remarked(NumberRemark remark, int count) {

        public boolean isOfNumbers() {
            return remark != NumberRemark.OTHER_COLUMN;
        }
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

        static Unportables of(NumberCheck check, Map<String, NumberPlace> places) {
            var all = check.ranges(places);
            var shown = all.subList(0, Math.min(SHOWN, all.size()));
            return new Unportables(shown, check.unportable().size(), all.size() - shown.size());
        }

        /** @return whether they are of a list, so that their lines are told */
        public boolean isListed() {
            return !ranges.isEmpty() && !ranges.get(0).lines().isEmpty();
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
        return new NumbersPage(order, ranges, shown, pages,
                Unportables.of(NumberCheck.of(order, order.numbersToMove()), Map.of()),
                UnreadNumbers.of(order.id), null, ListReport.NOTHING, Unportables.none(), Map.of(), List.of(), false,
                false, false, null);
    }

    private static Stream<Kept> kept(List<String> numbers, boolean moved) {
        return NumberRanges.compact(numbers).stream().map(range -> new Kept(range, moved));
    }

    NumbersPage refused(EntryProblem why) {
        return new NumbersPage(order, ranges, page, pages, stuck, text, why, report, unportable, done, known, false,
                cut, recalled, stale);
    }

    NumbersPage refusedForStuck() {
        return new NumbersPage(order, ranges, page, pages, stuck, text, problem, report, unportable, done, known, true,
                cut, recalled, stale);
    }

    /** @param counts what became of a list that was sent before */
    NumbersPage told(Map<NumbersFlash, Integer> counts) {
        return new NumbersPage(order, ranges, page, pages, stuck, text, problem, report, unportable, counts, known,
                false, cut, recalled, stale);
    }

    /** What could not be taken stays to be corrected; what was good is in the order. */
    NumbersPage told(Addition addition) {
        return new NumbersPage(order, ranges, page, pages, stuck, text, null, ListReport.of(addition.list()),
                Unportables.of(addition.check(), places(addition.list())), addition.counts(),
                NumberRanges.compact(addition.known()), false,
                addition.kept().cut(), false, null);
    }

    /** With the reasons why what is in the field was left out before. */
    NumbersPage recalling() {
        if (text.isEmpty()) {
            return this;
        }
        var list = NumberList.read(text, order.organization.country);
        return new NumbersPage(order, ranges, page, pages, stuck, text, null, ListReport.of(list).withoutRemarks(),
                Unportables.of(NumberCheck.of(order, list.numbers()), places(list)), done, known, false, false, true,
                null);
    }

    private static Map<String, NumberPlace> places(NumberList list) {
        var places = new HashMap<String, NumberPlace>();
        for (int i = 0; i < list.numbers().size(); i++) {
            places.put(list.numbers().get(i), list.places().get(i));
        }
        return places;
    }

    /** Nothing of what was typed was read: all of it is in the field again. */
    NumbersPage notRead(String typed) {
        return new NumbersPage(order, ranges, page, pages, stuck, typed.isEmpty() ? text : typed, null, report,
                unportable, done, known, false,
                cut, false, null);
    }

    NumbersPage overtaken(StaleOrderException exception, String typed) {
        return new NumbersPage(order, ranges, page, pages, stuck, typed, null, report, unportable, done, known, false,
                cut, false,
                exception);
    }

    public boolean isFailed() {
        return problem != null || stale != null || stuckRefused || isIncomplete();
    }

    /** @return whether something of the list that was just sent could not be taken */
    public boolean isIncomplete() {
        return !recalled && (report.count() > 0 || unportable.count() > 0);
    }

    /** @return whether what was taken is worth a look before going on */
    public boolean isRemarkable() {
        return isRepetitive() || !report.remarks().isEmpty();
    }

    /** @return how many characters the field keeps at most */
    public int getLongestText() {
        return DraftText.LONGEST;
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
