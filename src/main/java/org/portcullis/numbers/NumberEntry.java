package org.portcullis.numbers;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands between two separators of a list: a number, a range, or several with blanks in and between them. So each
 * number is the longest that the country's numbering plan allows at its place.
 */
final class NumberEntry {

    /** {@code 00 33 (0) 4 65 71 10 30}. */
    private static final int MOST_PIECES = 8;
    /** After so many vain tries nobody can tell where a number might begin; the rest of the entry is one problem. */
    private static final int MOST_TRIES = 200;
    private static final int SHORTEST_INTERNATIONAL = 7;
    private static final int ANY = 0;

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

    /** A number as written, from one piece to another, exclusive. */
    private record Written(PhoneNumber number, int from, int to, int length) {
    }

    void read() {
        int at = 0;
        while (at < pieces.size()) {
            var number = numberAt(at, ANY);
            at = number.isPresent() ? take(number.get()) : refuse(at);
        }
    }

    /** @param length how many digits it must have as written, or {@link #ANY}: then the longest number counts */
    private Optional<Written> numberAt(int from, int length) {
        int to = from;
        while (to < pieces.size() && to < from + MOST_PIECES && belongs(from, to)) {
            to++;
        }
        for (; to > from; to--) {
            var digits = digits(from, to);
            var number = mayEndBefore(to) && (length == ANY || length == digits.length())
                    ? number(digits, from, to) : Optional.<PhoneNumber>empty();
            if (number.isPresent()) {
                return Optional.of(new Written(number.get(), from, to, digits.length()));
            }
        }
        return Optional.empty();
    }

    private Optional<PhoneNumber> number(String digits, int from, int to) {
        boolean isAlone = from == 0 && to == pieces.size();
        boolean international = pieces.get(from).international();
        return isAlone ? plan.number(digits, international) : plan.numberAmongOthers(digits, international);
    }

    private int take(Written number) {
        if (number.to < pieces.size() && !pieces.get(number.to).isWord() && pieces.get(number.to).gap().mayMakeRange()) {
            return takeRange(number);
        }
        var refusal = plan.refusal(number.number);
        if (refusal.isPresent()) {
            report(number.from, number.to, refusal.get());
        } else {
            collector.add(NumberPlan.digits(number.number), line, written(number.from, number.to));
        }
        return number.to;
    }

    /** The other end is a number written like the first, a number in any notation, or only the digits that differ. */
    private int takeRange(Written first) {
        var last = numberAt(first.to, first.length).or(() -> numberAt(first.to, ANY));
        int to = last.map(Written::to).orElseGet(() -> endOfSuffix(first.to));
        int end = to;
        while (end < pieces.size() && !pieces.get(end).isWord() && pieces.get(end).gap() != Piece.Gap.BLANK) {
            end++;
        }
        var refusal = end > to ? Optional.of(NumberFault.NOT_A_NUMBER) : plan.refusal(first.number);
        var lastDigits = last.isPresent()
                ? last.map(Written::number).filter(number -> number.getCountryCode() == first.number.getCountryCode())
                        .map(NumberPlan::digits)
                : withSuffix(first, to);
        if (refusal.isPresent() || lastDigits.isEmpty()) {
            report(first.from, end, refusal.orElse(NumberFault.RANGE_ENDS_DIFFER));
        } else {
            collector.addRange(NumberPlan.digits(first.number), lastDigits.get(), line, written(first.from, end));
        }
        return end;
    }

    private int endOfSuffix(int from) {
        int to = from + 1;
        while (to < pieces.size() && !mayBeginAt(to) && !pieces.get(to).isWord()) {
            to++;
        }
        return to;
    }

    private Optional<Long> withSuffix(Written first, int to) {
        var suffix = digits(first.to, to);
        if (pieces.get(first.to).international() || suffix.length() >= NumberPlan.nationalLength(first.number)) {
            return Optional.empty();
        }
        var start = Long.toString(NumberPlan.digits(first.number));
        return Optional.of(Long.valueOf(start.substring(0, start.length() - suffix.length()) + suffix));
    }

    private int refuse(int from) {
        int to = from + 1;
        for (int tries = 0; to < pieces.size() && !beginsAnother(from, to); to++) {
            tries += mayBeginAt(to) && !pieces.get(to).isWord() ? 1 : 0;
            if (tries > MOST_TRIES) {
                to = pieces.size() - 1;
            }
        }
        int end = to;
        report(from, end, pieces.subList(from, end).stream().filter(Piece::isWord).map(Piece::fault).findFirst()
                .orElseGet(() -> plan.fault(digits(from, end), pieces.get(from).international())));
        return end;
    }

    /** After an unknown country code, national digits are no number of their own. */
    private boolean beginsAnother(int from, int at) {
        if (!mayBeginAt(at) || pieces.get(at).isWord()) {
            return false;
        }
        boolean isStillFirst = pieces.get(from).international() && digits(from, at).length() < SHORTEST_INTERNATIONAL;
        return pieces.get(at).international() || !isStillFirst && numberAt(at, ANY).isPresent();
    }

    private void report(int from, int to, NumberFault fault) {
        collector.report(new NumberProblem(line, written(from, to), fault));
    }

    private boolean belongs(int from, int at) {
        var piece = pieces.get(at);
        return !piece.isWord() && (at == from || !piece.international() && piece.gap() != Piece.Gap.RANGE);
    }

    private boolean mayBeginAt(int at) {
        return at == 0 || pieces.get(at - 1).isWord() || pieces.get(at).international() || pieces.get(at).gap().mayPart();
    }

    private boolean mayEndBefore(int next) {
        return next == pieces.size() || pieces.get(next).isWord() || pieces.get(next).international()
                || pieces.get(next).gap() != Piece.Gap.SIGN;
    }

    private String digits(int from, int to) {
        return pieces.subList(from, to).stream().map(Piece::digits).collect(Collectors.joining());
    }

    private String written(int from, int to) {
        return text.substring(pieces.get(from).start(), pieces.get(to - 1).end());
    }
}
