package org.portcullis.web.i18n;

import java.util.Locale;
import java.util.Optional;

/** Light, dark, or the system's preference. */
public enum Theme {
    AUTO, LIGHT, DARK;

    /** @return the value of the {@code data-theme} attribute and of the cookie */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> byValue(String value) {
        for (Theme theme : values()) {
            if (theme.value().equals(value)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }
}
