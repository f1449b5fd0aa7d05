package org.portcullis.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** What the benchmark has to reach of this package. */
public final class DurableFilesAccess {

    private DurableFilesAccess() {
    }

    /** @see DurableFiles#register */
    public static void register(boolean isForcing) {
        DurableFiles.register(isForcing);
    }

    /** @return a connection as the portal has them */
    public static Connection connect(String url) throws SQLException {
        return new GroupedDriver().connect(url, new Properties());
    }

    /** @return how many times anything was forced to the disk */
    public static long forced() {
        return DurableFiles.forced();
    }
}
