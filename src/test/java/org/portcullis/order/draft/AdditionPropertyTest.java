package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.portcullis.numbers.NumberFault;
import org.portcullis.numbers.NumberList;
import org.portcullis.numbers.NumberPlace;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.Direction;
import org.portcullis.order.PortOrder;
import org.portcullis.organization.Organization;

class AdditionPropertyTest {

    private static final long FIRST = 1_425_200_0000L;
    private static final ChangeContext STEP = ChangeContext.byCustomer("The admin",
            Instant.parse("2026-06-01T17:00:00Z"));

    /** Some consecutive numbers, added to the order or taken out of it. */
    record Edit(boolean removes, int offset, int count) {

        List<String> numbers() {
            return LongStream.range(FIRST + offset, FIRST + offset + count).mapToObj(number -> "+" + number).toList();
        }
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        var small = Combinators.combine(Arbitraries.of(false, false, true), Arbitraries.integers().between(0, 60),
                Arbitraries.integers().between(1, 20)).as(Edit::new);
        var large = Combinators.combine(Arbitraries.of(false, false, true), Arbitraries.integers().between(0, 30_000),
                Arbitraries.integers().between(5_000, 15_000)).as(Edit::new);
        return Arbitraries.frequencyOf(Tuple.of(9, small), Tuple.of(1, large)).list().ofMaxSize(15);
    }

    @Property(tries = 100)
    void keepsEachNumberOnceAndNeverMoreThanAnOrderTakes(@ForAll("edits") List<Edit> edits) {
        var organization = new Organization();
        organization.country = "US";
        var order = PortOrder.draft(organization, "Harbor", Direction.IN, STEP);
        var expected = new TreeSet<String>();
        for (Edit edit : edits) {
            if (edit.removes) {
                expected.removeAll(edit.numbers());
                order.number(List.copyOf(expected));
            } else {
                var before = expected.size();
                var left = fill(expected, edit);
                var addition = add(order, edit);
                assertEquals(expected.size() - before, addition.count());
                assertEquals(left,
                        addition.list().problems().stream().filter(problem -> problem.fault() == NumberFault.OVER_LIMIT)
                                .mapToInt(problem -> problem.count()).sum());
                assertEquals(left, addition.refused().size());
                addition.list().problems()
                        .forEach(problem -> assertEquals(edit.numbers().indexOf(addition.refused().get(0)) + 1,
                                problem.line(), "the first that is left out"));
            }
            assertEquals(expected, order.getNumbers().stream().map(number -> number.number)
                    .collect(Collectors.toCollection(TreeSet::new)));
            assertEquals(expected.size(), order.getNumbers().size());
            assertEquals(expected.size(), order.getNumberCount());
            assertTrue(order.getNumberCount() <= NumberList.MAXIMUM);
        }
    }

    private static Addition add(PortOrder order, Edit edit) {
        var addition = new Addition(new NumberList(edit.numbers(), List.of(), 0,
                IntStream.range(0, edit.count).mapToObj(i -> new NumberPlace(null, i + 1)).toList(), List.of()));
        addition.to(order, new NumberCheck(edit.numbers(), List.of()), STEP);
        return addition;
    }

    /** @return how many there was no room for */
    private static int fill(TreeSet<String> numbers, Edit edit) {
        int left = 0;
        for (String number : edit.numbers()) {
            if (numbers.size() < NumberList.MAXIMUM) {
                numbers.add(number);
            } else if (!numbers.contains(number)) {
                left++;
            }
        }
        return left;
    }
}
