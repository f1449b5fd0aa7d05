package org.portcullis.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1", "1001, 2", "20000, 20"})
    void holdAllInTheirOrder(int values, int batches) {
        var all = IntStream.range(0, values).boxed().toList();
        assertEquals(batches, Batches.of(all).size());
        assertEquals(all, Batches.of(all).stream().flatMap(List::stream).toList());
    }

    @Test
    void areNoneOfNothing() {
        assertEquals(List.of(), Batches.of(List.of()));
    }
}
