package org.portcullis.numbers;

import java.util.List;
import java.util.Optional;
import org.portcullis.numbers.TextLines.Line;

/** A file that contains only telephone numbers, and at most a title. */
final class HeaderlessNumbers {

    private static final int SHORTEST_NUMBER = 7;
    /** A title may contain a year. */
    private static final int MOST_DIGITS_OF_TITLE = 4;
    private static final int MOST_NUMBERS = 10_000;

    private HeaderlessNumbers() {
    }

    /** @return a header without a name, if at least half of the lines are a number and nothing else */
    static Optional<NumberHeader> find(List<Line> lines, String country) {
        int first = NumberHeader.skipped(lines);
        while (first < lines.size() && isTitle(lines.get(first).text())) {
            first++;
        }
        var rows = lines.subList(first, lines.size()).stream().map(Line::text).filter(text -> !text.isBlank()).toList();
        long numbers = rows.stream().filter(text -> isNumbers(text, country)).count();
        return numbers == 0 || numbers * 2 < rows.size() ? Optional.empty()
                : Optional.of(new NumberHeader(lines.get(first).number(), lines.get(first).number() - 1, ',', 1, 0,
                        null, List.of()));
    }

    private static boolean isTitle(String text) {
        return text.isBlank() || text.chars().anyMatch(Character::isLetter) && digits(text) <= MOST_DIGITS_OF_TITLE;
    }

    private static boolean isNumbers(String text, String country) {
        if (digits(text) < SHORTEST_NUMBER) {
            return false;
        }
        var list = NumberList.read(text, country, MOST_NUMBERS, NumberScope.ANY);
        return !list.numbers().isEmpty() && list.problems().isEmpty();
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }
}
