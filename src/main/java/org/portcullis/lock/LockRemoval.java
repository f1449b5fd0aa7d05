package org.portcullis.lock;

import java.util.List;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;

/**
 * Locks that are to be removed, before the user has confirmed it.
 *
 * @param page the page of the locks
 * @param scope which locks
 * @param numbers the chosen numbers in E.164, if {@link Scope#CHOSEN}
 */
public record LockRemoval(LocksPage page, Scope scope, List<String> numbers) {

    private static final int SHOWN = 100;

    /** Which locks are removed. */
    public enum Scope {
        /** The lock on the whole organization. */
        WHOLE,
        /** The locks on all single numbers. */
        EACH,
        /** The locks on the chosen numbers. */
        CHOSEN
    }

    /** @return how many locks are removed */
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
