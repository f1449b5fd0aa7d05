package org.portcullis.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Many telephone numbers, told in few ranges. */
public final class NumberRanges {

    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();

    private NumberRanges() {
    }

    /**
     * @param numbers in E.164, in any order
     * @return the same numbers without duplicates, sorted, as few ranges as can be
     */
    public static List<NumberRange> compact(Collection<String> numbers) {
        var sorted = numbers.stream().mapToLong(number -> Long.parseLong(number.substring(1))).sorted().distinct().toArray();
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

    /** @return the numbers as one line of ranges; {@link NumberList} reads the same numbers from it */
    public static String text(Collection<String> numbers) {
        return compact(numbers).stream().map(NumberRanges::text).collect(Collectors.joining(", "));
    }

    static String text(NumberRange range) {
        var first = international(range.first());
        if (range.count() == 1) {
            return first;
        }
        var last = international(range.last());
        int lastGroup = Math.max(last.lastIndexOf(' '), last.lastIndexOf('-')) + 1;
        return first.regionMatches(0, last, 0, lastGroup) && first.length() == last.length()
                ? first + "–" + last.substring(lastGroup) : first + " – " + last;
    }

    private static String international(String e164) {
        try {
            return PHONE_NUMBERS.format(PHONE_NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("not in E.164", e);
        }
    }
}
