package org.portcullis.order.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer.Form;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import org.portcullis.web.form.Truncate;

/**
 * The name of a PDF, safe to store, show and save: without folders, invisible characters and characters reserved by
 * file systems, at most 100 characters, ending in {@code .pdf}.
 */
public record FileName(String value) {

    private static final int LONGEST = 100;
    private static final String EXTENSION = ".pdf";
    private static final String NAMELESS = "document";

    public FileName {
        Objects.requireNonNull(value);
    }

    /** @param given the name sent by a browser, possibly null, a whole path, or malicious */
    public static FileName of(String given) {
        var name = plain(given).replaceAll("[\"*:<>?|]", "_").strip();
        if (name.toLowerCase(Locale.ROOT).endsWith(EXTENSION)) {
            name = name.substring(0, name.length() - EXTENSION.length());
        }
        // A leading dot hides a file, a leading hyphen looks like an option.
        name = name.replaceFirst("^[.\\-\\s]+", "").replaceFirst("[.\\s]+$", "");
        return new FileName((name.isEmpty() ? NAMELESS : Truncate.to(name, LONGEST - EXTENSION.length())) + EXTENSION);
    }

    /** @return the file's name for messages to the user, though it may not be a PDF; possibly empty */
    public static String shown(String given) {
        return Truncate.to(plain(given), LONGEST);
    }

    private static String plain(String given) {
        var name = Normalizer.normalize(given == null ? "" : given, Form.NFC);
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "").strip();
    }

    /**
     * @return a {@code Content-Disposition} value that makes browsers save the file instead of opening it (RFC 6266,
     * RFC 8187)
     */
    public String asAttachment() {
        var ascii = Normalizer.normalize(value, Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^\\x20-\\x7e]|[%;]",
                "_");
        var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
