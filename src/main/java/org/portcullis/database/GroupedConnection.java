package org.portcullis.database;

import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * A connection to an embedded H2 whose {@link #commit} returns once the change is on the disk, together with those of others. It
 * holds for transactions alone: a statement in auto-commit mode is acknowledged before.
 */
final class GroupedConnection extends JdbcConnection {

    private static final Map<MVStore, CommitGroup> GROUPS = Collections.synchronizedMap(new WeakHashMap<>());

    /** Null for a server's database, which the server writes, and for one in memory. */
    private final SessionLocal session;
    private final CommitGroup group;

    /** @throws SQLException if the database can't be opened */
    GroupedConnection(String url, Properties settings) throws SQLException {
        super(url, settings, null, null, false);
        var isEmbedded = getSession() instanceof SessionLocal local && local.getDatabase().isPersistent();
        this.session = isEmbedded ? (SessionLocal) getSession() : null;
        this.group = isEmbedded ? group(session.getDatabase().getStore().getMvStore()) : null;
    }

    /** The store must not be held by its own group, which is forgotten with it. */
    private static CommitGroup group(MVStore store) {
        var database = new WeakReference<>(store);
        return GROUPS.computeIfAbsent(store, opened -> new CommitGroup(() -> sync(database.get())));
    }

    private static void sync(MVStore store) throws SQLException {
        if (store == null || store.isClosed()) {
            throw new SQLException("The database is closed", "58030");
        }
        store.commit();
        // What H2's own thread had begun to write before is not seen by this commit: it has to come to its end, too.
        store.executeFilestoreOperation(() -> {});
    }

    @Override
    public void commit() throws SQLException {
        var isChange = session != null && session.hasPendingTransaction();
        super.commit();
        if (isChange) {
            group.await();
        }
    }
}
