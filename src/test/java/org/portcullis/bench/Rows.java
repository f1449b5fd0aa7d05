package org.portcullis.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** Rows of one table on their way into the database, many at a time. */
final class Rows implements AutoCloseable {

    private static final int BATCH = 2_000;

    private final PreparedStatement statement;
    private int waiting;

    Rows(Connection connection, String table, String... columns) throws SQLException {
        statement = connection
                .prepareStatement("insert into " + table + " (" + String.join(", ", columns) + ") values ("
                        + String.join(", ", Collections.nCopies(columns.length, "?")) + ")");
    }

    void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        waiting++;
        if (waiting == BATCH) {
            statement.executeBatch();
            // One transaction over all of them would have to remember how to undo each.
            statement.getConnection().commit();
            waiting = 0;
        }
    }

    /** Writes what waits, before rows of another table that need it. */
    void flush() throws SQLException {
        statement.executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        statement.executeBatch();
        statement.close();
    }
}
