package org.portcullis.numbers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portcullis.numbers.TextLines.Line;

/**
 * The line of a CSV file that names its columns, one of which contains telephone numbers.
 *
 * @param last number of the header's last line
 * @param cells number of columns
 * @param column index of the number column, from 0
 * @param name of the number column
 * @param others names of other columns that may contain numbers
 */
record NumberHeader(int first, int last, char separator, int cells, int column, String name, List<String> others) {

    private static final String SEPARATORS = ",;\t|";
    /** {@code sep=;}, in the first line of files from some spreadsheets. */
    private static final Pattern SEPARATOR_HINT = Pattern.compile("(?i)\\s*\"?\\s*sep=(.?).*");
    /** The most lines of a header: spreadsheets break long names. */
    private static final int MOST_LINES = 5;
    /** Normalized: without case, accents, blanks and punctuation; the most specific first. */
    private static final List<String> NAMES = List.of("phonenumber", "telephonenumber", "didnumber", "tn", "did",
            "lineuri", "e164", "e164number",
            "numeroe164", "msisdn", "numerodetelephone", "numerotelephone", "notelephone", "nodetelephone",
            "ndetelephone", "ntelephone",
            "numerosdetelephone", "numerosda", "sda", "phone", "telephone", "phoneno", "telno", "tel", "number",
            "numero");

    /**
     * @param lines the first lines of a file
     * @return the line with the most columns among those that name a number column
     */
    static Optional<NumberHeader> find(List<Line> lines) {
        NumberHeader best = null;
        var hint = hint(lines);
        for (int i = hint.isPresent() ? skipped(lines) : 0; i < lines.size(); i++) {
            for (char separator : hint.map(String::valueOf).orElse(SEPARATORS).toCharArray()) {
                var header = at(lines, i, separator);
                if (header != null && (best == null || header.cells > best.cells)) {
                    best = header;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** @return the presumed column names if no number column is found: the cells of the first line that is not blank */
    static List<String> columns(List<Line> lines) {
        List<String> most = List.of();
        for (Line line : lines.subList(skipped(lines), lines.size())) {
            if (!line.text().isBlank()) {
                for (char separator : SEPARATORS.toCharArray()) {
                    var cells = CsvRow.of(line.text(), separator).cells();
                    most = cells.size() > most.size() ? cells : most;
                }
                break;
            }
        }
        return most.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /** @return how many lines precede the first possible header or row */
    static int skipped(List<Line> lines) {
        int first = 0;
        while (first < lines.size() && lines.get(first).text().isBlank()) {
            first++;
        }
        return first < lines.size() && SEPARATOR_HINT.matcher(lines.get(first).text()).matches() ? first + 1 : first;
    }

    private static Optional<Character> hint(List<Line> lines) {
        int skipped = skipped(lines);
        if (skipped == 0) {
            return Optional.empty();
        }
        var matcher = SEPARATOR_HINT.matcher(lines.get(skipped - 1).text());
        return matcher.matches() && !matcher.group(1).isEmpty() && SEPARATORS.contains(matcher.group(1))
                ? Optional.of(matcher.group(1).charAt(0))
                : Optional.empty();
    }

    private static NumberHeader at(List<Line> lines, int index, char separator) {
        var text = new StringBuilder();
        for (int last = index; last < Math.min(lines.size(), index + MOST_LINES); last++) {
            text.append(last == index ? "" : "\n").append(lines.get(last).text());
            var row = CsvRow.of(text.toString(), separator);
            if (row.openAt() == CsvRow.NONE) {
                return of(row.cells(), lines.get(index).number(), lines.get(last).number(), separator);
            }
        }
        return null;
    }

    private static NumberHeader of(List<String> cells, int first, int last, char separator) {
        var folded = cells.stream().map(NumberHeader::folded).toList();
        var matching = new ArrayList<Integer>();
        for (String name : NAMES) {
            for (int i = 0; i < folded.size(); i++) {
                if (!matching.contains(i) && (folded.get(i).equals(name) || folded.get(i).equals(name + "s"))) {
                    matching.add(i);
                }
            }
        }
        return matching.isEmpty() ? null
                : new NumberHeader(first, last, separator, cells.size(), matching.get(0),
                        cells.get(matching.get(0)).strip(),
                        matching.stream().skip(1).map(i -> cells.get(i).strip()).toList());
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
