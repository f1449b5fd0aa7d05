package org.portcullis.numbers;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Groups of digits without a plain word between them, taken apart into numbers and ranges. They count only if all of the
 * groups belong to one, and in one way only: else a number could begin in the middle of another that is mistyped. Where that
 * fails, those count that have no blank inside and nothing beside them that could belong to them.
 */
final class NumberRun {

    /** {@code 00 33 (0) 4 65 71 10 30}. */
    private static final int MOST_PIECES = 8;
    /** Fewer digits, standing alone, are a part of a number and no number that is mistyped. */
    private static final int SHORTEST_NUMBER = 7;
    /** One digit after a dash is as often an extension as the end of a range. */
    private static final int SHORTEST_SUFFIX = 2;

    private final NumberPlan plan;
    private final List<Piece> pieces;
    private final int start;
    private final int end;
    private final boolean isAlone;

    /** @param end exclusive */
    NumberRun(NumberPlan plan, List<Piece> pieces, int start, int end) {
        this.plan = plan;
        this.pieces = pieces;
        this.start = start;
        this.end = end;
        isAlone = start == 0 && end == pieces.size();
    }

    /**
     * Some of the pieces, from one to another, exclusive: a number, a range, or what is neither.
     *
     * @param first null for what is neither
     * @param last of a range, with the country code; otherwise null
     * @param fault of what is neither; otherwise null
     */
    record Found(int from, int to, PhoneNumber first, Long last, NumberFault fault) {

        boolean isRefused() {
            return fault != null;
        }
    }

    /** @return all pieces of the run, in their order */
    List<Found> read() {
        var whole = tile(start, end);
        if (whole.ways == 1) {
            return whole.found;
        }
        return whole.ways > 1 ? List.of(refused(start, end, NumberFault.AMBIGUOUS)) : readTokens();
    }

    /** One or several ways to take the pieces apart; of several, the first. */
    private record Tiling(int ways, List<Found> found) {
    }

    private Tiling tile(int from, int to) {
        var ways = new int[to - from + 1];
        var next = new Found[to - from + 1];
        ways[to - from] = 1;
        for (int at = to - 1; at >= from; at--) {
            if (at == from || mayBeginAt(at)) {
                for (Found candidate : candidates(at, to, from, ways)) {
                    next[at - from] = next[at - from] == null ? candidate : next[at - from];
                    ways[at - from] = Math.min(2, ways[at - from] + ways[candidate.to - from]);
                }
            }
        }
        var found = new ArrayList<Found>();
        for (int at = from; ways[0] > 0 && at < to; at = next[at - from].to) {
            found.add(next[at - from]);
        }
        return new Tiling(ways[0], found);
    }

    /** @param ways how often the pieces from each place on, counted from {@code origin}, can be taken apart */
    private List<Found> candidates(int from, int most, int origin, int[] ways) {
        var candidates = new ArrayList<Found>();
        for (int to = from + 1; to <= Math.min(most, from + MOST_PIECES) && belongs(from, to - 1); to++) {
            boolean isRange = to < most && !pieces.get(to).isWord() && pieces.get(to).gap().mayMakeRange() && !pieces.get(from).isWord();
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

    /** The other end of a range: a number, or only the digits that differ. */
    private Optional<Long> end(PhoneNumber first, int from, int to) {
        var number = number(from, to);
        if (number.isPresent()) {
            return number.filter(last -> last.getCountryCode() == first.getCountryCode()).map(NumberPlan::digits);
        }
        var suffix = digits(from, to);
        if (pieces.subList(from + 1, to).stream().anyMatch(piece -> piece.gap() != Piece.Gap.SIGN && piece.gap() != Piece.Gap.DASH)) {
            return Optional.empty();
        }
        if (pieces.get(from).international() || suffix.length() < SHORTEST_SUFFIX || suffix.length() >= NumberPlan.nationalLength(first)) {
            return Optional.empty();
        }
        var digits = Long.toString(NumberPlan.digits(first));
        return Optional.of(Long.valueOf(digits.substring(0, digits.length() - suffix.length()) + suffix));
    }

    private Optional<PhoneNumber> number(int from, int to) {
        var digits = digits(from, to);
        if (digits.length() < NumberPlan.FEWEST_DIGITS || digits.length() > NumberPlan.MOST_DIGITS) {
            return Optional.empty();
        }
        boolean international = pieces.get(from).international();
        return isAlone && from == start && to == end ? plan.number(digits, international) : plan.numberAmongOthers(digits, international);
    }

    /** Of pieces that can't all be understood, those between blanks that are whole numbers or ranges, and stand by themselves. */
    private List<Found> readTokens() {
        var tokens = new ArrayList<Tiling>();
        var bounds = new ArrayList<Integer>(List.of(start));
        for (int at = start + 1; at <= end; at++) {
            if (at == end || pieces.get(at).gap() == Piece.Gap.BLANK) {
                tokens.add(tile(bounds.get(bounds.size() - 1), at));
                bounds.add(at);
            }
        }
        var found = new ArrayList<Found>();
        int refusedFrom = start;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).ways == 1 && (i == 0 || stands(tokens, bounds, i - 1)) && (i + 1 == tokens.size() || stands(tokens, bounds, i + 1))) {
                addRefused(found, refusedFrom, bounds.get(i));
                found.addAll(tokens.get(i).found);
                refusedFrom = bounds.get(i + 1);
            }
        }
        addRefused(found, refusedFrom, end);
        return found;
    }

    /** @return whether it is no part of what stands beside it */
    private boolean stands(List<Tiling> tokens, List<Integer> bounds, int token) {
        int from = bounds.get(token);
        int to = bounds.get(token + 1);
        return tokens.get(token).ways == 1 || digits(from, to).length() >= SHORTEST_NUMBER
                && pieces.subList(from, to).stream().noneMatch(Piece::isWord);
    }

    private void addRefused(List<Found> found, int from, int to) {
        if (from < to) {
            found.add(refused(from, to, fault(from, to)));
        }
    }

    private static Found refused(int from, int to, NumberFault fault) {
        return new Found(from, to, null, null, fault);
    }

    private NumberFault fault(int from, int to) {
        var word = pieces.subList(from, to).stream().filter(Piece::isWord).findFirst();
        if (word.isPresent()) {
            return word.get().fault();
        }
        for (int middle = Math.min(to - 1, from + MOST_PIECES); middle > from; middle--) {
            if (pieces.get(middle).gap().mayMakeRange() && belongs(from, middle - 1) && number(from, middle).isPresent()) {
                return pieces.subList(middle + 1, to).stream().map(Piece::gap)
                        .anyMatch(gap -> gap == Piece.Gap.BLANK_DASH || gap == Piece.Gap.RANGE)
                                ? NumberFault.NOT_A_NUMBER : NumberFault.RANGE_ENDS_DIFFER;
            }
        }
        return pieces.subList(from + 1, to).stream().anyMatch(Piece::international) ? NumberFault.NOT_A_NUMBER
                : plan.fault(digits(from, to), pieces.get(from).international());
    }

    /** @return whether the piece can be one of a number's that begins at another */
    private boolean belongs(int from, int at) {
        var piece = pieces.get(at);
        return !piece.isWord() && (at == from || !piece.international() && piece.gap() != Piece.Gap.RANGE
                && pieces.get(at - 1).kind() != Piece.Kind.DECIMALS);
    }

    /** @return whether something stands before it that can't be within a number or a range */
    private boolean mayBeginAt(int at) {
        return pieces.get(at).gap() == Piece.Gap.BLANK || pieces.get(at).international() && pieces.get(at).gap() == Piece.Gap.SIGN;
    }

    private boolean mayEndBefore(int next, int most) {
        return next == most || mayBeginAt(next);
    }

    private String digits(int from, int to) {
        var digits = new StringBuilder();
        for (int at = from; at < to && digits.length() <= NumberPlan.MOST_DIGITS; at++) {
            digits.append(pieces.get(at).digits());
        }
        return digits.toString();
    }
}
