package org.portcullis.order.document;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a link or a file name refers to a file on the reader's computer or network, or to a program there. */
final class FileReference {

    /** Characters that Windows and browsers ignore in an address. */
    private static final Pattern IGNORED = Pattern.compile("[\\p{Cntrl}\\p{Z}\\x{FEFF}]+");
    /** A network share, a drive, or a URI scheme for files or for starting programs on Windows. */
    private static final Pattern LOCAL = Pattern
            .compile("[/\\\\]{2}.*|[a-z]:.*|(file|smb|cifs|nfs|search|search-ms|ms-[a-z0-9+.-]+"
                    + "|shell|javascript|vbscript)(:|%3a).*");
    private static final Pattern BACKSLASH = Pattern.compile("%5c", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLASH = Pattern.compile("%2f", Pattern.CASE_INSENSITIVE);

    private FileReference() {
    }

    static boolean isLocal(String link) {
        var plain = IGNORED.matcher(link).replaceAll("").toLowerCase(Locale.ROOT);
        return LOCAL.matcher(SLASH.matcher(BACKSLASH.matcher(plain).replaceAll("\\\\")).replaceAll("/")).matches();
    }
}
