package org.portcullis.order.document;

/**
 * What the check of one file may cost: so much more than a real document needs, and so little that a file made to be costly
 * takes less than a second and no more than some thirty megabytes. Counted as work and not as time, so that the answer is the
 * same on every machine.
 */
final class PdfCheckEffort {

    /** Objects that are written one inside another. */
    private static final int DEEPEST = 100;
    /** Names, numbers, texts, arrays and dictionaries of one object, which are all in memory at once. */
    private static final int MOST_VALUES_OF_OBJECT = 100_000;
    private static final int MOST_VALUES = 1_500_000;
    /** In bytes, that a value takes of a file and of its object streams, on average; ten are usual. */
    private static final int BYTES_OF_VALUE = 4;
    private static final int VALUES_OF_SMALL = 100_000;
    /** In bytes, of one name, number or text with what is before it. */
    private static final long MOST_READ_OF_VALUE = 1024 * 1024;
    /** Different names: PDFBox keeps each. */
    private static final int MOST_NAMES = 50_000;
    /** Numbered objects of a file. */
    private static final int MOST_OBJECTS = 200_000;
    private static final int MOST_OBJECT_STREAMS = 10_000;
    /** In bytes, of all object streams together; and how much that may be of a small file. */
    private static final long MOST_UNPACKED = 8L * 1024 * 1024;
    private static final long UNPACKED_OF_SMALL = 256L * 1024;
    /** How many times its size a file's object streams may have; real ones have about five. */
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

    /** Bytes that are searched or copied, and not read one by one. */
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

    /** A file asks for more than a real one needs. Unchecked, so that nothing in PDFBox takes it for a flaw to pass over. */
    static final class TooMuchException extends RuntimeException {

        TooMuchException(String message) {
            super(message);
        }
    }
}
