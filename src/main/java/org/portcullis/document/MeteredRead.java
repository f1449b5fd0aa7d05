package org.portcullis.document;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A file that can be read as often as a real PDF needs, about twenty times over, and not for ever. */
final class MeteredRead implements RandomAccessRead {

    /** In bytes; a second or two. */
    private static final long ALLOWANCE = 20 * PdfCheck.LARGEST;

    private final RandomAccessRead content;
    private long left = ALLOWANCE;

    MeteredRead(RandomAccessRead content) {
        this.content = content;
    }

    private void spend(long bytes) {
        left -= Math.max(1, bytes);
        if (left < 0) {
            throw new WaryParser.TooMuchException("Reading the file takes too long");
        }
    }

    @Override
    public int read() throws IOException {
        spend(1);
        return content.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var read = content.read(bytes, offset, length);
        spend(read);
        return read;
    }

    @Override
    public long getPosition() throws IOException {
        return content.getPosition();
    }

    @Override
    public void seek(long position) throws IOException {
        spend(1);
        content.seek(position);
    }

    @Override
    public long length() throws IOException {
        return content.length();
    }

    @Override
    public boolean isClosed() {
        return content.isClosed();
    }

    @Override
    public boolean isEOF() throws IOException {
        return content.isEOF();
    }

    @Override
    public RandomAccessReadView createView(long position, long length) {
        return new RandomAccessReadView(this, position, length);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
