package org.portcullis.order.document;

import org.apache.pdfbox.cos.COSObjectKey;

/** Finds the positions of objects in a file, by their introduction, such as {@code 12 0 obj}. */
final class ObjectPlaces {

    private static final byte[] WORD = Bytes.of("obj");

    private final byte[] content;
    private int place;

    private ObjectPlaces(byte[] content, int place) {
        this.content = content;
        this.place = place;
    }

    /** @return the position of the next object, after its keyword; or -1 */
    static int next(byte[] content, int start) {
        int place = Bytes.indexOf(content, WORD, start, content.length);
        while (place >= 0 && isPartOfWord(content, place)) {
            place = Bytes.indexOf(content, WORD, place + WORD.length, content.length);
        }
        return place < 0 ? -1 : place + WORD.length;
    }

    private static boolean isPartOfWord(byte[] content, int place) {
        var end = place + WORD.length;
        return place > 0 && Bytes.isLetter(content[place - 1]) || end < content.length && Bytes.isLetter(content[end]);
    }

    /** @return the number and generation of the object at this position; 0 for either if it is missing */
    static COSObjectKey key(byte[] content, int start) {
        var numbers = new ObjectPlaces(content, start - WORD.length);
        var generation = (int) numbers.previous();
        return new COSObjectKey(numbers.previous(), generation);
    }

    private long previous() {
        while (place > 0 && Bytes.isBlank(content[place - 1])) {
            place--;
        }
        long value = 0;
        for (long unit = 1; place > 0 && unit <= 1_000_000_000L && Bytes.isDigit(content[place - 1]); unit *= 10) {
            value += unit * (content[--place] - '0');
        }
        return value;
    }
}
