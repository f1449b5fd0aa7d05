package org.portcullis.order.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Detects the format of a file that is not a PDF, by its first bytes. */
final class FileFormat {

    private static final int FIRST_BYTES = 1_024;
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    private static final String ZIP = "PK\u0003\u0004";
    private static final List<String> PICTURES = List.of("\u00ff\u00d8\u00ff", "\u0089PNG", "GIF8", "II*\0", "MM\0*");
    /** Image formats whose first bytes are ambiguous. */
    private static final Pattern PICTURE = Pattern
            .compile("(?s)BM.{4}\0{4}.*|RIFF.{4}WEBP.*|.{4}ftyp(hei[cfmsx]|hev|mif1|msf1|avif).*");
    private static final Pattern WEB_PAGE = Pattern
            .compile("(?s)\\s*+(<\\?xml[^>]*+>\\s*+)?(<!--(?:(?!-->).)*+-->\\s*+)*+"
                    + "<(!doctype html|html|head|body|script).*");
    private static final Pattern EMAIL = Pattern
            .compile("(?s)(from|received|return-path|delivered-to|mime-version|message-id"
                    + "|x-[a-z-]{1,40}): .*");
    private static final Pattern ARCHIVE = Pattern
            .compile("(?s)(PK\u0003\u0004|PK\u0005\u0006|Rar!|7z\u00bc\u00af|\u001f\u008b).*");
    private static final Pattern PROGRAM = Pattern
            .compile("(?s)(MZ|\u007fELF|\u00cf\u00fa\u00ed\u00fe|\u00ca\u00fe\u00ba\u00be|#!).*");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0e-\\x1f]");
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private FileFormat() {
    }

    static DocumentProblem of(byte[] content) {
        var start = start(content);
        var words = start.toLowerCase(Locale.ROOT).replaceFirst("^" + BYTE_ORDER_MARK, "");
        if (WEB_PAGE.matcher(words).matches()) {
            return DocumentProblem.WEB_PAGE;
        }
        if (EMAIL.matcher(words).matches()) {
            return DocumentProblem.EMAIL;
        }
        return binary(content).orElseGet(() -> isText(start) ? DocumentProblem.TEXT : DocumentProblem.NOT_PDF);
    }

    /**
     * @return the format, if the file starts like another binary format; no PDF header is accepted after such a
     * beginning
     */
    static Optional<DocumentProblem> binary(byte[] content) {
        var start = start(content);
        if (PICTURES.stream().anyMatch(start::startsWith) || PICTURE.matcher(start).matches()) {
            return Optional.of(DocumentProblem.PICTURE);
        }
        if (start.startsWith("{\\rtf")) {
            return Optional.of(DocumentProblem.WORD_FILE);
        }
        if (start.startsWith(OLE) || start.startsWith(ZIP)) {
            return Optional.of(office(new String(content, StandardCharsets.ISO_8859_1), start.startsWith(OLE)));
        }
        if (ARCHIVE.matcher(start).matches()) {
            return Optional.of(DocumentProblem.ARCHIVE);
        }
        return PROGRAM.matcher(start).matches() ? Optional.of(DocumentProblem.PROGRAM) : Optional.empty();
    }

    /**
     * Detected by the names of the contained files: the old formats of Word and Excel, then Office Open XML,
     * OpenDocument and Pages.
     */
    private static DocumentProblem office(String content, boolean old) {
        if (old) {
            return content.contains(wide("WordDocument")) ? DocumentProblem.WORD_FILE
                    : content.contains(wide("Workbook")) ? DocumentProblem.SPREADSHEET
                            : content.contains(wide("__properties_version1.0")) ? DocumentProblem.EMAIL
                                    : DocumentProblem.NOT_PDF;
        }
        if (content.contains("word/document") || content.contains("opendocument.text")
                || content.contains("Index/Document.iwa")) {
            return DocumentProblem.WORD_FILE;
        }
        return content.contains("xl/workbook") || content.contains("opendocument.spreadsheet")
                ? DocumentProblem.SPREADSHEET
                : DocumentProblem.ARCHIVE;
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static boolean isText(String start) {
        return !CONTROL.matcher(start).find();
    }

    private static String start(byte[] content) {
        return new String(content, 0, Math.min(content.length, FIRST_BYTES), StandardCharsets.ISO_8859_1);
    }
}
