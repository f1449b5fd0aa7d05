package org.portcullis.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * Reads a PDF that may be a bomb. PDFBox unpacks object streams and cross-reference streams whole, in memory and without
 * bounds; here each is first unpacked into nothing, and the file is refused once they come to more than a real one holds.
 */
final class WaryParser extends PDFParser {

    static final String OBJECT_STREAM = "/ObjStm";

    /** In bytes, of all such streams of a file together. */
    private static final long MOST_UNPACKED = 8L * 1024 * 1024;
    /** Of the predictor; a row of a cross-reference stream has about ten. */
    private static final int MOST_COLUMNS = 64;

    private final Set<COSStream> weighed = Collections.newSetFromMap(new IdentityHashMap<>());
    private long unpacked;
    private boolean readsCrossReferences;

    WaryParser(RandomAccessRead content) throws IOException {
        super(content);
    }

    @Override
    protected COSDictionary retrieveTrailer() throws IOException {
        readsCrossReferences = true;
        try {
            return super.retrieveTrailer();
        } finally {
            readsCrossReferences = false;
        }
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        var stream = super.parseCOSStream(dictionary);
        if (readsCrossReferences) {
            weigh(stream);
        }
        return stream;
    }

    @Override
    protected COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
        if (document.getObjectFromPool(new COSObjectKey(number, 0)).getObject() instanceof COSStream stream) {
            weigh(stream);
        }
        return super.parseObjectStreamObject(number, key);
    }

    private void weigh(COSStream stream) {
        if (!weighed.add(stream)) {
            return;
        }
        var filter = only(stream.getFilters());
        if (filter != null && !COSName.FLATE_DECODE.equals(filter)
                || !isUsual(only(stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP)))) {
            throw new TooMuchException("An object stream is packed in an unusual way");
        }
        var before = unpacked;
        try (var raw = stream.createRawInputStream(); var content = filter == null ? raw : new InflaterInputStream(raw)) {
            count(content);
        } catch (IOException e) {
            // PDFBox would go on where this stopped.
            throw new TooMuchException("An object stream can't be unpacked");
        }
        if (stream.getInt(COSName.N) > unpacked - before) {
            throw new TooMuchException("An object stream promises more objects than it can hold");
        }
    }

    private static COSBase only(COSBase object) {
        return object instanceof COSArray array && array.size() == 1 ? array.getObject(0) : object;
    }

    /** PDFBox makes room for a row of the predictor that is as long as the file says. */
    private static boolean isUsual(COSBase parameters) {
        return parameters == null || parameters instanceof COSDictionary dictionary
                && dictionary.getInt(COSName.COLUMNS, 1) <= MOST_COLUMNS
                && dictionary.getInt(COSName.COLORS, 1) == 1
                && dictionary.getInt(COSName.BITS_PER_COMPONENT, 8) == 8;
    }

    private void count(InputStream content) throws IOException {
        var buffer = new byte[8192];
        for (int read; (read = content.read(buffer)) >= 0;) {
            unpacked += read;
            if (unpacked > MOST_UNPACKED) {
                throw new TooMuchException("The object streams hold too much");
            }
        }
    }

    /** A file asks for more than a real one needs. Unchecked, so that nothing in PDFBox takes it for a flaw to repair. */
    static final class TooMuchException extends RuntimeException {

        TooMuchException(String message) {
            super(message);
        }
    }
}
