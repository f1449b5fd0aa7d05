package org.portcullis.numbers;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.numbers.NumberRun.Found;

/** The ways in which groups of digits can be split into numbers and ranges without a remainder. */
final class NumberTiling {

    /** For example {@code 00 33 (0) 4 65 71 10 30}. */
    static final int MOST_PIECES = 8;

    /** A single digit after a dash is as often an extension as the end of a range. */
    private static final int SHORTEST_SUFFIX = 2;

    private final NumberPlan plan;
    private final List<Piece> pieces;

    /** @param pieces all pieces of an entry */
    NumberTiling(NumberPlan plan, List<Piece> pieces) {
        this.plan = plan;
        this.pieces = pieces;
    }

    /** The number of ways to split the pieces, and the first of them. */
    record Ways(int ways, List<Found> found) {
    }

    Ways of(int from, int to) {
        var ways = new int[to - from + 1];
        var next = new Found[to - from + 1];
        ways[to - from] = 1;
        for (int at = to - 1; at >= from; at--) {
            if (at == from || mayBeginAt(at)) {
                for (Found candidate : candidates(at, to, from, ways)) {
                    next[at - from] = next[at - from] == null ? candidate : next[at - from];
                    ways[at - from] = Math.min(2, ways[at - from] + ways[candidate.to() - from]);
                }
            }
        }
        var found = new ArrayList<Found>();
        for (int at = from; ways[0] > 0 && at < to; at = next[at - from].to()) {
            found.add(next[at - from]);
        }
        return new Ways(ways[0], found);
    }

    /** @param ways in how many ways the pieces can be split from each place on, counted from {@code origin} */
    private List<Found> candidates(int from, int most, int origin, int[] ways) {
        var candidates = new ArrayList<Found>();
        for (int to = from + 1; to <= Math.min(most, from + MOST_PIECES) && belongs(from, to - 1); to++) {
            boolean isRange = to < most && !pieces.get(to).isWord() && pieces.get(to).gap().mayMakeRange()
                    && !pieces.get(from).isWord();
            if (isRange) {
                addRanges(candidates, from, to, most, origin, ways);
            }
            if (ways[to - origin] > 0 && mayEndBefore(to, most)) {
                int last = to;
                number(from, to).ifPresent(number -> candidates.add(new Found(from, last, number, null, null)));
            }
        }
        return candidates;
    }

    private void addRanges(List<Found> candidates, int from, int middle, int most, int origin, int[] ways) {
        PhoneNumber first = null;
        for (int to = middle + 1; to <= Math.min(most, middle + MOST_PIECES) && belongs(middle, to - 1); to++) {
            if (ways[to - origin] > 0 && mayEndBefore(to, most)) {
                first = first == null ? number(from, middle).orElse(null) : first;
                if (first == null) {
                    return;
                }
                var last = end(first, middle, to);
                if (last.isPresent()) {
                    candidates.add(new Found(from, to, first, last.get(), null));
                }
            }
        }
    }

    /** The end of a range: a number, or only the digits that differ. */
    private Optional<Long> end(PhoneNumber first, int from, int to) {
        var number = number(from, to);
        if (number.isPresent()) {
            return number.filter(last -> last.getCountryCode() == first.getCountryCode()).map(NumberPlan::digits);
        }
        var suffix = digits(from, to);
        if (pieces.subList(from + 1, to).stream()
                .anyMatch(piece -> piece.gap() != Piece.Gap.SIGN && piece.gap() != Piece.Gap.DASH)) {
            return Optional.empty();
        }
        if (pieces.get(from).international() || suffix.length() < SHORTEST_SUFFIX
                || suffix.length() >= NumberPlan.nationalLength(first)) {
            return Optional.empty();
        }
        var digits = Long.toString(NumberPlan.digits(first));
        return Optional.of(Long.valueOf(digits.substring(0, digits.length() - suffix.length()) + suffix));
    }

    Optional<PhoneNumber> number(int from, int to) {
        var digits = digits(from, to);
        if (digits.length() < NumberPlan.FEWEST_DIGITS || digits.length() > NumberPlan.MOST_DIGITS) {
            return Optional.empty();
        }
        boolean international = pieces.get(from).international();
        return from == 0 && to == pieces.size() ? plan.number(digits, international)
                : plan.numberAmongOthers(digits, international);
    }

    /** @return whether the piece can belong to a number that begins at {@code from} */
    boolean belongs(int from, int at) {
        var piece = pieces.get(at);
        return !piece.isWord() && (at == from || !piece.international() && piece.gap() != Piece.Gap.RANGE
                && pieces.get(at - 1).kind() != Piece.Kind.DECIMALS);
    }

    /** @return whether the piece before it can't be within a number or a range */
    private boolean mayBeginAt(int at) {
        return pieces.get(at).gap() == Piece.Gap.BLANK
                || pieces.get(at).international() && pieces.get(at).gap() == Piece.Gap.SIGN;
    }

    private boolean mayEndBefore(int next, int most) {
        return next == most || mayBeginAt(next);
    }

    String digits(int from, int to) {
        var digits = new StringBuilder();
        for (int at = from; at < to && digits.length() <= NumberPlan.MOST_DIGITS; at++) {
            digits.append(pieces.get(at).digits());
        }
        return digits.toString();
    }
}
