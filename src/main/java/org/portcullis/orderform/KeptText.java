package org.portcullis.orderform;

import java.util.HashSet;
import java.util.stream.Stream;
import org.portcullis.numbers.NumberFault;
import org.portcullis.numbers.NumberProblem;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.numbers.NumberSource;

/**
 * Of what was typed, what is kept for who corrects it: all of it or, of a very long text, what could not be taken.
 *
 * @param cut whether there was more of that than is kept
 */
record KeptText(String text, boolean cut) {

    /** A field with more is slow to edit, and its page to load. */
    static final int LONGEST = 20_000;

    private static final String SEPARATORS = "\r\n\t,;";

    /** @param addition what became of it, and of a file that came with it, of which nothing is kept */
    static KeptText of(String typed, Addition addition) {
        if (!addition.isIncomplete()) {
            return new KeptText("", false);
        }
        if (typed.length() <= LONGEST) {
            return new KeptText(typed, false);
        }
        var kept = new StringBuilder();
        boolean isCut = addition.list().unlisted() > 0;
        for (String each : Stream.concat(written(addition), refused(addition)).toList()) {
            var part = each.length() < LONGEST - kept.length() ? each : beginning(each, LONGEST - kept.length() - 1);
            isCut |= part.length() < each.length();
            kept.append(part).append(part.isEmpty() ? "" : "\n");
        }
        return new KeptText(kept.toString().strip(), isCut);
    }

    private static Stream<String> written(Addition addition) {
        return addition.list().problems().stream()
                .filter(problem -> problem.fault() != NumberFault.DUPLICATE && problem.source() != NumberSource.FILE)
                .map(NumberProblem::written).filter(text -> !text.isBlank());
    }

    private static Stream<String> refused(Addition addition) {
        var list = addition.list();
        var fromFile = new HashSet<String>();
        for (int i = 0; i < list.numbers().size(); i++) {
            if (list.places().get(i).source() == NumberSource.FILE) {
                fromFile.add(list.numbers().get(i));
            }
        }
        return NumberRanges.compact(addition.refused().stream().filter(number -> !fromFile.contains(number)).toList()).stream()
                .map(NumberRange::getText);
    }

    /** @return as many whole entries as there is room for */
    private static String beginning(String text, int room) {
        int end = Math.max(room, 0);
        while (end > 0 && SEPARATORS.indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        return text.substring(0, end).strip();
    }
}
