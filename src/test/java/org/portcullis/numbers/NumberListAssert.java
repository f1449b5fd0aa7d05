package org.portcullis.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** Compares parsed numbers with the expected ones, regardless of position. */
final class NumberListAssert {

    private NumberListAssert() {
    }

    static void assertRead(List<String> numbers, List<NumberProblem> problems, NumberList list) {
        assertEquals(numbers, list.numbers());
        assertEquals(problems, list.problems());
        assertEquals(0, list.unlisted());
        assertEquals(numbers.size(), list.places().size());
    }
}
