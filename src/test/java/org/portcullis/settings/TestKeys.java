package org.portcullis.settings;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Keys that are the same in every run. */
public final class TestKeys {

    /** Of the key that the portals of the tests have. */
    public static final String OF_PORTALS = "test";

    private TestKeys() {
    }

    /** @return a key for each id, the last one current */
    public static KeyRing ring(String... ids) {
        return KeyRing.parse(Arrays.stream(ids).map(TestKeys::written).collect(Collectors.joining(",")), "the test");
    }

    /** @return the key as a setting has it */
    public static String written(String id) {
        return id + ":" + Base64.getEncoder().encodeToString((id + "-".repeat(32)).getBytes(StandardCharsets.US_ASCII));
    }
}
