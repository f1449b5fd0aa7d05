package org.portcullis.numbers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The refused entries of a list of numbers, with their lines, grouped into few rows.
 *
 * @param rows the first ones, with the text as written
 * @param rest the others, grouped by fault
 * @param count total number of faults
 * @param unlisted how many of them are not listed with their lines
 * @param repeated lines of entries that an earlier list already had, which is no error
 * @param remarks on accepted entries that should be checked
 */
public record ListReport(List<Row> rows, List<Rest> rest, int count, int unlisted, List<Lines> repeated,
        List<Remark> remarks) {

    public static final ListReport NOTHING = new ListReport(List.of(), List.of(), 0, 0, List.of(), List.of());

    private static final int MOST_ROWS = 200;
    private static final int WRITTEN_OUT = 3;
    private static final int REMARKS_WRITTEN_OUT = 10;

    /**
     * One line, or several consecutive lines.
     *
     * @param source null if the list has only one source
     */
    public record Lines(NumberSource source, int first, int last) {
    }

    /**
     * A fault of consecutive lines.
     *
     * @param written the text of the entry; of several entries, the first and the last
     * @param count how many numbers are affected
     */
    public record Row(Lines lines, String written, NumberFault fault, int count) {
    }

    /** Lines with the same fault. */
    public record Rest(NumberFault fault, List<Lines> lines) {
    }

    /**
     * Accepted entries that should be checked for the same reason.
     *
     * @param written the text of the first entries
     * @param count how many numbers are affected
     */
    public record Remark(NumberRemark kind, String written, int count, List<Lines> lines) {

        public int getLineCount() {
            return lines.stream().mapToInt(each -> each.last() - each.first() + 1).sum();
        }

        public boolean isOfNumbers() {
            return kind != NumberRemark.OTHER_COLUMN;
        }
    }

    public static ListReport of(NumberList list) {
        var all = list.problems();
        var problems = all.stream().filter(problem -> problem.fault() != NumberFault.DUPLICATE).toList();
        var rows = new ArrayList<Row>();
        var rest = new EnumMap<NumberFault, Collection<NumberPlace>>(NumberFault.class);
        for (List<NumberProblem> run : runs(problems)) {
            if (rows.size() < MOST_ROWS) {
                rows.add(row(run));
            } else {
                run.forEach(problem -> rest.computeIfAbsent(problem.fault(), fault -> places()).add(place(problem)));
            }
        }
        var repeated = all.stream().filter(problem -> problem.fault() == NumberFault.DUPLICATE).map(ListReport::place)
                .collect(Collectors.toCollection(ListReport::places));
        return new ListReport(rows, rest.entrySet().stream().map(ListReport::rest).toList(),
                problems.size() + list.unlisted(),
                list.unlisted(), lines(repeated), remarks(list.notices()));
    }

    private static List<Remark> remarks(Collection<NumberNotice> notices) {
        var byKind = new EnumMap<NumberRemark, List<NumberNotice>>(NumberRemark.class);
        notices.forEach(notice -> byKind.computeIfAbsent(notice.remark(), kind -> new ArrayList<>()).add(notice));
        return byKind.entrySet().stream().map(entry -> remark(entry.getKey(), entry.getValue())).toList();
    }

    private static Remark remark(NumberRemark kind, List<NumberNotice> notices) {
        var places = places();
        notices.forEach(notice -> places.add(new NumberPlace(notice.source(), notice.line())));
        var written = notices.stream().limit(REMARKS_WRITTEN_OUT).map(NumberNotice::text)
                .collect(Collectors.joining(", "));
        return new Remark(kind, notices.size() > REMARKS_WRITTEN_OUT ? written + ", …" : written,
                notices.stream().mapToInt(NumberNotice::count).sum(), lines(places));
    }

    /** @return the same report, for a list of which no number was accepted */
    public ListReport withoutRemarks() {
        return new ListReport(rows, rest, count, unlisted, List.of(), List.of());
    }

    private static TreeSet<NumberPlace> places() {
        return new TreeSet<>(Comparator.comparing(NumberPlace::source, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(NumberPlace::line));
    }

    private static NumberPlace place(NumberProblem problem) {
        return new NumberPlace(problem.source(), problem.line());
    }

    private static List<List<NumberProblem>> runs(List<NumberProblem> problems) {
        var runs = new ArrayList<List<NumberProblem>>();
        NumberProblem last = null;
        for (NumberProblem problem : problems) {
            if (last == null || problem.fault() != last.fault() || problem.source() != last.source()
                    || problem.line() - last.line() < 0 || problem.line() - last.line() > 1) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(problem);
            last = problem;
        }
        return runs;
    }

    private static Row row(List<NumberProblem> run) {
        var first = run.get(0);
        var last = run.get(run.size() - 1);
        var written = run.size() <= WRITTEN_OUT
                ? run.stream().map(NumberProblem::text).collect(Collectors.joining(", "))
                : first.text() + " … " + last.text();
        return new Row(new Lines(first.source(), first.line(), last.line()), written, first.fault(),
                run.stream().mapToInt(NumberProblem::count).sum());
    }

    private static Rest rest(Map.Entry<NumberFault, Collection<NumberPlace>> entry) {
        return new Rest(entry.getKey(), lines(entry.getValue()));
    }

    /** @return the lines of the places, sorted, in as few ranges as possible */
    public static List<Lines> lines(Collection<NumberPlace> unordered) {
        var places = places();
        places.addAll(unordered);
        var lines = new ArrayList<Lines>();
        for (NumberPlace place : places) {
            var last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            if (last != null && place.source() == last.source && place.line() == last.last + 1) {
                lines.set(lines.size() - 1, new Lines(last.source, last.first, place.line()));
            } else {
                lines.add(new Lines(place.source(), place.line(), place.line()));
            }
        }
        return lines;
    }
}
