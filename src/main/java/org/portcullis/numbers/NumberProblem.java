package org.portcullis.numbers;

/**
 * A refused entry of a list of telephone numbers.
 *
 * @param line of the entry, from 1
 * @param text as written, at most {@value #LONGEST_TEXT} characters and an ellipsis, without control characters; column
 * names may be longer
 * @param firstLine for a duplicate, the line of the first occurrence; otherwise null
 * @param count how many numbers are affected
 * @param source null if the list has only one source
 * @param written the complete, unmodified text, for correcting the entry only; it must not be shown elsewhere
 */
public record NumberProblem(int line, String text, NumberFault fault, Integer firstLine, int count, NumberSource source,
        String written) {

    public static final int LONGEST_TEXT = 40;

    private static final int LONGEST_NAMES = 300;
    private static final char NEUTRAL = '\ufffd';

    public NumberProblem {
        text = shown(text, fault == NumberFault.NO_COLUMN ? LONGEST_NAMES : LONGEST_TEXT);
    }

    public NumberProblem(int line, String written, NumberFault fault, Integer firstLine, int count) {
        this(line, written, fault, firstLine, count, null, written);
    }

    NumberProblem(int line, String written, NumberFault fault) {
        this(line, written, fault, null, 1);
    }

    NumberProblem from(NumberSource known) {
        return new NumberProblem(line, text, fault, firstLine, count, known, written);
    }

    /**
     * Removes control and formatting characters, which could affect how a page, a terminal or a log displays the
     * surrounding text.
     */
    static String shown(String text, int longest) {
        var shown = new StringBuilder();
        int end = Math.min(text.length(), longest);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                int whole = text.codePointAt(i++);
                shown.appendCodePoint(isHarmless(Character.getType(whole)) ? whole : NEUTRAL);
            } else {
                shown.append(isHarmless(Character.getType(c)) ? c : NEUTRAL);
            }
        }
        return end < text.length() ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isHarmless(int type) {
        return switch (type) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
                false;
            default -> true;
        };
    }
}
