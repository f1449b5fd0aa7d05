package org.portcullis.web;

/** Whether text that a person typed can be shown to others as what it is. */
public final class Readable {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private Readable() {
    }

    /** @return whether it holds a letter or a digit, and nothing that can't be seen */
    public static boolean is(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit) && text.strip().codePoints().noneMatch(Readable::isInvisible);
    }

    /** Control characters, and marks that hide a name or turn it round; two of them belong to the writing of some languages. */
    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
    }
}
