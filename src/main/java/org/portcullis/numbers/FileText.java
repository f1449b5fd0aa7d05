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

/** The text of a file whose encoding nobody told. */
final class FileText {

    /** How many bytes tell the encoding. */
    private static final int SAMPLE = 65_536;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private FileText() {
    }

    /** @return the text without byte order mark; what can't be decoded is replaced and never an error */
    static Reader reader(InputStream file) throws IOException {
        var bytes = new BufferedInputStream(file, SAMPLE);
        bytes.mark(SAMPLE);
        var charset = charset(bytes.readNBytes(SAMPLE));
        bytes.reset();
        var text = new BufferedReader(new InputStreamReader(bytes, charset));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Text about telephone numbers begins with ASCII, so that a zero byte tells UTF-16 even without its mark. */
    private static Charset charset(byte[] sample) {
        if (sample.length >= 2 && (sample[0] == 0 || sample[0] == (byte) 0xfe && sample[1] == (byte) 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        if (sample.length >= 2 && (sample[1] == 0 || sample[0] == (byte) 0xff && sample[1] == (byte) 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        // The sample may end within a character, so its end is no error.
        boolean isUtf8 = !StandardCharsets.UTF_8.newDecoder()
                .decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length), false).isError();
        return isUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }
}
