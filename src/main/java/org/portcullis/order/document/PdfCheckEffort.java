package org.portcullis.order.document;

/**
 * Limits for the check of one file: well above what real documents need, but low enough that a malicious file takes
 * less than a second and at most some thirty megabytes. Work is counted instead of time, so that the result is the same
 * on every machine.
 */
final class PdfCheckEffort {

    /** Nesting depth of objects. */
    private static final int DEEPEST = 100;
    /** Names, numbers, texts, arrays and dictionaries of one object, which are all in memory at once. */
    private static final int MOST_VALUES_OF_OBJECT = 100_000;
    private static final int MOST_VALUES = 1_500_000;
    /** Minimum average length of a value in a file and its object streams, in bytes; ten are usual. */
    private static final int BYTES_OF_VALUE = 4;
    private static final int VALUES_OF_SMALL = 100_000;
    /** In bytes, for one name, number or text including what precedes it. */
    private static final long MOST_READ_OF_VALUE = 1024 * 1024;
    /** Different names: PDFBox caches each. */
    private static final int MOST_NAMES = 50_000;
    /** Numbered objects of a file. */
    private static final int MOST_OBJECTS = 200_000;
    private static final int MOST_OBJECT_STREAMS = 10_000;
    /** In bytes, of all object streams together, and the share of it that a small file may use. */
    private static final long MOST_UNPACKED = 8L * 1024 * 1024;
    private static final long UNPACKED_OF_SMALL = 256L * 1024;
    /** Maximum size of a file's decompressed object streams, as a multiple of the file's size; about five is usual. */
    private static final int UNPACKED_OF_BYTE = 8;
    /** In bytes, of one object stream; real ones have less than a tenth. */
    private static final long MOST_UNPACKED_AT_ONCE = 2L * 1024 * 1024;
    /** How often each byte of a file and of its object streams may be read on average; two is usual. */
    private static final int READS_OF_BYTE = 6;
    private static final long READS_OF_SMALL = 256L * 1024;

    private final long size;
    private final long unpackable;
    private long readable;
    private long unpacked;
    private long unpackedAtOnce;
    private long readOfValue;
    private int objectStreams;
    private int values;
    private int valuesOfObject;
    private int objects;
    private int names;
    private int depth;

    /** @param size of the file, in bytes */
    PdfCheckEffort(long size) {
        this.size = size;
        readable = READS_OF_SMALL + READS_OF_BYTE * size;
        unpackable = Math.min(MOST_UNPACKED, UNPACKED_OF_SMALL + UNPACKED_OF_BYTE * size);
    }

    void read(long bytes) {
        var cost = Math.max(1, bytes);
        readOfValue += cost;
        require(readOfValue <= MOST_READ_OF_VALUE, "A value is too long");
        scan(cost);
    }

    /** Counts bytes that are searched or copied, and not read one by one. */
    void scan(long bytes) {
        readable -= bytes;
        require(readable >= 0, "Reading the file takes too long");
    }

    void startObjectStream() {
        unpackedAtOnce = 0;
        require(++objectStreams <= MOST_OBJECT_STREAMS, "The file holds too many object streams");
    }

    void unpack(long bytes) {
        unpacked += bytes;
        unpackedAtOnce += bytes;
        readable += READS_OF_BYTE * bytes;
        require(unpacked <= unpackable && unpackedAtOnce <= MOST_UNPACKED_AT_ONCE, "The object streams hold too much");
    }

    void startObject() {
        readOfValue = 0;
        valuesOfObject = 0;
        depth = 0;
        require(++objects <= MOST_OBJECTS, "The file holds too many objects");
    }

    void startValue() {
        readOfValue = 0;
        require(++valuesOfObject <= MOST_VALUES_OF_OBJECT, "An object holds too much");
        require(++values <= Math.min(MOST_VALUES, VALUES_OF_SMALL + (size + unpacked) / BYTES_OF_VALUE),
                "The file holds too much");
        require(++depth <= DEEPEST, "Objects are nested too deeply");
    }

    void endValue() {
        readOfValue = 0;
        depth--;
    }

    void newName() {
        require(++names <= MOST_NAMES, "The file holds too many names");
    }

    static void require(boolean isUsual, String message) {
        if (!isUsual) {
            throw new TooMuchException(message);
        }
    }

    /** A file exceeds the limits. Unchecked, so that PDFBox does not treat it as a recoverable error. */
    static final class TooMuchException extends RuntimeException {

        TooMuchException(String message) {
            super(message);
        }
    }
}
