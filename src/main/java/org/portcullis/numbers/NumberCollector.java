package org.portcullis.numbers;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Collects the numbers of a list and its problems, up to limits. Numbers are represented by their digits with the
 * country code.
 */
final class NumberCollector {

    /** Limits the work for overlapping ranges, as a multiple of the maximum. */
    private static final int EFFORT = 10;
    private static final int NOWHERE = -1;

    private final NumberPlan plan;
    private final int maximum;
    private final Map<Long, Integer> lines = new LinkedHashMap<>();
    private final List<NumberProblem> problems = new ArrayList<>();
    private final List<NumberNotice> notices = new ArrayList<>();
    private int unlisted;
    private long looked;
    private final StringBuilder leftOutText = new StringBuilder();
    private long leftOut;
    private int leftOutAt = NOWHERE;

    /** @param maximum how many numbers the list may have */
    NumberCollector(NumberPlan plan, int maximum) {
        this.plan = plan;
        this.maximum = maximum;
    }

    /** @return whether the number was added, and was not in the list before */
    boolean add(long number, int line, String text) {
        var firstLine = lines.get(number);
        if (firstLine != null) {
            report(new NumberProblem(line, text, NumberFault.DUPLICATE, firstLine, 1));
        } else if (lines.size() < maximum) {
            lines.put(number, line);
            return true;
        } else {
            leaveOut(1, line, text);
        }
        return false;
    }

    /**
     * Adds all numbers of the range, or none if one of them can't be ported.
     *
     * @return how many of them were added, and were not in the list before
     */
    int addRange(PhoneNumber first, long last, int line, String text) {
        int before = lines.size();
        addRangeIfGood(first, last, line, text);
        return lines.size() - before;
    }

    private void addRangeIfGood(PhoneNumber firstNumber, long last, int line, String text) {
        long first = NumberPlan.digits(firstNumber);
        long size = last - first + 1;
        if (Long.toString(first).length() != Long.toString(last).length()) {
            report(new NumberProblem(line, text, NumberFault.RANGE_ENDS_DIFFER));
        } else if (size < 1) {
            report(new NumberProblem(line, text, NumberFault.RANGE_BACKWARDS));
        } else if (size > maximum) {
            report(new NumberProblem(line, text, NumberFault.RANGE_TOO_LARGE));
        } else if (looked + size > (long) EFFORT * maximum) {
            leaveOut(size, line, text);
        } else {
            looked += size;
            // When the list is full, checking whether the numbers can be ported would be wasted.
            var fault = lines.size() == maximum ? Optional.<NumberFault>empty()
                    : LongStream.rangeClosed(first, last).filter(number -> !lines.containsKey(number))
                            .mapToObj(number -> plan.refusal(firstNumber, number)).flatMap(Optional::stream)
                            .findFirst();
            fault.ifPresentOrElse(why -> report(new NumberProblem(line, text, why)),
                    () -> addAll(first, last, line, text));
        }
    }

    private void addAll(long first, long last, int line, String text) {
        var duplicates = new TreeMap<Integer, List<String>>();
        int left = 0;
        for (long number = first; number <= last; number++) {
            var firstLine = lines.get(number);
            if (firstLine != null) {
                duplicates.computeIfAbsent(firstLine, key -> new ArrayList<>()).add("+" + number);
            } else if (lines.size() < maximum) {
                lines.put(number, line);
            } else {
                left++;
            }
        }
        duplicates.forEach((firstLine, numbers) -> report(new NumberProblem(line,
                numbers.size() == last - first + 1 ? text : NumberRanges.text(numbers),
                NumberFault.DUPLICATE, firstLine, numbers.size())));
        if (left > 0) {
            leaveOut(left, line, text);
        }
    }

    void report(NumberProblem problem) {
        if (problems.size() < NumberList.LISTED_PROBLEMS) {
            problems.add(problem);
        } else {
            unlisted++;
        }
    }

    /** Each number has at most one notice, so the notices are no more than the numbers. */
    void note(NumberNotice notice) {
        notices.add(notice);
    }

    /** For a problem that must be shown regardless of how many others there are. */
    void reportAlways(NumberProblem problem) {
        problems.add(problem);
    }

    private void leaveOut(long count, int line, String text) {
        if (leftOutAt == NOWHERE) {
            leftOutAt = problems.size();
            reportAlways(new NumberProblem(line, text, NumberFault.OVER_LIMIT));
        }
        leftOut += count;
        leftOutText.append(leftOutText.isEmpty() ? "" : "\n").append(text);
    }

    NumberList list() {
        if (leftOutAt != NOWHERE) {
            var first = problems.get(leftOutAt);
            problems.set(leftOutAt, new NumberProblem(first.line(), first.text(), first.fault(), null,
                    (int) Math.min(leftOut, Integer.MAX_VALUE), null, leftOutText.toString()));
        }
        return new NumberList(lines.keySet().stream().map(digits -> "+" + digits).toList(), List.copyOf(problems),
                unlisted,
                lines.values().stream().map(line -> new NumberPlace(null, line)).toList(), List.copyOf(notices));
    }
}
