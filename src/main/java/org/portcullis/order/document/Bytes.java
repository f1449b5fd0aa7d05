package org.portcullis.order.document;

import java.nio.charset.StandardCharsets;

/** Finds tokens of PDF syntax in a file's bytes. */
final class Bytes {

    private Bytes() {
    }

    static byte[] of(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** @return the first position of the token between the two positions, or -1 */
    static int indexOf(byte[] content, byte[] word, int start, int end) {
        for (int place = start; place <= end - word.length; place++) {
            if (isAt(content, word, place)) {
                return place;
            }
        }
        return -1;
    }

    static boolean isAt(byte[] content, byte[] word, int place) {
        if (place < 0 || place + word.length > content.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (content[place + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** NUL, tab, line feed, form feed, carriage return, space (ISO 32000-2, table 1). */
    static boolean isBlank(byte character) {
        return character == 0 || character == '\t' || character == '\n' || character == '\f' || character == '\r'
                || character == ' ';
    }

    /**
     * @return whether it is printable ASCII, or marked as UTF-16; encrypted text is neither, except by a rare
     * coincidence
     */
    static boolean isText(byte[] content) {
        if (content.length > 1 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF) {
            return true;
        }
        for (byte character : content) {
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetter(byte character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }
}
