package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @Test
    void isItsOwnNetworkInIPv4() {
        assertEquals("192.0.2.7", ClientAddress.network("192.0.2.7"));
    }

    @ParameterizedTest
    @CsvSource({"0:0:0:0:0:0:0:1, ::1", "2001:0DB8:0:0:0:0:0:17, 2001:db8::17", "192.0.2.7, 192.0.2.7",
        "nobody, nobody", "'', ''"})
    void hasOneWriting(String address, String written) {
        assertEquals(written, ClientAddress.written(address));
    }

    @Test
    void isFoundAsItWasWrittenBefore() {
        assertEquals(Set.of("2001:DB8::17", "2001:db8::17", "2001:db8:0:0:0:0:0:17"),
                ClientAddress.writings("2001:DB8::17"));
        assertEquals(Set.of("nobody"), ClientAddress.writings("nobody"));
    }

    @Test
    void sharesItsNetworkWithTheWholeOfASubnetInIPv6() {
        var network = ClientAddress.network("2001:db8:1:2::1");
        assertEquals(network, ClientAddress.network("2001:db8:1:2:ffff::2"));
        assertNotEquals(network, ClientAddress.network("2001:db8:1:3::1"));
    }
}
