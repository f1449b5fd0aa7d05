package org.portcullis.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberLinesTest {

    @Test
    void putsARunOnOneLineInWhateverOrderItComes() {
        assertEquals(List.of("+1 206-555-0100 – +1 206-555-0102", "+1 206-555-0104", "+33 4 65 71 10 00"),
                NumberLines.of(List.of("+33465711000", "+12065550102", "+12065550104", "+12065550100", "+12065550101")));
        assertEquals(List.of(), NumberLines.of(List.of()));
    }
}
