package org.portcullis.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Keeps the file of the embedded database from growing to many times of what is in it. H2 does that by itself only where it
 * may write later than it acknowledges, which it may not here.
 */
@Singleton
class DatabaseCompaction {

    /** Bytes up to which it does not matter. */
    private static final long SMALL = 32L << 20;
    /** Percent of what the file has that is live data. */
    private static final int FULL_ENOUGH = 60;
    /** Changes wait so long; what is left is for the next time. */
    private static final int MILLISECONDS = 200;

    private final AgroalDataSource source;
    private final boolean isEmbedded;

    DatabaseCompaction(AgroalDataSource source, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.source = source;
        this.isEmbedded = DatabaseFile.of(url).isPresent();
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void compact() throws SQLException {
        if (isEmbedded) {
            try (var connection = source.getConnection()) {
                compact(connection, SMALL);
            }
        }
    }

    /** @param small bytes up to which nothing is done */
    static void compact(Connection connection, long small) throws SQLException {
        var store = ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase().getStore().getMvStore();
        if (store.getFileStore().size() > small && fill(store) < FULL_ENOUGH) {
            var retention = store.getRetentionTime();
            try {
                store.compactFile(MILLISECONDS);
            } finally {
                // It sets none, for the rest of the store's life.
                store.setRetentionTime(retention);
            }
        }
    }

    /** @return percent of the file that is live data: of chunks, what is live, and of the file, what is chunks */
    private static int fill(MVStore store) {
        return store.getFileStore().getChunksFillRate() * store.getFileStore().getFillRate() / 100;
    }
}
