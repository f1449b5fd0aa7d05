package org.portcullis.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Many telephone numbers, written as few ranges. */
public final class NumberRanges {

    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();

    private static final String SEPARATOR = ", ";

    /** A single digit after a dash is not read as the end of a range. */
    private static final int SHORTEST_SUFFIX = 2;
    private static final int HIDDEN_DIGITS = 4;
    /** How many numbers differ in the masked digits only. */
    private static final long HIDDEN = 10_000;

    private NumberRanges() {
    }

    /**
     * @param numbers in E.164, in any order
     * @return the same numbers without duplicates, sorted, in as few ranges as possible
     */
    public static List<NumberRange> compact(Collection<String> numbers) {
        var sorted = numbers.stream().mapToLong(number -> Long.parseLong(number.substring(1))).sorted().distinct()
                .toArray();
        var ranges = new ArrayList<NumberRange>();
        int first = 0;
        for (int next = 1; next <= sorted.length; next++) {
            if (next == sorted.length || sorted[next] != sorted[next - 1] + 1) {
                ranges.add(new NumberRange("+" + sorted[first], "+" + sorted[next - 1], next - first));
                first = next;
            }
        }
        return ranges;
    }

    /** @return the numbers as one line of ranges, from which {@link NumberList} reads the same numbers */
    public static String text(Collection<String> numbers) {
        return compact(numbers).stream().map(NumberRanges::text).collect(Collectors.joining(SEPARATOR));
    }

    /** @return the numbers in E.164, read from a line that {@link #text} wrote */
    public static List<String> read(String text) {
        return text.isEmpty() ? List.of()
                : Arrays.stream(text.split(SEPARATOR)).flatMap(NumberRanges::readOne).toList();
    }

    private static Stream<String> readOne(String range) {
        var ends = range.split("–");
        var first = digits(ends[0]);
        var end = digits(ends[ends.length - 1]);
        // The common prefix of both ends may be written in the first one only.
        var last = first.substring(0, first.length() - Math.min(first.length(), end.length())) + end;
        return LongStream.rangeClosed(Long.parseLong(first), Long.parseLong(last)).mapToObj(number -> "+" + number);
    }

    private static String digits(String text) {
        return text.chars().filter(Character::isDigit).mapToObj(Character::toString).collect(Collectors.joining());
    }

    /**
     * @return the ranges without their last four digits, for a reader who may not know the numbers:
     * {@code +1 206-555-••••}, with the count of numbers of each
     */
    public static Map<String, Integer> masked(Collection<NumberRange> ranges) {
        var masked = new LinkedHashMap<String, Integer>();
        for (NumberRange range : ranges) {
            long first = Long.parseLong(range.first().substring(1));
            long end = first + range.count();
            while (first < end) {
                long next = Math.min(end, (first / HIDDEN + 1) * HIDDEN);
                masked.merge(masked("+" + first), (int) (next - first), Integer::sum);
                first = next;
            }
        }
        return masked;
    }

    private static String masked(String e164) {
        var shown = new StringBuilder(international(e164));
        int hidden = 0;
        for (int i = shown.length() - 1; hidden < HIDDEN_DIGITS; i--) {
            if (Character.isDigit(shown.charAt(i))) {
                shown.setCharAt(i, '•');
                hidden++;
            }
        }
        return shown.toString();
    }

    static String text(NumberRange range) {
        var first = international(range.first());
        if (range.count() == 1) {
            return first;
        }
        var last = international(range.last());
        int lastGroup = Math.max(last.lastIndexOf(' '), last.lastIndexOf('-')) + 1;
        return first.regionMatches(0, last, 0, lastGroup) && first.length() == last.length()
                && last.length() - lastGroup >= SHORTEST_SUFFIX
                        ? first + "–" + last.substring(lastGroup)
                        : first + " – " + last;
    }

    private static String international(String e164) {
        try {
            return PHONE_NUMBERS.format(PHONE_NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            // Not a valid number of any country, but requested nevertheless.
            return e164;
        }
    }
}
