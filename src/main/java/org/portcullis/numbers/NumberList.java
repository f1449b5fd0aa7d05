package org.portcullis.numbers;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list of telephone numbers, read from typed or pasted text or from a file: the valid numbers, and the problems of
 * the other entries. Separators are commas, semicolons, blanks, tabs and line ends; numbers may have any usual
 * notation; a range is two numbers, or a number and its last digits, with a dash, {@code ..} or a word between them.
 *
 * @param numbers in E.164, in the order of the text, without duplicates
 * @param problems in the order of the text, at most {@value #LISTED_PROBLEMS}, and the problem that says where reading
 * ended
 * @param unlisted how many more problems there are
 * @param places of the numbers, in the same order
 * @param notices on accepted entries that should be checked, in the order of the text
 */
public record NumberList(List<String> numbers, List<NumberProblem> problems, int unlisted, List<NumberPlace> places,
        List<NumberNotice> notices) {

    /** The maximum number of telephone numbers of a port order. */
    public static final int MAXIMUM = 20_000;
    /** The maximum number of characters that are read of a text or of a column. */
    public static final int MOST_TEXT = 500_000;
    /** The maximum number of characters that are read of a CSV file with all its columns. */
    public static final int MOST_CSV = 10_000_000;
    public static final int LISTED_PROBLEMS = 20_000;

    /**
     * @param country of the organization, ISO 3166-1 alpha-2: determines how numbers without a country code are read,
     * and which are accepted
     */
    public static NumberList read(String text, String country) {
        return read(text, country, MAXIMUM);
    }

    /** @param maximum how many numbers are accepted at most */
    public static NumberList read(String text, String country, int maximum) {
        return read(text, country, maximum, NumberScope.PORTABLE);
    }

    /** @param scope which numbers are accepted */
    public static NumberList read(String text, String country, int maximum, NumberScope scope) {
        var plan = new NumberPlan(country, scope);
        var collector = new NumberCollector(plan, maximum);
        int end = end(text);
        int line = new NumberListReader(plan, collector).read(text.substring(0, end), 1);
        if (end < text.length()) {
            collector.reportAlways(new NumberProblem(line, text.substring(end).strip(), NumberFault.TOO_MUCH_TEXT));
        }
        return collector.list();
    }

    /** @throws IOException when the file can't be read; a file that is not CSV is reported as a problem of the list */
    public static NumberList readCsv(InputStream file, String country) throws IOException {
        var plan = new NumberPlan(country, NumberScope.PORTABLE);
        var collector = new NumberCollector(plan, MAXIMUM);
        var column = NumberColumn.open(file, MOST_CSV, country);
        if (column.problem() != null) {
            collector.reportAlways(column.problem());
        } else {
            column.otherColumn().ifPresent(collector::note);
            read(column, new NumberListReader(plan, collector), collector);
        }
        return collector.list();
    }

    /**
     * Merges typed numbers with those of a file. A number that is in both is accepted once, and reported as a duplicate
     * in the file that refers to the line of the text.
     */
    public static NumberList together(NumberList typed, NumberList file) {
        var places = new LinkedHashMap<String, NumberPlace>();
        var problems = new ArrayList<NumberProblem>();
        var repeated = new LinkedHashMap<List<Integer>, List<String>>();
        typed.problems.forEach(problem -> problems.add(problem.from(NumberSource.TEXT)));
        file.problems.forEach(problem -> problems.add(problem.from(NumberSource.FILE)));
        for (int i = 0; i < typed.numbers.size(); i++) {
            places.put(typed.numbers.get(i), new NumberPlace(NumberSource.TEXT, typed.places.get(i).line()));
        }
        for (int i = 0; i < file.numbers.size(); i++) {
            int line = file.places.get(i).line();
            var first = places.putIfAbsent(file.numbers.get(i), new NumberPlace(NumberSource.FILE, line));
            if (first != null) {
                repeated.computeIfAbsent(List.of(line, first.line()), lines -> new ArrayList<>())
                        .add(file.numbers.get(i));
            }
        }
        repeated.forEach((lines, numbers) -> problems
                .add(new NumberProblem(lines.get(0), NumberRanges.text(numbers), NumberFault.DUPLICATE,
                        lines.get(1), numbers.size()).from(NumberSource.FILE)));
        var notices = Stream.concat(typed.notices.stream().map(notice -> notice.from(NumberSource.TEXT)),
                file.notices.stream().map(notice -> notice.from(NumberSource.FILE))).toList();
        return new NumberList(List.copyOf(places.keySet()), List.copyOf(problems), typed.unlisted + file.unlisted,
                List.copyOf(places.values()), notices);
    }

    /** @return the list without the notices of numbers that were refused later */
    public NumberList withoutNoticesOf(Collection<String> refused) {
        return new NumberList(numbers, problems, unlisted, places,
                notices.stream().filter(notice -> notice.number() == null || !refused.contains(notice.number()))
                        .toList());
    }

    private static void read(NumberColumn column, NumberListReader reader, NumberCollector collector) {
        int left = MOST_TEXT;
        int line = 1;
        while (column.hasNext()) {
            var row = column.next();
            line = row.line();
            left -= row.text().length();
            if (left < 0) {
                collector.reportAlways(new NumberProblem(line, row.text().strip(), NumberFault.TOO_MUCH_TEXT));
                return;
            }
            if (row.fault() == null) {
                reader.read(row.text(), line);
            } else {
                collector.report(new NumberProblem(line, row.text().strip(), row.fault(), null, 1, null,
                        inOnePiece(row.text())));
            }
        }
        if (column.isCut()) {
            collector.reportAlways(new NumberProblem(line, "", NumberFault.TOO_MUCH_TEXT));
        }
    }

    /** Joins a broken row for a text field, so that none of its columns is read as a number before it is corrected. */
    private static String inOnePiece(String row) {
        return row.replace("\"", "").strip().replaceAll("\\s*[,;\\t|]\\s*", "|").replaceAll("\\s+", "_");
    }

    /** Where reading stops: never within an entry, the beginning of which could be taken for another number. */
    private static int end(String text) {
        int end = text.length();
        if (end > MOST_TEXT) {
            end = MOST_TEXT;
            while (end > 0 && !NumberListReader.isSeparator(text, end - 1)) {
                end--;
            }
        }
        return end;
    }
}
