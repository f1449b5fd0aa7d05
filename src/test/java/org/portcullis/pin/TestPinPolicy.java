package org.portcullis.pin;

import java.time.Instant;
import org.portcullis.testing.TestSettings;

/** PIN policies for rule tests of other packages. */
public final class TestPinPolicy {

    private TestPinPolicy() {
    }

    /** @param required whether an organization without a PIN can't port out */
    public static PortOutPinPolicy of(boolean required) {
        return new PortOutPinPolicy(
                new TestSettings().with("portcullis.pin.required", String.valueOf(required)).read().pin());
    }

    /** For PINs that are valid for a month, and for one port-out. */
    public static PortOutPinLife life() {
        return new PortOutPinLife(
                new TestSettings().with("portcullis.pin.expires-after", "P1M").with("portcullis.pin.single-use", "true")
                        .read().pin());
    }

    public static PortOutPin pin(Instant setAt) {
        var pin = new PortOutPin();
        pin.setAt = setAt;
        return pin;
    }
}
