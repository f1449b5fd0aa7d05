package org.portcullis.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of a machine whose current can be cut, at {@code cuttable:} and a path: what was forced is there afterwards, and of
 * each block that was written since, the new content or the old, as it happens.
 */
public class CuttableFiles extends FilePathWrapper {

    private static final int BLOCK = 4096;
    private static final Map<String, Disk> DISKS = new ConcurrentHashMap<>();

    /** What one file has on the disk, and what the operating system has yet to bring there. */
    static final class Disk {

        private byte[] forced = {};
        private final List<Map.Entry<Long, byte[]>> written = new ArrayList<>();

        private synchronized void write(long position, byte[] bytes) {
            for (int from = 0; from < bytes.length; from += BLOCK) {
                written.add(Map.entry(position + from,
                        Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + BLOCK))));
            }
        }

        private synchronized void force() {
            written.forEach(block -> forced = put(forced, block));
            written.clear();
        }

        /** @return the file after a cut in this moment */
        synchronized byte[] cut(Random random) {
            var left = forced.clone();
            for (var block : written) {
                if (random.nextBoolean()) {
                    left = put(left, block);
                }
            }
            return left;
        }

        private static byte[] put(byte[] file, Map.Entry<Long, byte[]> block) {
            int start = Math.toIntExact(block.getKey());
            var larger = Arrays.copyOf(file, Math.max(file.length, start + block.getValue().length));
            System.arraycopy(block.getValue(), 0, larger, start, block.getValue().length);
            return larger;
        }

        private synchronized void truncate(long size) {
            force();
            forced = Arrays.copyOf(forced, Math.toIntExact(Math.min(size, forced.length)));
        }
    }

    /** H2 makes one for each path. */
    public CuttableFiles() {
    }

    static void register() {
        FilePath.register(new CuttableFiles());
    }

    static Disk disk(String path) {
        return DISKS.computeIfAbsent(path, key -> new Disk());
    }

    @Override
    public String getScheme() {
        return "cuttable";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode), disk(getBase().toString()));
    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel file;
        private final Disk disk;

        private Channel(FileChannel file, Disk disk) {
            this.file = file;
            this.disk = disk;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            var bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            disk.write(position, bytes);
            return file.write(source, position);
        }

        @Override
        public void force(boolean metaData) {
            disk.force();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            disk.truncate(size);
            file.truncate(size);
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
}
