package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemovedNumbersTest {

    private static final List<String> NUMBERS = List.of("+12065550100", "+12065550101", "+12065550102", "+13605550100");

    private static List<String> left(String... ranges) {
        return RemovedNumbers.of(List.of(ranges)).without(NUMBERS);
    }

    @Test
    void takesOutWhatTheRangesHold() {
        assertEquals(List.of("+12065550102", "+13605550100"), left("12065550100-2"));
        assertEquals(List.of("+12065550101", "+12065550102"), left("12065550100-1", "13605550100-1"));
        assertEquals(List.of("+13605550100"), left("12065550100-1", "12065550100-3"));
        assertEquals(NUMBERS, left("12065550103-99999", "12065550100-0"));
    }

    @Test
    void ignoresWhatIsNoRange() {
        assertEquals(NUMBERS, left("", "12065550100", "+12065550100-1", "12065550100-1-1", "1206555010012345-1",
                "12065550100-100000"));
    }

    @Test
    void takesNoMoreMemoryForLongRanges() {
        // Written out, these would be ten thousand million strings.
        var ranges = IntStream.range(0, 100_000).mapToObj(i -> 20_000_000_000L + i * 100_000L + "-99999").toList();
        assertEquals(NUMBERS, RemovedNumbers.of(ranges).without(NUMBERS));
    }
}
