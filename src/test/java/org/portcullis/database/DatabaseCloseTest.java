package org.portcullis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded database closes with the options that the portal has for it. */
class DatabaseCloseTest {

    private static final int WRITERS = 16;
    private static final int ROWS = 20;
    private static final int COMMITS = 150;
    /** The last changes, the headers and the mark of an orderly close; a compaction has several times as many. */
    private static final int FORCED_BY_CLOSE = 8;

    @TempDir
    Path folder;

    @BeforeEach
    void register() {
        DurableFiles.register(true);
    }

    private static String options() throws IOException {
        var settings = new Properties();
        try (var file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        var url = settings.getProperty("quarkus.datasource.jdbc.url");
        return url.substring(url.indexOf(';'));
    }

    private Connection connect() throws SQLException, IOException {
        var url = "jdbc:h2:file:durable:" + folder.resolve("portcullis") + options();
        var connection = new GroupedDriver().connect(url, new Properties());
        connection.setAutoCommit(false);
        return connection;
    }

    /** @return what this writer was told is kept, by its keys */
    private Map<Integer, String> write(int writer) throws SQLException, IOException {
        var kept = new TreeMap<Integer, String>();
        try (var connection = connect();
                var merge = connection.prepareStatement("merge into comment (id, text) key (id) values (?, ?)")) {
            for (int commit = 0; commit < COMMITS; commit++) {
                int id = writer * ROWS + commit % ROWS;
                var text = (writer + "." + commit + " ").repeat(1 + commit % 50);
                merge.setInt(1, id);
                merge.setString(2, text);
                merge.execute();
                connection.commit();
                kept.put(id, text);
            }
        }
        return kept;
    }

    private Map<Integer, String> writeAll() throws Exception {
        var work = new ArrayList<Callable<Map<Integer, String>>>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            work.add(() -> write(writer));
        }
        var kept = new TreeMap<Integer, String>();
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            for (var written : pool.invokeAll(work)) {
                kept.putAll(written.get());
            }
        } finally {
            pool.shutdown();
        }
        return kept;
    }

    private Map<Integer, String> readAll() throws SQLException, IOException {
        var rows = new TreeMap<Integer, String>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select id, text from comment")) {
            while (found.next()) {
                rows.put(found.getInt(1), found.getString(2));
            }
        }
        return rows;
    }

    @Test
    void theAddressTurnsTheCompactionOfAClosingFileOff() throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var setting = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'MAX_COMPACT_TIME'")) {
            assertTrue(setting.next());
            assertEquals("0", setting.getString(1));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sixteenWritersFindAllThatWasAcknowledgedAfterAnOrderlyClose(boolean isShutdown) throws Exception {
        Map<Integer, String> kept;
        long before;
        try (var held = connect(); var statement = held.createStatement()) {
            statement.execute("create table comment (id int primary key, text varchar)");
            held.commit();
            kept = writeAll();
            before = DurableFiles.forced();
            if (isShutdown) {
                statement.execute("shutdown");
            }
        }
        var forced = DurableFiles.forced() - before;
        assertTrue(forced <= FORCED_BY_CLOSE, forced + " times forced to the disk by the close");
        assertEquals(WRITERS * ROWS, kept.size());
        assertEquals(kept, readAll());
        assertFalse(Files.exists(folder.resolve("portcullis.trace.db")), "H2 wrote of an error");
    }
}
