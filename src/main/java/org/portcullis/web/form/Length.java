package org.portcullis.web.form;

/** How long a text is, as the person who typed it counts. */
public final class Length {

    private Length() {
    }

    /** @return in characters (Unicode code points): a sign that takes two chars in Java, such as 𠮷, counts once */
    public static int of(String text) {
        return text.codePointCount(0, text.length());
    }
}
