package org.portcullis.orderform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.portcullis.numbers.NumberFault;
import org.portcullis.numbers.NumberList;
import org.portcullis.numbers.NumberProblem;
import org.portcullis.portorder.OrderField;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.Step;

/** Numbers that are added to an order: those that can move with it, as long as there is room. What became of them is told after it. */
final class Addition {

    private NumberList list;
    private NumberCheck check;
    private int count;

    Addition(NumberList list) {
        this.list = list;
    }

    void to(PortOrder order, Step step) {
        order.requireOpen(OrderField.NUMBERS);
        to(order, NumberCheck.of(order, list.numbers()), step);
    }

    void to(PortOrder order, NumberCheck checked, Step step) {
        check = checked;
        var all = new LinkedHashSet<String>();
        order.getNumbers().forEach(number -> all.add(number.number));
        int before = all.size();
        int left = 0;
        for (String number : check.portable()) {
            if (all.size() < NumberList.MAXIMUM || all.contains(number)) {
                all.add(number);
            } else {
                left++;
            }
        }
        count = all.size() - before;
        if (left > 0) {
            var problems = new ArrayList<>(list.problems());
            problems.add(new NumberProblem(1, "", NumberFault.OVER_LIMIT, null, left));
            list = new NumberList(list.numbers(), List.copyOf(problems), list.unlisted());
        }
        order.number(all);
        order.touch(step);
    }

    NumberList list() {
        return list;
    }

    NumberCheck check() {
        return check;
    }

    /** @return how many the order did not have before */
    int count() {
        return count;
    }
}
