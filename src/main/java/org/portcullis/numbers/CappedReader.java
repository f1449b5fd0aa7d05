package org.portcullis.numbers;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops after a maximum number of characters, and knows whether there were more. */
final class CappedReader extends FilterReader {

    private int left;
    private boolean isCut;

    CappedReader(Reader source, int most) {
        super(source);
        left = most;
    }

    boolean isCut() {
        return isCut;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        isCut |= c >= 0 && left == 0;
        return isCut || c < 0 ? -1 : counted(c, 1);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return read();
        }
        int count = super.read(buffer, offset, Math.min(length, left));
        return count < 0 ? count : counted(count, count);
    }

    private int counted(int result, int characters) {
        left -= characters;
        return result;
    }
}
