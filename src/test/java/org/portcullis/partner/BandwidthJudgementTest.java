package org.portcullis.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.partner.BandwidthJudgement.Fate;

/** Checks the stand-in against the documents' examples of approvals and denials. */
class BandwidthJudgementTest {

    private static final String VALUES = "<AcceptableValues><TelephoneNumbers><TelephoneNumber>2223331000</TelephoneNumber></TelephoneNumbers></AcceptableValues>";

    private static BandwidthJudgement judge(String xml) {
        return BandwidthJudgement.of(200, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String denial(String codes, String values) {
        return "<PortOutValidationResponse><Portable>false</Portable><PON>some_pon</PON><Errors>" + codes + "</Errors>"
                + values
                + "</PortOutValidationResponse>";
    }

    private static String error(String code) {
        return "<Error><Code>" + code + "</Code><Description>Because</Description></Error>";
    }

    @Test
    void readsTheApprovalOfTheDocuments() {
        assertEquals(Fate.APPROVED, judge(
                "<PortOutValidationResponse>\n    <Portable>true</Portable>\n    <PON>some_pon</PON>\n</PortOutValidationResponse>")
                .fate());
    }

    @Test
    void readsTheDenialOfTheDocuments() {
        var judgement = judge(denial(error("7513") + error("7515"),
                "<AcceptableValues><Pin>2222</Pin><AccountNumber>555</AccountNumber>"
                        + "<ZipCode>02154</ZipCode><TelephoneNumbers><TelephoneNumber>2223331000</TelephoneNumber></TelephoneNumbers></AcceptableValues>"));
        assertEquals(Fate.EXCEPTION, judgement.fate());
        assertEquals(List.of(7513, 7515), judgement.codes());
        assertEquals(List.of("2223331000"), judgement.acceptableNumbers());
        assertTrue(judgement.isIndiscreet());
        assertFalse(judge(denial(error("7513"), VALUES)).isIndiscreet());
    }

    @ParameterizedTest
    @CsvSource({"7510, EXCEPTION", "7511, EXCEPTION", "7512, EXCEPTION", "7513, EXCEPTION", "7514, EXCEPTION",
        "7515, EXCEPTION", "7516, CANCELLED",
        "7517, CANCELLED", "7518, CANCELLED", "7519, EXCEPTION", "7598, EXCEPTION", "7599, APPROVED", "7520, APPROVED",
        "7509, APPROVED", "0, APPROVED",
        "75xx, APPROVED", "'', APPROVED"})
    void doesWithEachCodeWhatTheTableSays(String code, Fate fate) {
        assertEquals(fate, judge(denial(error(code), VALUES)).fate());
    }

    @Test
    void ignoresACodeThatItDoesNotKnowBesideOneThatItKnows() {
        assertEquals(Fate.EXCEPTION, judge(denial(error("7520") + error("7513"), VALUES)).fate());
        assertEquals(Fate.APPROVED, judge(denial(error("7513") + error("7599"), VALUES)).fate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<AcceptableValues/>", "<AcceptableValues></AcceptableValues>"})
    void takesADenialWithoutAcceptableValuesForAnApproval(String values) {
        assertEquals(Fate.APPROVED, judge(denial(error("7513"), values)).fate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "{}", "<PortOutValidationResponse/>", "<Other><Portable>false</Portable></Other>",
        "<PortOutValidationResponse><Portable>no</Portable></PortOutValidationResponse>",
        "<PortOutValidationResponse><Portable>false</Portable>",
        "<PortOutValidationResponse><Portable>false</Portable></PortOutValidationResponse>"})
    void takesWhatIsNotValidForAnApproval(String body) {
        assertEquals(Fate.APPROVED, judge(body).fate());
    }

    @Test
    void asksAgainWhereThereIsNoAnswer() {
        assertEquals(Fate.UNAVAILABLE, BandwidthJudgement.of(503, null, new byte[0]).fate());
        assertEquals(Fate.UNAVAILABLE, BandwidthJudgement.ofSilence().fate());
        assertFalse(BandwidthJudgement.ofSilence().isKept());
        assertEquals(Fate.APPROVED,
                BandwidthJudgement.of(200, "text/html", "<html/>".getBytes(StandardCharsets.UTF_8)).fate());
    }
}
