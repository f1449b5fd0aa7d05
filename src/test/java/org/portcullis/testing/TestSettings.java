package org.portcullis.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.portcullis.settings.Settings.Guessable;
import org.portcullis.settings.Settings;

/** Settings parsed from the operator's text, without a container. */
public final class TestSettings {

    private final Map<String, String> values = new HashMap<>();

    public TestSettings with(String name, String value) {
        values.put(name, value);
        return this;
    }

    public Settings read() {
        return new SmallRyeConfigBuilder().withMapping(Settings.class).withDefaultValues(values).build()
                .getConfigMapping(Settings.class);
    }

    public Settings.Pin pin(int minimum, int maximum, Guessable guessable) {
        return with("portcullis.pin.minimum-length", String.valueOf(minimum))
                .with("portcullis.pin.maximum-length", String.valueOf(maximum))
                .with("portcullis.pin.guessable", guessable.name()).read().pin();
    }
}
