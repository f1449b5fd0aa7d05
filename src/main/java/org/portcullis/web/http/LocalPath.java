package org.portcullis.web.http;

import java.net.URI;
import java.net.URISyntaxException;

/** A path of this site to return to. Any other value becomes the start page, so that no link leads to another site. */
public final class LocalPath {

    public static final String START = "/";
    private static final int LONGEST = 2_000;

    private LocalPath() {
    }

    /**
     * @param wanted the return path from a form or an address, possibly null or hostile
     * @return it, if it is a path (and query) of this site, else {@link #START}
     */
    public static String of(String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !wanted.startsWith("/") || wanted.startsWith("//")) {
            return START;
        }
        try {
            // URI refuses backslashes, blanks and control characters, which browsers interpret differently.
            var uri = new URI(wanted);
            return uri.isAbsolute() || uri.getRawAuthority() != null ? START : wanted;
        } catch (URISyntaxException e) {
            return START;
        }
    }
}
