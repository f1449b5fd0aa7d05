package org.portcullis.portout.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.telnyx.RejectionCodes.Listed;

class RejectionCodesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1001:Other 1002:PIN               | PIN_INVALID            |           | 1002 1001",
        "1001:Other                        | PIN_INVALID            |           | 1001",
        "                                  | PIN_INVALID            |           | 1002 1001",
        "                                  | NOT_ACTIVE             |           | 1001",
        "1001:Other 1002:PIN               | LOCKED                 |           | 1001",
        "1002:PIN 1003:Account_number      | LOCKED                 |           | 1002",
        "1001:Other 1002:PIN               | PIN_INVALID            | 1002      | 1001",
        "1001:Other 1002:PIN               | PIN_INVALID            | 1002 1001 | 1001",
        "1002:PIN                          | PIN_INVALID            | 1002      | 1002",
        "1002:PIN 1003:Port_type           | PIN_INVALID            | 1002      | 1003",
        "1001:Other 1003:Account_number    | ACCOUNT_NUMBER_INVALID |           | 1001",
        "1001:Other 1003:Account_number    | ACCOUNT_NUMBER_INVALID | 1001      | 1003 1001",
        "1001:Other 1003:Account_number    | ACCOUNT_NUMBER_INVALID | 1001 1003 | 1001",
        "1001:Other 1004:Wrong_ZIP_code    | ZIP_MISSING            | 1001      | 1004 1001",
        "1001:Other 1004:Wrong_ZIP_code    | LOCKED                 | 1001      | 1001",
        "1001:Other 1005:Number_inactive   | NOT_ACTIVE             | 1001      | 1005 1001"})
    void triesWhatTelnyxTakesAndHasNotFoundInvalid(String listed, Refusal reason, String invalid, String codes) {
        var isAboutPin = reason == Refusal.PIN_INVALID;
        assertEquals(Arrays.stream(codes.split(" ")).map(Integer::valueOf).toList(),
                RejectionCodes.toTry(words(listed).stream().map(RejectionCodesTest::code).toList(), List.of(reason),
                        isAboutPin,
                        words(invalid).stream().map(Integer::valueOf).collect(Collectors.toSet())));
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }

    private static Listed code(String text) {
        return new Listed(Integer.parseInt(text.split(":")[0]), text.split(":")[1].replace('_', ' '));
    }
}
