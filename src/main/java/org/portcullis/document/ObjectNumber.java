package org.portcullis.document;

import org.apache.pdfbox.cos.COSObjectKey;

/** The number and the generation that an object has by the words before it, such as {@code 12 0 obj}. */
final class ObjectNumber {

    private final byte[] content;
    private int place;

    private ObjectNumber(byte[] content, int place) {
        this.content = content;
        this.place = place;
    }

    /** @return 0 for either where none stands there */
    static COSObjectKey before(byte[] content, int place) {
        var numbers = new ObjectNumber(content, place);
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
