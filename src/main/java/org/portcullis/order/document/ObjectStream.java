package org.portcullis.order.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;

/**
 * An object stream (ISO 32000-2, 7.5.7), decompressed within the limits of {@link PdfCheckEffort}. One with an unusual
 * encoding is refused rather than read.
 */
final class ObjectStream {

    private static final byte[] END = Bytes.of("endstream");
    private static final COSName DEFLATED = COSName.FLATE_DECODE;

    private final byte[] content;
    private final List<Entry> entries = new ArrayList<>();

    /** @param place of the object within the decompressed content */
    record Entry(long number, int place) {
    }

    /** @param packed the compressed content, decrypted */
    ObjectStream(COSDictionary dictionary, byte[] packed, PdfCheckEffort work) throws IOException {
        work.startObjectStream();
        content = unpacked(dictionary, packed, work);
        var count = number(dictionary, COSName.N);
        var first = number(dictionary, COSName.FIRST);
        PdfCheckEffort.require(first <= content.length && 2L * count <= first,
                "An object stream promises more objects than it can hold");
        readEntries(count, first);
    }

    /** Regular writers set this type; a reader that follows a reference to the stream may not check it. */
    static boolean isOne(COSDictionary dictionary) {
        return COSName.OBJ_STM.equals(dictionary.getItem(COSName.TYPE))
                || dictionary.containsKey(COSName.N) && dictionary.containsKey(COSName.FIRST);
    }

    /** @return the stream's content, up to its stated length, or else up to its end marker */
    static byte[] packed(byte[] file, COSDictionary dictionary, int start, PdfCheckEffort work) {
        var end = end(file, dictionary, start);
        work.scan(end - start);
        return Arrays.copyOfRange(file, start, end);
    }

    private static int end(byte[] file, COSDictionary dictionary, int start) {
        if (dictionary.getItem(COSName.LENGTH) instanceof COSInteger length) {
            var end = (int) Math.min(file.length, Math.max(start, start + length.longValue()));
            if (Bytes.indexOf(file, END, end, Math.min(file.length, end + END.length + 2)) >= 0) {
                return end;
            }
        }
        var mark = Bytes.indexOf(file, END, start, file.length);
        var end = mark < 0 ? file.length : mark;
        if (end > start && file[end - 1] == '\n') {
            end--;
        }
        return end > start && file[end - 1] == '\r' ? end - 1 : end;
    }

    byte[] content() {
        return content;
    }

    List<Entry> entries() {
        return entries;
    }

    private static int number(COSDictionary dictionary, COSName key) {
        PdfCheckEffort.require(dictionary.getItem(key) instanceof COSInteger,
                "An object stream does not say what it holds");
        var value = dictionary.getInt(key);
        PdfCheckEffort.require(value >= 0, "An object stream says nonsense of what it holds");
        return value;
    }

    private static byte[] unpacked(COSDictionary dictionary, byte[] packed, PdfCheckEffort work) throws IOException {
        var filter = only(dictionary.getItem(COSName.FILTER));
        PdfCheckEffort.require(
                (filter == null || DEFLATED.equals(filter)) && isUsual(only(dictionary.getItem(COSName.DECODE_PARMS))),
                "An object stream is packed in an unusual way");
        if (filter == null) {
            work.unpack(packed.length);
            return packed;
        }
        var bytes = new ByteArrayOutputStream(packed.length);
        try (var input = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            var buffer = new byte[8192];
            for (int read; (read = input.read(buffer)) >= 0;) {
                work.unpack(read);
                bytes.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // Readers use the data before a wrong checksum or end, and so must the check.
            if (bytes.size() == 0) {
                throw e;
            }
        }
        return bytes.toByteArray();
    }

    private static COSBase only(COSBase object) {
        return object instanceof COSArray array && array.size() == 1 ? array.get(0) : object;
    }

    /** No predictor, which would change the content. */
    private static boolean isUsual(COSBase parameters) {
        return parameters == null || parameters instanceof COSNull
                || parameters instanceof COSDictionary dictionary
                        && !(dictionary.getItem(COSName.PREDICTOR) instanceof COSObject)
                        && dictionary.getInt(COSName.PREDICTOR, 1) <= 1;
    }

    /** Pairs of an object's number and its offset from the first object. */
    private void readEntries(int count, int first) {
        int place = 0;
        long number = -1;
        while (place < first && entries.size() < count) {
            while (place < first && !Bytes.isDigit(content[place])) {
                place++;
            }
            long value = 0;
            for (; place < first && Bytes.isDigit(content[place]); place++) {
                value = Math.min(Integer.MAX_VALUE, value * 10 + content[place] - '0');
            }
            if (number < 0) {
                number = value;
            } else {
                entries.add(new Entry(number, (int) Math.min(content.length, first + value)));
                number = -1;
            }
        }
    }
}
