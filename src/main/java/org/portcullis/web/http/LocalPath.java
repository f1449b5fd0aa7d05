package org.portcullis.web.http;

import java.net.URI;
import java.net.URISyntaxException;

/** A path of this site to go back to. Whatever else somebody puts in its place becomes the start page. */
public final class LocalPath {

    public static final String START = "/";
    private static final int LONGEST = 2_000;

    private LocalPath() {
    }

    /**
     * @param wanted what a form or an address asks to go back to, possibly null or hostile
     * @return it, if it is a path (and query) of this site, else {@link #START}
     */
    public static String of(String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !wanted.startsWith("/") || wanted.startsWith("//")) {
            return START;
        }
        try {
            // URI refuses backslashes, blanks and control characters, which browsers read in their own ways.
            var uri = new URI(wanted);
            return uri.isAbsolute() || uri.getRawAuthority() != null ? START : wanted;
        } catch (URISyntaxException e) {
            return START;
        }
    }
}
