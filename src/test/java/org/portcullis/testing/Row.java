package org.portcullis.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.h2.Driver;

/** Writes and reads rows of the portal's database directly, so that tests also work with a packaged portal. */
public final class Row {

    private static final ThreadLocal<Kept> CONNECTION = new ThreadLocal<>();

    /** An open connection and its URL. */
    private record Kept(String url, Connection connection) {
    }

    private final String table;
    private final Map<String, Object> columns = new LinkedHashMap<>();

    private Row(String table) {
        this.table = table;
    }

    static Row of(String table) {
        return new Row(table);
    }

    Row with(String column, Object value) {
        columns.put(column, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return this;
    }

    void insert() {
        var sql = "insert into " + table + " (" + String.join(", ", columns.keySet()) + ") values ("
                + columns.keySet().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        try (var statement = connection().prepareStatement(sql)) {
            set(statement, columns.values().toArray());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Executes the same statement for each of many rows. */
    public static void insertAll(String sql, List<Object[]> rows) {
        try (var statement = connection().prepareStatement(sql)) {
            for (Object[] row : rows) {
                set(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int update(String sql, Object... parameters) {
        try (var statement = connection().prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return every column of every row, as text */
    public static List<Map<String, String>> select(String sql, Object... parameters) {
        var rows = new ArrayList<Map<String, String>>();
        try (var statement = connection().prepareStatement(sql)) {
            set(statement, parameters);
            var result = statement.executeQuery();
            var labels = result.getMetaData();
            while (result.next()) {
                var row = new LinkedHashMap<String, String>();
                for (int i = 1; i <= labels.getColumnCount(); i++) {
                    row.put(labels.getColumnLabel(i).toLowerCase(), result.getString(i));
                }
                rows.add(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    /** Runs a task while another transaction holds row locks on the query's result. */
    public static void holding(String query, Runnable meanwhile) {
        try (var statement = connection().createStatement()) {
            connection().setAutoCommit(false);
            statement.executeQuery(query);
            meanwhile.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            letGo();
        }
    }

    private static void letGo() {
        try {
            connection().rollback();
            connection().setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** Reused, since PostgreSQL starts a process for each connection. */
    private static Connection connection() throws SQLException {
        var url = Surroundings.databaseUrl();
        var kept = CONNECTION.get();
        if (kept == null || !kept.url.equals(url)) {
            kept = new Kept(url, url.startsWith("jdbc:h2:") ? new Driver().connect(url, new Properties())
                    : DriverManager.getConnection(url));
            CONNECTION.set(kept);
        }
        return kept.connection;
    }
}
