package org.portcullis.portout.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolTest {

    @ParameterizedTest
    @CsvSource({"/api,API", "/api/port-out-requests,API", "/api/openapi,", "/api/openapi/x,API", "/apiary,",
        "/carrier/bandwidth,BANDWIDTH",
        "/carrier/bandwidth/port-out-validation,BANDWIDTH", "/carrier/telnyx/webhook,", "/carrier,", "/,",
        "/port-orders,"})
    void asksForCredentialsAtItsOwnAddressesOnly(String path, Protocol expected) {
        assertEquals(Optional.ofNullable(expected), Protocol.at(path));
    }
}
