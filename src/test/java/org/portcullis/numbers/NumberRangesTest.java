package org.portcullis.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRangesTest {

    @ParameterizedTest
    @ValueSource(strings = {"+12065550100", "+12065550100 +12065550101 +12065550103",
        "+33465711098 +33465711099 +33465711105 +12065559999 +12065560000",
        "+441632960999 +441632961000"})
    void readsWhatItHasWritten(String numbers) {
        var all = List.of(numbers.split(" "));
        assertEquals(all.stream().sorted().toList(),
                NumberRanges.read(NumberRanges.text(all)).stream().sorted().toList());
        assertEquals(List.of(), NumberRanges.read(NumberRanges.text(List.of())));
    }

    @Test
    void joinsNeighboursInOrder() {
        var numbers = List.of("+33465711031", "+12065550102", "+12065550104", "+12065550100", "+12065550101",
                "+33465711030",
                "+12065550100");
        assertEquals(List.of(new NumberRange("+12065550100", "+12065550102", 3),
                new NumberRange("+12065550104", "+12065550104", 1),
                new NumberRange("+33465711030", "+33465711031", 2)), NumberRanges.compact(numbers));
        assertEquals(List.of(), NumberRanges.compact(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"+12065550100, +12065550149, +1 206-555-0100–0149", "+12065550100, +12065550100, +1 206-555-0100",
        "+12065559998, +12065560001, +1 206-555-9998 – +1 206-556-0001",
        "+33465711030, +33465711039, +33 4 65 71 10 30–39",
        "+33465711098, +33465711101, +33 4 65 71 10 98 – +33 4 65 71 11 01"})
    void areWrittenWithTheDigitsThatDiffer(String first, String last, String text) {
        var numbers = LongStream.rangeClosed(Long.parseLong(first), Long.parseLong(last))
                .mapToObj(number -> "+" + number).toList();
        assertEquals(text, NumberRanges.text(numbers));
        assertEquals(List.of(text), NumberRanges.compact(numbers).stream().map(NumberRange::getText).toList());
    }

    @Test
    void keepANumberOfNoCountryAsItIs() {
        assertEquals("+99900000000000", NumberRanges.text(List.of("+99900000000000")));
        assertEquals(Map.of("+9990000000••••", 1),
                NumberRanges.masked(NumberRanges.compact(List.of("+99900000000000"))));
    }

    @Test
    void joinAWholeOrderGivenInAnyOrder() {
        var numbers = LongStream.range(0, NumberList.MAXIMUM)
                .mapToObj(i -> "+" + (1_425_200_0000L + i * 7919 % NumberList.MAXIMUM)).toList();
        var ranges = NumberRanges.compact(numbers);
        assertEquals(List.of(new NumberRange("+14252000000", "+14252019999", NumberList.MAXIMUM)), ranges);
    }
}
