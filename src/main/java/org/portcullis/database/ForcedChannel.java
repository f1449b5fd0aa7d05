package org.portcullis.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.LongAdder;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file whose writes have reached the disk when they return. The last block of a write reaches it after the others: H2
 * writes a chunk at once, and takes one for whole whose first and last blocks are there.
 */
class ForcedChannel extends FileBaseDefault {

    /** H2's, in bytes. */
    private static final int BLOCK = 4096;

    private final FileChannel file;
    private final LongAdder forced;

    ForcedChannel(FileChannel file, LongAdder forced) {
        this.file = file;
        this.forced = forced;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        int length = source.remaining();
        if (length > BLOCK) {
            var end = source.limit();
            source.limit(end - BLOCK);
            writeAll(source, position);
            source.limit(end);
        }
        writeAll(source, position + length - source.remaining());
        return length;
    }

    private void writeAll(ByteBuffer source, long position) throws IOException {
        var next = position;
        while (source.hasRemaining()) {
            next += file.write(source, next);
        }
        force(false);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
        forced.increment();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.truncate(size);
        force(true);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return file.read(target, position);
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
