package org.portcullis.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void isItsOwnNetworkInIPv4() {
        assertEquals("192.0.2.7", ClientAddress.network("192.0.2.7"));
    }

    @Test
    void sharesItsNetworkWithTheWholeOfASubnetInIPv6() {
        var network = ClientAddress.network("2001:db8:1:2::1");
        assertEquals(network, ClientAddress.network("2001:db8:1:2:ffff::2"));
        assertNotEquals(network, ClientAddress.network("2001:db8:1:3::1"));
    }
}
