package org.portcullis.pdf;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer.Form;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which text the portal's PDFs can show. */
public final class Lettering {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    /** What they say is on which side of a letter they stand; marks are set in its middle. */
    private static final Set<Integer> SHIN_DOTS = Set.of(0x5c1, 0x5c2);

    private Lettering() {
    }

    /** @return the characters that no font of the portal's PDFs can draw as they are to be read, each once; else an empty text */
    public static String missing(Collection<String> texts) {
        var missing = new StringBuilder();
        texts.stream().filter(Objects::nonNull).map(Lettering::settable)
                .flatMapToInt(text -> IntStream.concat(text.codePoints().filter(codePoint -> !isDrawable(codePoint)),
                        ArabicForms.missing(text).codePoints()))
                .distinct().forEach(missing::appendCodePoint);
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
        return isJoiner(codePoint) || Face.of(codePoint).isPresent() && !SHIN_DOTS.contains(codePoint);
    }
}
