package org.portcullis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseHealthTest {

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final JdbcDataSource database = new JdbcDataSource();
    private MigrationVersion known;

    @BeforeEach
    void migrate() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        var flyway = Flyway.configure().dataSource(database).load();
        flyway.migrate();
        known = SchemaVersion.known(flyway);
    }

    private DatabaseState state(DataSource source) throws Exception {
        return health(source).state().get(30, TimeUnit.SECONDS);
    }

    private DatabaseHealth health(DataSource source) {
        return new DatabaseHealth(new DatabaseProbe(source, () -> known, Clock.systemUTC(), TOLERANCE));
    }

    private void run(String statement) throws SQLException {
        try (var connection = database.getConnection(); var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private interface Connecting {
        Connection connect() throws Exception;
    }

    private static DataSource source(Connecting connecting) {
        return (DataSource) Proxy.newProxyInstance(DatabaseHealthTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connecting.connect());
    }

    @Test
    void isReadyWhereAChangeCanBeWritten() throws Exception {
        assertEquals(DatabaseState.READY, state(database));
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from database_probe")) {
            rows.next();
            assertEquals(1, rows.getInt(1));
        }
    }

    @Test
    void isNotReadyWhereReadingWorksAndWritingDoesNot() throws Exception {
        run("alter table database_probe rename to database_probe_gone");
        assertEquals(DatabaseState.NOT_WRITABLE, state(database));
    }

    @Test
    void isNotReadyWithoutADatabase() throws Exception {
        assertEquals(DatabaseState.NOT_WRITABLE, state(source(() -> {
            throw new SQLException("refused", "08001");
        })));
    }

    @Test
    void isNotReadyOnceANewerVersionHasMigrated() throws Exception {
        var health = health(database);
        run("insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success) "
                + "values (900, '900', 'Newer', 'SQL', 'V900__Newer.sql', 'sa', 1, true)");
        assertEquals(DatabaseState.NEWER, health.state().get(30, TimeUnit.SECONDS));
    }

    @Test
    void isNotReadyOnASchemaThatWasPutBack() throws Exception {
        run("delete from flyway_schema_history where version = '" + known + "'");
        assertEquals(DatabaseState.OLDER, state(database));
    }

    @Test
    void answersWhereTheDatabaseNeverDoesAndAsksItOnce() throws Exception {
        var asked = new AtomicInteger();
        var never = new CountDownLatch(1);
        var health = health(source(() -> {
            asked.incrementAndGet();
            never.await();
            return database.getConnection();
        }));
        assertEquals(DatabaseState.SILENT, health.state().get(30, TimeUnit.SECONDS));
        assertEquals(DatabaseState.SILENT, health.state().get(30, TimeUnit.SECONDS));
        assertEquals(DatabaseState.SILENT, health.lastSeen());
        assertEquals(1, asked.get());
        never.countDown();
    }

    @Test
    void publishesWhetherItIsReadyAndTheSizeOfTheFile(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("portcullis.mv.db"), new byte[4_096]);
        var metrics = new SimpleMeterRegistry();
        var health = health(database);
        health.measure(metrics, "jdbc:h2:file:durable:" + folder.resolve("portcullis") + ";MODE=PostgreSQL");
        assertEquals(4_096, metrics.get("portcullis.database.bytes").gauge().value());
        health.state().get(30, TimeUnit.SECONDS);
        assertEquals(1, metrics.get("portcullis.database.ready").gauge().value());
        assertEquals(0, metrics.get("portcullis.clock.offset.seconds").gauge().value());
    }

    @Test
    void theTimeThatTheQuestionTookIsNoDifferenceOfClocks() {
        var there = Instant.parse("2026-03-02T10:00:00Z");
        assertEquals(Duration.ZERO, DatabaseProbe.offset(there.minusSeconds(8), there, there.plusSeconds(9)));
        assertEquals(Duration.ofSeconds(6), DatabaseProbe.offset(there.plusSeconds(6), there, there.plusSeconds(7)));
        assertEquals(Duration.ofSeconds(-6), DatabaseProbe.offset(there.minusSeconds(7), there, there.minusSeconds(6)));
    }

    @Test
    void everyStateHasASentence() {
        for (DatabaseState state : DatabaseState.values()) {
            assertTrue(state.sentence().startsWith("The "), state.name());
        }
    }
}
