package org.portcullis.numbers;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The entries of a list that were refused, one per line, for a field in which they are corrected.
 *
 * @param cut whether there were more entries than are kept
 */
public record DraftText(String text, boolean cut) {

    /** A longer text is slow to edit and to load. */
    public static final int LONGEST = 20_000;

    private static final String SEPARATORS = "\r\n\t,;";
    /** Faults of a whole file, which can't be corrected in a text field. */
    private static final Set<NumberFault> OF_FILES = EnumSet.of(NumberFault.NO_COLUMN, NumberFault.HEADER_ONLY,
            NumberFault.EMPTY_FILE,
            NumberFault.NOT_CSV);

    /** @param refused valid numbers of the list that were refused for another reason, in E.164 */
    public static DraftText of(NumberList list, Collection<String> refused) {
        var kept = new StringBuilder();
        // The end of an overlong file is unknown.
        boolean isCut = list.unlisted() > 0 || list.problems().stream()
                .anyMatch(problem -> problem.fault() == NumberFault.TOO_MUCH_TEXT
                        && problem.source() == NumberSource.FILE);
        for (String each : Stream
                .concat(written(list), NumberRanges.compact(refused).stream().map(NumberRange::getText)).distinct()
                .toList()) {
            var part = each.length() < LONGEST - kept.length() ? each : beginning(each, LONGEST - kept.length() - 1);
            isCut |= part.length() < each.length();
            kept.append(part).append(part.isEmpty() ? "" : "\n");
        }
        return new DraftText(kept.toString().strip(), isCut);
    }

    /** @return whether the list came from a file that could not be used at all */
    public static boolean isUnusable(NumberList list) {
        return list.problems().stream().anyMatch(problem -> OF_FILES.contains(problem.fault()));
    }

    private static Stream<String> written(NumberList list) {
        return list.problems().stream()
                .filter(problem -> problem.fault() != NumberFault.DUPLICATE && !OF_FILES.contains(problem.fault()))
                .map(NumberProblem::written).filter(text -> !text.isBlank());
    }

    /** @return as many complete entries as fit */
    private static String beginning(String text, int room) {
        int end = Math.max(room, 0);
        while (end > 0 && SEPARATORS.indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        return text.substring(0, end).strip();
    }
}
