package org.portcullis.organization;

import java.util.Locale;

/** What a person types to find something by name, made safe for {@code like … escape '!'}. */
public final class SearchText {

    private SearchText() {
    }

    /** @return a pattern that matches lower-case text holding exactly what was typed, {@code %} and {@code _} included */
    public static String containing(String text) {
        return "%" + text.strip().toLowerCase(Locale.ROOT)
                .replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
