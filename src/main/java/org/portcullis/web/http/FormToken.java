package org.portcullis.web.http;

import java.util.regex.Pattern;

/** The token that each form of the portal brings, as Quarkus makes it: 128 random bits in URL-safe Base64. */
public final class FormToken {

    /** The name of its field. */
    public static final String FIELD = "csrf-token";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");

    private FormToken() {
    }

    /** @return whether the portal may have made it, at any time; what has another shape never came from one of its pages */
    public static boolean isOne(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }
}
