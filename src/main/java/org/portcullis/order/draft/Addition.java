package org.portcullis.order.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.numbers.DraftText;
import org.portcullis.numbers.ListReport;
import org.portcullis.numbers.NumberFault;
import org.portcullis.numbers.NumberList;
import org.portcullis.numbers.NumberProblem;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.OrderField;
import org.portcullis.order.PortOrder;
import org.portcullis.order.draft.NumberCheck.Unportable;
import org.portcullis.order.draft.NumbersPage.NumbersFlash;

/** Numbers added to an order, if they can be ported with it and there is room. Reports the result for each. */
final class Addition {

    private NumberList list;
    private NumberCheck check;
    private final List<String> leftOut = new ArrayList<>();
    private int count;
    private List<String> known = List.of();

    Addition(NumberList list) {
        this.list = list;
    }

    void to(PortOrder order, ChangeContext context) {
        order.requireOpen(OrderField.NUMBERS);
        to(order, NumberCheck.of(order, list.numbers()), context);
    }

    void to(PortOrder order, NumberCheck checked, ChangeContext context) {
        check = checked;
        var all = new LinkedHashSet<String>();
        order.getNumbers().forEach(number -> all.add(number.number));
        known = check.portable().stream().filter(all::contains).toList();
        int before = all.size();
        for (String number : check.portable()) {
            if (all.size() < NumberList.MAXIMUM || all.contains(number)) {
                all.add(number);
            } else {
                leftOut.add(number);
            }
        }
        count = all.size() - before;
        if (!leftOut.isEmpty()) {
            var problems = new ArrayList<>(list.problems());
            var place = list.places().get(list.numbers().indexOf(leftOut.get(0)));
            problems.add(new NumberProblem(place.line(), NumberRanges.text(leftOut.subList(0, 1)),
                    NumberFault.OVER_LIMIT, null,
                    leftOut.size(), place.source(), ""));
            list = new NumberList(list.numbers(), List.copyOf(problems), list.unlisted(), list.places(),
                    list.notices());
        }
        list = list.withoutNoticesOf(Set.copyOf(refused()));
        order.number(all);
        order.touch(context);
    }

    NumberList list() {
        return list;
    }

    /**
     * @return valid numbers that were not added: those that can't be ported with the order, and those beyond its limit
     */
    List<String> refused() {
        return Stream.concat(check.unportable().stream().map(Unportable::number), leftOut.stream()).toList();
    }

    NumberCheck check() {
        return check;
    }

    /** @return the refused entries, to be corrected */
    DraftText kept() {
        return DraftText.of(list, refused());
    }

    /** @return whether some entries of the list were refused */
    boolean isIncomplete() {
        return !check.unportable().isEmpty() || list.unlisted() > 0
                || list.problems().stream().anyMatch(problem -> problem.fault() != NumberFault.DUPLICATE);
    }

    /**
     * @return how many numbers are new, were in the order before, should be checked, or were left out; without zero
     * counts
     */
    Map<NumbersFlash, Integer> counts() {
        var counts = new EnumMap<NumbersFlash, Integer>(NumbersFlash.class);
        counts.put(NumbersFlash.ADDED, count);
        if (!known.isEmpty()) {
            counts.put(NumbersFlash.KNOWN, known.size());
        }
        var report = ListReport.of(list);
        report.remarks().forEach(remark -> counts.put(NumbersFlash.of(remark.kind()), remark.count()));
        int left = report.count() + check.unportable().size();
        if (left > 0) {
            counts.put(NumbersFlash.LEFT_OUT, left);
        }
        return counts;
    }

    /** @return those of the numbers that were in the order before */
    List<String> known() {
        return known;
    }

    /** @return how many were not in the order before */
    int count() {
        return count;
    }
}
