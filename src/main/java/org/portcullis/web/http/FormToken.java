package org.portcullis.web.http;

import java.util.regex.Pattern;

/** The token in each form of the portal, as Quarkus makes it: 128 random bits in URL-safe Base64. */
public final class FormToken {

    /** Name of the form field. */
    public static final String FIELD = "csrf-token";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");

    private FormToken() {
    }

    /** @return whether the text has the shape of a token; any other text never came from a page of the portal */
    public static boolean isOne(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }
}
