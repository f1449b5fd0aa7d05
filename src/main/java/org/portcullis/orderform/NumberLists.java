package org.portcullis.orderform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.portcullis.numbers.NumberList;

/** What was typed and what was in a file, as one list. */
final class NumberLists {

    private NumberLists() {
    }

    static NumberList together(NumberList one, NumberList other) {
        var numbers = new LinkedHashSet<>(one.numbers());
        numbers.addAll(other.numbers());
        var problems = new ArrayList<>(one.problems());
        problems.addAll(other.problems());
        return new NumberList(List.copyOf(numbers), List.copyOf(problems), one.unlisted() + other.unlisted());
    }
}
