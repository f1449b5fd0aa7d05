package org.portcullis.pin;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.util.UUID;
import org.portcullis.settings.TestKeys;

/** PIN digests with the lowest bcrypt cost, for portals under test: a real one takes a quarter of a second. */
public final class CheapDigest {

    private static final int COST = 4;

    private CheapDigest() {
    }

    public static String of(String pin, UUID organizationId) {
        return BcryptUtil.bcryptHash(
                PortOutPinDigest.keyed(pin, organizationId, TestKeys.ring(TestKeys.OF_PORTALS).current()), COST);
    }
}
