package org.portcullis.numbers;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Converts text that was decoded as Latin-1 to Windows-1252, which differs in 27 characters, such as the dash and the
 * apostrophe. (A native executable lacks this charset.)
 */
final class Windows1252Reader extends FilterReader {

    private static final char FIRST = '\u0080';
    private static final String CHARACTERS = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
            + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    Windows1252Reader(Reader latin1) {
        super(latin1);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        return c < 0 ? c : of((char) c);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            buffer[i] = of(buffer[i]);
        }
        return count;
    }

    private static char of(char c) {
        int at = c - FIRST;
        return at >= 0 && at < CHARACTERS.length() ? CHARACTERS.charAt(at) : c;
    }
}
