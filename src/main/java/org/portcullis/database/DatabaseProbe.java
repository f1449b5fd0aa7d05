package org.portcullis.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;

/** Looks whether the database can be worked with: by writing to it, by its schema, and by its clock. */
class DatabaseProbe {

    /** Of processes that have long ended. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final UUID process = UUID.randomUUID();
    private final DataSource source;
    private final Supplier<MigrationVersion> known;
    private final Clock clock;
    private final Duration tolerance;

    private MigrationVersion knownVersion;
    private volatile Duration clockOffset = Duration.ZERO;

    /**
     * @param known the schema that this program brings; asked once
     * @param tolerance by how much the clocks of this process and of the database may differ
     */
    DatabaseProbe(DataSource source, Supplier<MigrationVersion> known, Clock clock, Duration tolerance) {
        this.source = source;
        this.known = known;
        this.clock = clock;
        this.tolerance = tolerance;
    }

    /** @throws SQLException if there is no connection, or a change is refused */
    DatabaseState look() throws SQLException {
        if (knownVersion == null) {
            knownVersion = known.get();
        }
        try (var connection = source.getConnection()) {
            int schema = version(connection).compareTo(knownVersion);
            if (schema != 0) {
                return schema > 0 ? DatabaseState.NEWER : DatabaseState.OLDER;
            }
            writeDurably(connection);
            clockOffset = offset(connection);
            return clockOffset.abs().compareTo(tolerance) > 0 ? DatabaseState.CLOCK_OFF : DatabaseState.READY;
        }
    }

    /** @return how far the clock of this process was ahead of the database's; negative where it was behind */
    Duration clockOffset() {
        return clockOffset;
    }

    /** @return what the clock of this process says */
    Instant now() {
        return clock.instant();
    }

    private static MigrationVersion version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select version from flyway_schema_history where version is not null and success")) {
            var newest = MigrationVersion.EMPTY;
            while (rows.next()) {
                var version = MigrationVersion.fromVersion(rows.getString(1));
                newest = version.isNewerThan(newest) ? version : newest;
            }
            return newest;
        }
    }

    /** In a transaction, since it is that which waits for the disk. */
    private void writeDurably(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            write(connection);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void write(Connection connection) throws SQLException {
        var now = OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
        try (var update = connection
                .prepareStatement("update database_probe set written_at = ? where process_id = ?")) {
            update.setObject(1, now);
            update.setObject(2, process);
            if (update.executeUpdate() == 1) {
                return;
            }
        }
        try (var insert = connection
                .prepareStatement("insert into database_probe (written_at, process_id) values (?, ?)");
                var delete = connection.prepareStatement("delete from database_probe where written_at < ?")) {
            insert.setObject(1, now);
            insert.setObject(2, process);
            insert.executeUpdate();
            delete.setObject(1, now.minus(KEPT));
            delete.executeUpdate();
        }
    }

    /** The time that the question took is no difference of the clocks: the smallest difference that it allows is taken. */
    private Duration offset(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            // H2 has the clock of this machine.
            return Duration.ZERO;
        }
        try (var statement = connection.createStatement()) {
            var before = clock.instant();
            try (var rows = statement.executeQuery("select clock_timestamp()")) {
                rows.next();
                return offset(before, rows.getObject(1, OffsetDateTime.class).toInstant(), clock.instant());
            }
        }
    }

    static Duration offset(Instant before, Instant there, Instant after) {
        if (before.isAfter(there)) {
            return Duration.between(there, before);
        }
        return after.isBefore(there) ? Duration.between(there, after) : Duration.ZERO;
    }
}
