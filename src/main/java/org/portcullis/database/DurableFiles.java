package org.portcullis.database;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.LongAdder;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's files behind {@code jdbc:h2:file:durable:}: what is written is forced to the disk before the write returns. {@link CommitGroup}
 * has H2 write once for all commits that came while it wrote for the ones before.
 */
@RegisterForReflection
public class DurableFiles extends FilePathWrapper {

    static final String SCHEME = "durable";

    private static final LongAdder FORCED = new LongAdder();
    private static volatile boolean forcing = true;

    /** H2 makes one for each path. */
    public DurableFiles() {
    }

    /**
     * Makes the scheme known to H2, before it opens the database.
     *
     * @param isForcing false to trust the operating system, which keeps what a process wrote but not through a power cut
     */
    static void register(boolean isForcing) {
        forcing = isForcing;
        FilePath.register(new DurableFiles());
    }

    /** @return how many times anything was forced to the disk since the process began */
    static long forced() {
        return FORCED.sum();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var channel = getBase().open(mode);
        return forcing && !"r".equals(mode) ? new ForcedChannel(channel, FORCED) : channel;
    }
}
