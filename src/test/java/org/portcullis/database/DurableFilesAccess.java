package org.portcullis.database;

/** What the benchmark has to reach of this package. */
public final class DurableFilesAccess {

    private DurableFilesAccess() {
    }

    /** @see DurableFiles#register */
    public static void register(boolean isForcing) {
        DurableFiles.register(isForcing);
    }

    /** @return how many times anything was forced to the disk */
    public static long forced() {
        return DurableFiles.forced();
    }
}
