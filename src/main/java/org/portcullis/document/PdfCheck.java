package org.portcullis.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Whether a file can be taken as a document: by its content, whatever its name says. It must be a PDF of at most 5 MB
 * that opens without a password, has a page, and does nothing by itself ({@link ActiveContent}). What somebody made to
 * hurt whoever reads it ends as {@link DocumentProblem#DAMAGED} within seconds and within bounded memory.
 */
public final class PdfCheck {

    /** In bytes. */
    public static final long LARGEST = 5L * 1024 * 1024;

    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    /** What a PDF ends with, or almost (ISO 32000-1, annex H.3): a file without it was cut off. */
    private static final String END = "%%EOF";
    private static final int LAST_BYTES = 1_024;

    private PdfCheck() {
    }

    /**
     * @return what is wrong with the file, if anything
     * @throws IOException if the file itself can't be read
     */
    public static Optional<DocumentProblem> problem(Path file) throws IOException {
        var size = Files.size(file);
        if (size == 0) {
            return Optional.of(DocumentProblem.EMPTY);
        }
        return size > LARGEST ? Optional.of(DocumentProblem.TOO_LARGE) : problem(Files.readAllBytes(file));
    }

    /** One at a time: each may need some hundred megabytes for a moment if its author wants it to. */
    private static synchronized Optional<DocumentProblem> problem(byte[] content) {
        if (!Arrays.equals(content, 0, Math.min(content.length, HEADER.length), HEADER, 0, HEADER.length)) {
            return Optional.of(DocumentProblem.NOT_PDF);
        }
        var end = Math.max(0, content.length - LAST_BYTES);
        if (!new String(content, end, content.length - end, StandardCharsets.ISO_8859_1).contains(END)) {
            return Optional.of(DocumentProblem.DAMAGED);
        }
        try (var document = open(content)) {
            // Throws where there is none; the count that the file tells may be made up.
            document.getPage(0);
            return ActiveContent.isIn(document.getDocument()) ? Optional.of(DocumentProblem.ACTIVE_CONTENT) : Optional.empty();
        } catch (InvalidPasswordException e) {
            return Optional.of(DocumentProblem.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // All that PDFBox does with nonsense, deep nesting and a spent allowance included.
            return Optional.of(DocumentProblem.DAMAGED);
        }
    }

    private static PDDocument open(byte[] content) throws IOException {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        // PDFBox repairs a broken file by searching it, and in that search unpacks object streams without bounds.
        var mayRepair = !text.contains(WaryParser.OBJECT_STREAM);
        return new WaryParser(new MeteredRead(new RandomAccessReadBuffer(content))).parse(mayRepair);
    }
}
