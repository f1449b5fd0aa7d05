package org.portcullis.numbers;

import java.util.regex.Pattern;

/** Splits the text of a list of telephone numbers into lines and entries. */
final class NumberListReader {

    /** A comma that is no separator but a spreadsheet's decimal comma: {@code 2,0655501E+9}. */
    private static final Pattern EXPONENT = Pattern.compile(",\\d{1,20}[eE]\\+?\\d");
    /** Another decimal comma: {@code 2065550100,0}. */
    private static final Pattern DECIMALS = Pattern.compile(",0{1,2}[\"' ]*(?=[\\r\\n\\t;,]|$)");
    private static final int DIGITS_BEFORE_DECIMALS = 7;
    private static final int LONGEST_DECIMALS = 30;
    /** A parameter after a number in a telephone URI (RFC 3966), such as {@code ;ext=12}; not a part of the number. */
    private static final Pattern PARAMETER = Pattern.compile("(?i);(?:ext|isub|phone-context)=[\\w.+-]*");

    private final NumberPlan plan;
    private final NumberCollector collector;

    NumberListReader(NumberPlan plan, NumberCollector collector) {
        this.plan = plan;
        this.collector = collector;
    }

    /**
     * @param firstLine the number of the text's first line
     * @return the number of its last line
     */
    int read(String text, int firstLine) {
        int line = firstLine;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isSeparator(text, i)) {
                new NumberEntry(plan, collector, text, start, i, line).read();
                var parameter = PARAMETER.matcher(text).region(i, text.length());
                start = parameter.lookingAt() ? parameter.end() : i + 1;
                line += endsLine(text, i) ? 1 : 0;
                i = start - 1;
            }
        }
        new NumberEntry(plan, collector, text, start, text.length(), line).read();
        return line;
    }

    static boolean isSeparator(String text, int at) {
        return switch (text.charAt(at)) {
            case '\n', '\r', '\t', ';' -> true;
            case ',' -> !(at > 0 && Character.isDigit(text.charAt(at - 1)) && isDecimalPoint(text, at));
            default -> false;
        };
    }

    private static boolean isDecimalPoint(String text, int at) {
        var rest = text.substring(at, Math.min(text.length(), at + LONGEST_DECIMALS));
        return EXPONENT.matcher(rest).lookingAt() || DECIMALS.matcher(rest).lookingAt() && at >= DIGITS_BEFORE_DECIMALS
                && text.substring(at - DIGITS_BEFORE_DECIMALS, at).chars().allMatch(Character::isDigit);
    }

    private static boolean endsLine(String text, int at) {
        return switch (text.charAt(at)) {
            case '\n' -> true;
            case '\r' -> at + 1 == text.length() || text.charAt(at + 1) != '\n';
            default -> false;
        };
    }
}
