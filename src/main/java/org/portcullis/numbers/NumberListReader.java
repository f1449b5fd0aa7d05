package org.portcullis.numbers;

import java.util.regex.Pattern;

/** Takes the text of a list of telephone numbers apart into lines and entries. */
final class NumberListReader {

    /** A comma that separates nothing: the decimal one of a spreadsheet, {@code 2,0655501E+9}. */
    private static final Pattern DECIMALS = Pattern.compile(",\\d{1,20}[eE]\\+?\\d");

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
                start = i + 1;
                line += endsLine(text, i) ? 1 : 0;
            }
        }
        new NumberEntry(plan, collector, text, start, text.length(), line).read();
        return line;
    }

    static boolean isSeparator(String text, int at) {
        return switch (text.charAt(at)) {
            case '\n', '\r', '\t', ';' -> true;
            case ',' -> !(at > 0 && Character.isDigit(text.charAt(at - 1))
                    && DECIMALS.matcher(text).region(at, text.length()).lookingAt());
            default -> false;
        };
    }

    private static boolean endsLine(String text, int at) {
        return switch (text.charAt(at)) {
            case '\n' -> true;
            case '\r' -> at + 1 == text.length() || text.charAt(at + 1) != '\n';
            default -> false;
        };
    }
}
