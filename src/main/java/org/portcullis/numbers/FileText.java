package org.portcullis.numbers;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The text of a file of unknown encoding. */
final class FileText {

    /** The number of bytes from which the encoding is detected. */
    private static final int SAMPLE = 65_536;
    /**
     * First bytes of files that are mistaken for CSV files: workbooks of Excel, LibreOffice and Numbers (ZIP archives),
     * old ones of Excel (OLE), PDF, RTF, tables in XML or HTML, and gzip.
     */
    private static final List<String> SIGNATURES = List.of("PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0", "%PDF",
            "{\\rtf", "<?xml", "<html",
            "<!DOCTYPE", "<table", "\u001f\u008b");
    private static final int LONGEST_SIGNATURE = 16;
    private static final int CONTROLS_ALLOWED = 8;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private FileText() {
    }

    /**
     * @return the text without byte order mark; undecodable bytes are replaced and are no error. Empty for a workbook,
     * a PDF or another file that is not text
     */
    static Optional<Reader> reader(InputStream file) throws IOException {
        var bytes = new BufferedInputStream(file, SAMPLE);
        bytes.mark(SAMPLE);
        var sample = bytes.readNBytes(SAMPLE);
        bytes.reset();
        var charset = charset(sample);
        if (isOtherFile(sample, charset)) {
            return Optional.empty();
        }
        var decoded = new InputStreamReader(bytes, charset);
        var text = new BufferedReader(
                charset == StandardCharsets.ISO_8859_1 ? new Windows1252Reader(decoded) : decoded);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return Optional.of(text);
    }

    private static boolean isOtherFile(byte[] sample, Charset charset) {
        boolean isWide = charset == StandardCharsets.UTF_16LE || charset == StandardCharsets.UTF_16BE;
        var beginning = new String(sample, 0, Math.min(sample.length, LONGEST_SIGNATURE), StandardCharsets.ISO_8859_1);
        return SIGNATURES.stream().anyMatch(beginning::startsWith) || !isWide && hasZeros(sample, CONTROLS_ALLOWED);
    }

    /** @return whether there are more zero bytes than can occur in a text */
    private static boolean hasZeros(byte[] sample, int allowed) {
        int zeros = 0;
        for (byte each : sample) {
            zeros += each == 0 ? 1 : 0;
        }
        return zeros > allowed;
    }

    /** Lists of telephone numbers begin with ASCII, so a zero byte indicates UTF-16 even without a byte order mark. */
    private static Charset charset(byte[] sample) {
        if (sample.length >= 2
                && (sample[0] == 0 && sample[1] != 0 || sample[0] == (byte) 0xfe && sample[1] == (byte) 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        if (sample.length >= 2
                && (sample[1] == 0 && sample[0] != 0 || sample[0] == (byte) 0xff && sample[1] == (byte) 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        // The sample may end within a character, so an incomplete end is no error.
        boolean isUtf8 = !StandardCharsets.UTF_8.newDecoder()
                .decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length), false).isError();
        return isUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }
}
