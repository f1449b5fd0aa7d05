package org.portcullis.lock;

import java.util.List;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;

/**
 * Locks that are to be taken off, before anybody has said that they really are.
 *
 * @param page where the locks are
 * @param scope which ones
 * @param numbers the chosen ones in E.164, where some are chosen
 */
public record LockRemoval(LocksPage page, Scope scope, List<String> numbers) {

    private static final int SHOWN = 100;

    /** Which locks are taken off. */
    public enum Scope {
        /** The one on the whole organization. */
        WHOLE,
        /** Those on all single numbers. */
        EACH,
        /** Those on the chosen numbers. */
        CHOSEN
    }

    /** @return how many locks */
    public int getCount() {
        return switch (scope) {
            case WHOLE -> 1;
            case EACH -> Math.toIntExact(page.count());
            case CHOSEN -> numbers.size();
        };
    }

    public List<NumberRange> getRanges() {
        var ranges = NumberRanges.compact(numbers);
        return ranges.subList(0, Math.min(SHOWN, ranges.size()));
    }
}
