package org.portcullis.portoutpin;

import org.portcullis.testing.TestSettings;

/** The PIN's policy for rule tests of other packages. */
public final class TestPinPolicy {

    private TestPinPolicy() {
    }

    /** @param required whether an organization without a PIN is kept from porting out */
    public static PortOutPinPolicy of(boolean required) {
        return new PortOutPinPolicy(new TestSettings().with("portcullis.pin.required", String.valueOf(required)).read().pin());
    }
}
