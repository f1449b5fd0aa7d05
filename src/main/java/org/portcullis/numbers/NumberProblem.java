package org.portcullis.numbers;

/**
 * One thing in a list of telephone numbers that could not be taken.
 *
 * @param line where it stands, from 1
 * @param text what was written, at most {@value #LONGEST_TEXT} characters and an ellipsis, without control characters; the
 *             names of columns may be longer
 * @param firstLine of a duplicate, the line of the first one; otherwise null
 * @param count how many numbers it is about
 * @param source where the line is to be found; null where the list has only one source
 * @param written the whole of what was written, as it is: for who has to correct it, and never to be shown elsewhere
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

    /** Control and formatting characters could change how a page, a terminal or a log shows what stands around them. */
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
