package org.portcullis.numbers;

/**
 * One thing in a list of telephone numbers that could not be taken.
 *
 * @param line where it stands, from 1
 * @param text what was written, at most {@value #LONGEST_TEXT} characters and an ellipsis, without control characters
 * @param firstLine of a duplicate, the line of the first one; otherwise null
 * @param count how many numbers it is about
 */
public record NumberProblem(int line, String text, NumberFault fault, Integer firstLine, int count) {

    public static final int LONGEST_TEXT = 40;

    private static final char NEUTRAL = '\ufffd';

    public NumberProblem {
        text = shown(text);
    }

    NumberProblem(int line, String text, NumberFault fault) {
        this(line, text, fault, null, 1);
    }

    /** Control and formatting characters could change how a page, a terminal or a log shows what stands around them. */
    private static String shown(String text) {
        var shown = new StringBuilder();
        int end = Math.min(text.length(), LONGEST_TEXT);
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
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
