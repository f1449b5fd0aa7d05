package org.portcullis.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Values in lots for statements: as many at once as both databases take without becoming slow. */
public final class Batches {

    public static final int ASKED_AT_ONCE = 1_000;

    private Batches() {
    }

    /** @return all of them in their order; no lot is empty */
    public static <T> List<List<T>> of(Collection<T> values) {
        var all = new ArrayList<>(values);
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            batches.add(all.subList(from, Math.min(from + ASKED_AT_ONCE, all.size())));
        }
        return batches;
    }
}
