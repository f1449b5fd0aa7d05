package org.portcullis.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.portout.Refusal;

class BandwidthCodeTest {

    @ParameterizedTest
    @CsvSource({"ACCOUNT_NUMBER_MISSING, 7510", "ACCOUNT_NUMBER_INVALID, 7511", "PIN_MISSING, 7512", "PIN_INVALID, 7513", "PIN_UNUSABLE, 7513",
            "GUESSING_SLOWED, 7513", "GUESSING_LOCKED, 7513", "ZIP_MISSING, 7514", "ZIP_INVALID, 7515", "NOT_RECOGNISED, 7516",
            "SEVERAL_ORGANIZATIONS, 7516", "TOO_MANY_NUMBERS, 7517", "NOT_ACTIVE, 7518", "NOT_IN_UNITED_STATES, 7519", "LOCKED, 7520", "NO_PIN, 7520",
            "AWAITING_WORD, 7520", "ALREADY_LEAVING, 7598", "UNDECIDED, 7598"})
    void hasTheCodeOfTheProtocol(Refusal refusal, int code) {
        assertEquals(code, BandwidthCode.of(refusal).number());
    }

    @Test
    void neverAnswersARefusalWithoutACode() {
        assertThrows(IllegalArgumentException.class, () -> ResponseWriter.refused("LSR-1", Map.of()));
    }
}
