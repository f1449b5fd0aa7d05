package org.portcullis.numbers;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.numbers.NumberTiling.Ways;

/**
 * Groups of digits without a plain word between them, split into numbers and ranges. The result is accepted only if
 * every group belongs to a number and the split is unambiguous: otherwise a number could begin in the middle of a
 * mistyped one. If that fails, only those parts are accepted that contain no blank and have nothing beside them that
 * could belong to them.
 */
final class NumberRun {

    /** Fewer digits, standing alone, are a part of a number rather than a mistyped number. */
    private static final int SHORTEST_NUMBER = 7;

    private final NumberPlan plan;
    private final List<Piece> pieces;
    private final int start;
    private final int end;
    private final NumberTiling tiling;

    /** @param end exclusive */
    NumberRun(NumberPlan plan, List<Piece> pieces, int start, int end) {
        this.plan = plan;
        this.pieces = pieces;
        this.start = start;
        this.end = end;
        tiling = new NumberTiling(plan, pieces);
    }

    /**
     * A part of the pieces, from one to another, exclusive: a number, a range, or an invalid part.
     *
     * @param first null for an invalid part
     * @param last of a range, with the country code; otherwise null
     * @param fault of an invalid part; otherwise null
     */
    record Found(int from, int to, PhoneNumber first, Long last, NumberFault fault) {

        boolean isRefused() {
            return fault != null;
        }
    }

    /** @return all parts of the run, in order */
    List<Found> read() {
        var whole = tiling.of(start, end);
        if (whole.ways() == 1) {
            return whole.found();
        }
        return whole.ways() > 1 ? List.of(refused(start, end, NumberFault.AMBIGUOUS)) : readTokens();
    }

    /**
     * For pieces that can't all be parsed: the parts between blanks that are complete numbers or ranges on their own.
     */
    private List<Found> readTokens() {
        var tokens = new ArrayList<Ways>();
        var bounds = new ArrayList<Integer>(List.of(start));
        for (int at = start + 1; at <= end; at++) {
            if (at == end || pieces.get(at).gap() == Piece.Gap.BLANK) {
                tokens.add(tiling.of(bounds.get(bounds.size() - 1), at));
                bounds.add(at);
            }
        }
        var found = new ArrayList<Found>();
        int refusedFrom = start;
        for (int i = 0; i < tokens.size(); i++) {
            boolean standsAlone = (i == 0 || stands(tokens, bounds, i - 1))
                    && (i + 1 == tokens.size() || stands(tokens, bounds, i + 1));
            if (standsAlone && tokens.get(i).ways() == 1) {
                addRefused(found, refusedFrom, bounds.get(i));
                found.addAll(tokens.get(i).found());
                refusedFrom = bounds.get(i + 1);
            }
        }
        addRefused(found, refusedFrom, end);
        return found;
    }

    /** @return whether it is not a part of its neighbours */
    private boolean stands(List<Ways> tokens, List<Integer> bounds, int token) {
        int from = bounds.get(token);
        int to = bounds.get(token + 1);
        return tokens.get(token).ways() == 1 || tiling.digits(from, to).length() >= SHORTEST_NUMBER
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
        for (int middle = Math.min(to - 1, from + NumberTiling.MOST_PIECES); middle > from; middle--) {
            if (pieces.get(middle).gap().mayMakeRange() && tiling.belongs(from, middle - 1)
                    && tiling.number(from, middle).isPresent()) {
                return pieces.subList(middle + 1, to).stream().map(Piece::gap)
                        .anyMatch(gap -> gap == Piece.Gap.BLANK_DASH || gap == Piece.Gap.RANGE)
                                ? NumberFault.NOT_A_NUMBER
                                : NumberFault.RANGE_ENDS_DIFFER;
            }
        }
        return pieces.subList(from + 1, to).stream().anyMatch(Piece::international) ? NumberFault.NOT_A_NUMBER
                : plan.fault(tiling.digits(from, to), pieces.get(from).international());
    }
}
