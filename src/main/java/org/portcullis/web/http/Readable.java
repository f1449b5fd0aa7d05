package org.portcullis.web.http;

/** Whether text that a person typed can be shown to others as what it is. */
public final class Readable {

    private static final int REPLACEMENT = 0xfffd;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private Readable() {
    }

    /** @return whether it holds a letter or a digit, and nothing that can't be seen */
    public static boolean is(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit)
                && text.strip().codePoints().noneMatch(Readable::isInvisible);
    }

    /** @return the text with a sign of its own in place of what can't be seen, and of what some databases can't keep */
    public static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints().map(c -> isInvisible(c) || Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** Control characters, and marks that hide a name or turn it round; two of them belong to the writing of some languages. */
    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
    }
}
