package org.portcullis.pdf;

import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer.Form;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The form that each Arabic letter has beside its neighbours, as one of Unicode's presentation forms. Those of Persian, Urdu
 * and others are known too, which {@code com.ibm.icu.text.ArabicShaping} leaves unjoined.
 */
final class ArabicForms {

    private static final int LAM = 0x644;
    /** The ligatures of lam with these, each as it stands alone and as it ends a word, begin at U+FEF5 in this order. */
    private static final List<Integer> ALEFS = List.of(0x622, 0x623, 0x625, 0x627);
    private static final int FIRST_LIGATURE = 0xfef5;

    private static final Set<Integer> JOINS_NEXT = Set.of(JoiningType.DUAL_JOINING, JoiningType.LEFT_JOINING,
            JoiningType.JOIN_CAUSING);
    private static final Set<Integer> JOINS_PREVIOUS = Set.of(JoiningType.DUAL_JOINING, JoiningType.RIGHT_JOINING,
            JoiningType.JOIN_CAUSING);

    /** Of each letter: isolated, final, initial, medial; those that join on one side only have two. */
    private static final Map<Integer, List<Integer>> FORMS = forms();

    private ArabicForms() {
    }

    /** Unicode lists the forms of each letter in one order; the initial and medial ones of U+0649 stand in the other block. */
    private static Map<Integer, List<Integer>> forms() {
        var forms = new HashMap<Integer, List<Integer>>();
        IntStream.concat(IntStream.rangeClosed(0xfe80, 0xfef4), IntStream.rangeClosed(0xfb50, 0xfbff)).forEach(form -> {
            var letter = Normalizer.normalize(Character.toString(form), Form.NFKC).codePoints().toArray();
            if (letter.length == 1 && letter[0] != form) {
                forms.computeIfAbsent(letter[0], key -> new ArrayList<>()).add(form);
            }
        });
        return forms;
    }

    /** @return the text in the same order, with the forms of its Arabic letters in place of these */
    static String in(String text) {
        var result = new StringBuilder(text.length());
        join(text, result, new StringBuilder());
        return result.toString();
    }

    /** @return the letters that Unicode has no form for which they need where they stand: they would be drawn unjoined */
    static String missing(String text) {
        var missing = new StringBuilder();
        join(text, new StringBuilder(), missing);
        return missing.toString();
    }

    private static void join(String text, StringBuilder result, StringBuilder missing) {
        var signs = text.codePoints().toArray();
        for (int i = 0; i < signs.length; i++) {
            var before = joins(neighbour(signs, i, -1), JOINS_NEXT) && joins(type(signs[i]), JOINS_PREVIOUS);
            int next = next(signs, i);
            if (signs[i] == LAM && next < signs.length && ALEFS.contains(signs[next])) {
                result.appendCodePoint(FIRST_LIGATURE + 2 * ALEFS.indexOf(signs[next]) + (before ? 1 : 0));
                for (int mark = i + 1; mark < next; mark++) {
                    result.appendCodePoint(signs[mark]);
                }
                i = next;
                continue;
            }
            var after = joins(neighbour(signs, i, 1), JOINS_PREVIOUS) && joins(type(signs[i]), JOINS_NEXT);
            var index = (before ? 1 : 0) + (after ? 2 : 0);
            var forms = FORMS.getOrDefault(signs[i], List.of());
            result.appendCodePoint(index < forms.size() ? forms.get(index) : signs[i]);
            if (index >= forms.size() && (before || after) && type(signs[i]) != JoiningType.JOIN_CAUSING) {
                missing.appendCodePoint(signs[i]);
            }
        }
    }

    private static boolean joins(int type, Set<Integer> types) {
        return types.contains(type);
    }

    private static int next(int[] signs, int from) {
        int next = from + 1;
        while (next < signs.length && type(signs[next]) == JoiningType.TRANSPARENT) {
            next++;
        }
        return next;
    }

    /** @return how the next character in that direction joins, leaving out marks */
    private static int neighbour(int[] signs, int from, int step) {
        int index = from + step;
        while (index >= 0 && index < signs.length && type(signs[index]) == JoiningType.TRANSPARENT) {
            index += step;
        }
        return index >= 0 && index < signs.length ? type(signs[index]) : JoiningType.NON_JOINING;
    }

    private static int type(int sign) {
        return UCharacter.getIntPropertyValue(sign, UProperty.JOINING_TYPE);
    }
}
