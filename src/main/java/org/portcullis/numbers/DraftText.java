package org.portcullis.numbers;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a list could not be taken, each on a line of its own, for a field in which it is corrected.
 *
 * @param cut whether there was more of that than is kept
 */
public record DraftText(String text, boolean cut) {

    /** A field with more is slow to edit, and its page to load. */
    public static final int LONGEST = 20_000;

    private static final String SEPARATORS = "\r\n\t,;";
    /** Faults of a file, of which there is nothing to correct in a field. */
    private static final Set<NumberFault> OF_FILES = EnumSet.of(NumberFault.NO_COLUMN, NumberFault.HEADER_ONLY,
            NumberFault.EMPTY_FILE,
            NumberFault.NOT_CSV);

    /** @param refused good numbers of the list that could not be taken all the same, in E.164 */
    public static DraftText of(NumberList list, Collection<String> refused) {
        var kept = new StringBuilder();
        // Of a file that is too long, its end is not known.
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

    /** @return as many whole entries as there is room for */
    private static String beginning(String text, int room) {
        int end = Math.max(room, 0);
        while (end > 0 && SEPARATORS.indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        return text.substring(0, end).strip();
    }
}
