package org.portcullis.portout.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.partner.BandwidthJudgement;
import org.portcullis.portout.Refusal;

class BandwidthCodeTest {

    @ParameterizedTest
    @CsvSource({"ACCOUNT_NUMBER_MISSING, 7510", "ACCOUNT_NUMBER_INVALID, 7511", "PIN_MISSING, 7512",
        "PIN_INVALID, 7513", "PIN_UNUSABLE, 7513",
        "GUESSING_SLOWED, 7513", "GUESSING_LOCKED, 7513", "ZIP_MISSING, 7514", "ZIP_INVALID, 7515",
        "NOT_RECOGNISED, 7516",
        "SEVERAL_ORGANIZATIONS, 7516", "TOO_MANY_NUMBERS, 7517", "NOT_ACTIVE, 7518", "NOT_IN_UNITED_STATES, 7519",
        "LOCKED, 7519", "NO_PIN, 7519",
        "AWAITING_APPROVAL, 7519", "REFUSED_BY_ADMIN, 7519", "WORD_EXPIRED, 7519", "ALREADY_LEAVING, 7598",
        "UNDECIDED, 7598", "UNREADABLE, 7598"})
    void hasTheCodeOfTheProtocol(Refusal refusal, int code) {
        assertEquals(code, BandwidthCode.of(refusal).number());
    }

    /** The codes of the platform's documents, and no others, since the platform ignores other codes. */
    @Test
    void holdsTheElevenCodesOfTheProtocolOnly() {
        assertEquals(List.of(7510, 7511, 7512, 7513, 7514, 7515, 7516, 7517, 7518, 7519, 7598),
                Arrays.stream(BandwidthCode.values()).map(BandwidthCode::number).sorted().toList());
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void isReadAsARefusalByThePlatformForEachReason(Refusal refusal) {
        var xml = ResponseWriter.refused("LSR-1", Map.of(BandwidthCode.of(refusal), "Because."), List.of());
        assertTrue(BandwidthJudgement.of(200, "application/xml", xml).isKept());
    }

    @Test
    void neverAnswersARefusalWithoutACode() {
        assertThrows(IllegalArgumentException.class,
                () -> ResponseWriter.refused("LSR-1", Map.of(), List.of("2065550100")));
    }
}
