package org.portcullis.document;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which text the portal's PDFs can show, and the form of Arabic letters in it. */
public final class Lettering {

    static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    static final int ZERO_WIDTH_JOINER = 0x200d;

    private static final ArabicShaping SHAPING = new ArabicShaping(ArabicShaping.LETTERS_SHAPE);
    /** Beh: any letter after it is joined to it. */
    private static final String DUAL_JOINING_LETTER = "\u0628";
    /** Arabic vowel marks as characters of their own, which {@link ArabicShaping} puts in place of the combining ones. */
    private static final int FIRST_SPACING_MARK = 0xfe70;
    private static final int LAST_SPACING_MARK = 0xfe7f;

    private Lettering() {
    }

    /** @return the characters that no font of the portal's PDFs can draw as they are to be read, each once; else an empty text */
    public static String missing(Collection<String> texts) {
        var missing = new StringBuilder();
        texts.stream().filter(Objects::nonNull).flatMapToInt(text -> settable(text).codePoints()).distinct()
                .filter(codePoint -> !isDrawable(codePoint)).forEach(missing::appendCodePoint);
        return missing.toString();
    }

    /** @return the characters with their code points, to be shown: {@code 🚀 (U+1F680)} */
    public static String named(String characters) {
        return characters.codePoints()
                .mapToObj(sign -> Character.getType(sign) == Character.SURROGATE ? "U+%04X".formatted(sign)
                        : "%s\u00a0(U+%04X)".formatted(Character.toString(sign), sign))
                .collect(Collectors.joining(", "));
    }

    /** @return the text with nothing in it that is no character to draw: no line ends, no invisible marks */
    static String settable(String text) {
        var result = new StringBuilder(text.length());
        Normalizer.normalize(text, Form.NFC).codePoints().map(Lettering::simplified).filter(sign -> sign != 0)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    /** @return a plain space for line ends, U+00A0 for every other no-break space, 0 for what is invisible anyway */
    private static int simplified(int sign) {
        if (sign == '\u202f' || sign == '\u2007' || sign == '\u00a0') {
            return '\u00a0';
        }
        if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
            return ' ';
        }
        if (isJoiner(sign)) {
            return sign;
        }
        var type = Character.getType(sign);
        return type == Character.CONTROL || UCharacter.hasBinaryProperty(sign, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || type == Character.FORMAT ? 0 : sign;
    }

    /** @return whether it only says how the letters beside it are joined */
    static boolean isJoiner(int sign) {
        return sign == ZERO_WIDTH_NON_JOINER || sign == ZERO_WIDTH_JOINER;
    }

    private static boolean isDrawable(int codePoint) {
        return isJoiner(codePoint) || Face.of(codePoint).isPresent() && (!isJoining(codePoint) || isShaped(codePoint));
    }

    private static boolean isJoining(int codePoint) {
        var type = UCharacter.getIntPropertyValue(codePoint, UProperty.JOINING_TYPE);
        return type == UCharacter.JoiningType.DUAL_JOINING || type == UCharacter.JoiningType.RIGHT_JOINING;
    }

    /** Letters of some languages have no forms of their own in Unicode: they would stand unjoined. */
    private static boolean isShaped(int codePoint) {
        var letter = Character.toString(codePoint);
        return !shaped(DUAL_JOINING_LETTER + letter).endsWith(letter);
    }

    /** @return the text in the same order, each Arabic letter in the form that it has beside its neighbours */
    static String shaped(String logical) {
        try {
            var result = new StringBuilder(logical.length());
            SHAPING.shape(logical).codePoints().map(Lettering::combining).forEach(result::appendCodePoint);
            return result.toString();
        } catch (ArabicShapingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int combining(int shaped) {
        if (shaped < FIRST_SPACING_MARK || shaped > LAST_SPACING_MARK) {
            return shaped;
        }
        var parts = Normalizer.normalize(Character.toString(shaped), Form.NFKC);
        return parts.codePointBefore(parts.length());
    }
}
