package org.portcullis.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.numbers.NumberRun.Found;

/**
 * The text between two separators of a list: a number, a range, or several of them with blanks in and between them, and
 * words beside them. Text that can't be parsed is refused as a whole, from one valid number to the next.
 */
final class NumberEntry {

    /** An international number with fewer digits continues in the next piece. */
    private static final int SHORTEST_INTERNATIONAL = 7;

    private final NumberPlan plan;
    private final NumberCollector collector;
    private final String text;
    private final int line;
    private final List<Piece> pieces;

    NumberEntry(NumberPlan plan, NumberCollector collector, String text, int start, int end, int line) {
        this.plan = plan;
        this.collector = collector;
        this.text = text;
        this.line = line;
        pieces = PieceReader.pieces(text, start, end);
    }

    void read() {
        Found refused = null;
        for (Found found : found()) {
            if (found.isRefused()) {
                refused = refused == null ? found
                        : new Found(refused.from(), found.to(), null, null, worse(refused.fault(), found));
            } else {
                report(refused);
                refused = null;
                take(found);
            }
        }
        report(refused);
    }

    /** For digits with words beside them, the words are reported as the fault. */
    private NumberFault worse(NumberFault fault, Found next) {
        return pieces.get(next.from()).separates() && fault != NumberFault.LETTERS
                && fault != NumberFault.SPREADSHEET ? next.fault() : fault;
    }

    private List<Found> found() {
        var all = new ArrayList<Found>();
        int at = 0;
        boolean isOpen = false;
        while (at < pieces.size()) {
            int end = at;
            while (end < pieces.size() && !pieces.get(end).separates()) {
                end++;
            }
            if (end == at) {
                // An extension only after a complete number; elsewhere it may be a part of what follows.
                isOpen |= pieces.get(at).kind() == Piece.Kind.EXTENSION
                        && (all.isEmpty() || all.get(all.size() - 1).isRefused());
                all.add(new Found(at, ++end, null, null, pieces.get(at).fault()));
            } else if (isOpen && !pieces.get(at).international()) {
                all.add(new Found(at, end, null, null, NumberFault.NOT_A_NUMBER));
            } else {
                var run = new NumberRun(plan, pieces, at, end).read();
                all.addAll(run);
                isOpen = isOpen(run.get(run.size() - 1));
            }
            at = end;
        }
        return all;
    }

    /**
     * @return whether it is the beginning of an international number that continues after a word, such as
     * {@code +44 (London)}
     */
    private boolean isOpen(Found last) {
        return last.isRefused() && pieces.get(last.from()).international()
                && pieces.subList(last.from(), last.to()).stream().mapToInt(piece -> piece.digits().length())
                        .sum() < SHORTEST_INTERNATIONAL;
    }

    private void take(Found found) {
        var written = written(found);
        var refusal = plan.refusal(found.first());
        if (refusal.isPresent()) {
            collector.report(new NumberProblem(line, written, refusal.get()));
        } else if (found.last() == null) {
            note(found, written, collector.add(NumberPlan.digits(found.first()), line, written) ? 1 : 0);
        } else {
            note(found, written, collector.addRange(found.first(), found.last(), line, written));
        }
    }

    private void note(Found found, String written, int added) {
        var remark = NumberingBlocks.remark(found.first())
                .or(() -> Optional.ofNullable(found.last()).flatMap(last -> NumberingBlocks.remark("+" + last)))
                .or(() -> Optional.of(NumberRemark.DECIMALS)
                        .filter(decimals -> pieces.subList(found.from(), found.to()).stream()
                                .anyMatch(piece -> piece.kind() == Piece.Kind.DECIMALS)));
        if (added > 0 && remark.isPresent()) {
            collector.note(
                    new NumberNotice(line, written, remark.get(), "+" + NumberPlan.digits(found.first()), added, null));
        }
    }

    private void report(Found refused) {
        if (refused != null) {
            collector.report(new NumberProblem(line, written(refused), refused.fault()));
        }
    }

    private String written(Found found) {
        return text.substring(pieces.get(found.from()).start(), pieces.get(found.to() - 1).end());
    }
}
