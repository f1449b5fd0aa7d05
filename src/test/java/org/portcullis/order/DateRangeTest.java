package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

    @ParameterizedTest
    @CsvSource({"2026-06-01, 2026-06-30,", "2026-06-01, 2026-06-01,", "2026-06-01, '',", "'', 2026-06-30,", "'', '',",
        "2026-06-02, 2026-06-01, REVERSED", "yesterday, 2026-06-01, FROM_UNREADABLE", "2026-06-31, '', FROM_UNREADABLE",
        "2026-06-01, 06/30/2026, TO_UNREADABLE", "'', +12026-06-01, TO_UNREADABLE", "0001-01-01, '', FROM_UNREADABLE",
        "'', 9999-12-31, TO_UNREADABLE", "abc, xyz, FROM_UNREADABLE TO_UNREADABLE"})
    void saysWhatIsWrongWithTheDays(String from, String to, String expected) {
        assertEquals(expected == null ? "" : expected,
                DateRange.of(from, to).problems().stream().map(Enum::name).collect(Collectors.joining(" ")));
    }

    @Test
    void leavesOutOrdersWithoutADateEvenWhereItIsOpen() {
        assertEquals(LocalDate.of(9999, 12, 30), DateRange.of("2026-06-01", "").highest());
    }
}
