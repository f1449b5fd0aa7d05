package org.portcullis.web.http;

/** Whether text that a person typed is displayed to others as it is, without invisible or reordering characters. */
public final class Readable {

    private static final int REPLACEMENT = 0xfffd;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private Readable() {
    }

    /** @return whether it contains a letter or a digit, and no invisible character */
    public static boolean is(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit)
                && text.strip().codePoints().noneMatch(Readable::isInvisible);
    }

    /**
     * @return the text with a visible sign in place of invisible characters and of those that some databases can't
     * store
     */
    public static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints().map(c -> isInvisible(c) || Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /**
     * Control and format characters that hide or reorder text; two of them are part of the writing of some languages.
     */
    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
    }
}
