package org.portcullis.order.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;

/**
 * Whether a file is accepted as a document, judged by its content and not by its name. It must be a PDF of at most 5 MB
 * that opens without a password, has a page, and has no {@link ActiveContent}. A file that is too costly to check ends
 * as {@link DocumentProblem#TOO_COMPLEX} within the limits of {@link PdfCheckEffort}.
 */
public final class PdfCheck {

    /** In bytes. */
    public static final long LARGEST = 5L * 1024 * 1024;

    private static final byte[] HEADER = Bytes.of("%PDF-");
    /** In bytes: readers look for the header within this range (ISO 32000-1, annex H.3, note 13). */
    private static final int LATEST_HEADER = 1_024;
    /** The end of every PDF, except padding and a few more bytes: a file without it is truncated. */
    private static final byte[] END = Bytes.of("%%EOF");
    private static final int LAST_BYTES = 2_048;

    private PdfCheck() {
    }

    /**
     * @return the file's problem, if it has one
     * @throws IOException if the file itself can't be read
     */
    public static Optional<DocumentProblem> problem(Path file) throws IOException {
        var size = Files.size(file);
        if (size == 0) {
            return Optional.of(DocumentProblem.EMPTY);
        }
        return size > LARGEST ? Optional.of(DocumentProblem.TOO_LARGE) : problem(Files.readAllBytes(file));
    }

    /** One at a time: a malicious file may need some thirty megabytes for a moment. */
    private static synchronized Optional<DocumentProblem> problem(byte[] content) {
        var header = Bytes.indexOf(content, HEADER, 0, Math.min(content.length, LATEST_HEADER + HEADER.length));
        if (header < 0) {
            return Optional.of(FileFormat.of(content));
        }
        var other = FileFormat.binary(content);
        if (other.isPresent()) {
            return other;
        }
        return isWhole(content) ? problemOfPdf(content) : Optional.of(DocumentProblem.DAMAGED);
    }

    private static boolean isWhole(byte[] content) {
        int end = content.length;
        while (end > 0 && Bytes.isBlank(content[end - 1])) {
            end--;
        }
        return Bytes.indexOf(content, END, Math.max(0, end - LAST_BYTES), end) >= 0;
    }

    private static Optional<DocumentProblem> problemOfPdf(byte[] content) {
        try {
            var objects = PdfObjects.of(content);
            return objects.canBeOpened() ? objects.active().problem() : Optional.of(DocumentProblem.DAMAGED);
        } catch (Decryption.ProtectedException e) {
            return Optional.of(e.getProblem());
        } catch (PdfCheckEffort.TooMuchException e) {
            return Optional.of(DocumentProblem.TOO_COMPLEX);
        } catch (IOException | RuntimeException e) {
            // PDFBox throws various exceptions for invalid input.
            return Optional.of(DocumentProblem.DAMAGED);
        } finally {
            forgetNames();
        }
    }

    /** PDFBox caches every name that it reads, so uploads would fill the memory over time. */
    @SuppressWarnings("deprecation")
    private static void forgetNames() {
        COSName.clearResources();
    }
}
