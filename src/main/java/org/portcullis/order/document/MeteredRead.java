package org.portcullis.order.document;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Random access to bytes, limited to as many reads as a real PDF needs. */
final class MeteredRead implements RandomAccessRead {

    private final RandomAccessRead content;
    private final PdfCheckEffort work;

    MeteredRead(RandomAccessRead content, PdfCheckEffort work) {
        this.content = content;
        this.work = work;
    }

    @Override
    public int read() throws IOException {
        work.read(1);
        return content.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var read = content.read(bytes, offset, length);
        work.read(read);
        return read;
    }

    @Override
    public long getPosition() throws IOException {
        return content.getPosition();
    }

    @Override
    public void seek(long position) throws IOException {
        work.read(1);
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
