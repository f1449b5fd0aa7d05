package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.web.http.ClientAddress;

class SenderSharesTest {

    private final SenderShares shares = new SenderShares(12);

    private long let(IntFunction<String> address) {
        return IntStream.range(0, 100).filter(i -> shares.enter(ClientAddress.networks(address.apply(i)))).count();
    }

    @Test
    void letsNoNetworkTakeAllPlaces() {
        assertEquals(3, let(i -> "2001:db8:1:1::" + (i + 1)), "one /64");
        assertEquals(1, let(i -> "2001:db8:1:" + Integer.toHexString(i + 2) + "::1"), "the rest of its /56");
        assertEquals(2, let(i -> "2001:db8:1:" + Integer.toHexString(0x100 * (i + 1)) + "::1"), "the rest of its /48");
        assertTrue(shares.enter(ClientAddress.networks("2001:db8:2::1")));
        assertEquals(3, let(i -> "192.0.2.1"));
        assertEquals(1, let(i -> "192.0.2." + (i + 2)), "the rest of its /24");
    }

    @Test
    void givesBackWhatIsLeft() {
        var networks = ClientAddress.networks("192.0.2.1");
        assertEquals(3, let(i -> "192.0.2.1"));
        assertFalse(shares.enter(networks));
        shares.leave(networks);
        assertTrue(shares.enter(networks));
    }

    @Test
    void knowsTheNetworksOfAnAddress() {
        assertEquals(List.of("192.0.2.7", "c00002/24"), ClientAddress.networks("192.0.2.7"));
        assertEquals(List.of("20010db800010203", "20010db8000102/56", "20010db80001/48"),
                ClientAddress.networks("2001:db8:1:203::7"));
        assertEquals(List.of("?"), ClientAddress.networks("?"));
    }
}
