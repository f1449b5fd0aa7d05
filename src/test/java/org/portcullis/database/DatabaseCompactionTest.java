package org.portcullis.database;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCompactionTest {

    private static final int ROWS = 300;
    private static final int ROUNDS = 8;

    @TempDir
    Path folder;

    /** What is measured is the size, and not the waits for the disk. */
    @BeforeEach
    void forceNothing() {
        DurableFiles.register(false);
    }

    @AfterEach
    void forceAgain() {
        DurableFiles.register(true);
    }

    /** With the options that the portal has. */
    private Connection connect() throws SQLException, IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        var url = settings.getProperty("quarkus.datasource.jdbc.url");
        return DriverManager.getConnection("jdbc:h2:file:durable:" + folder.resolve("portcullis") + url.substring(url.indexOf(';')));
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("portcullis.mv.db"));
    }

    /** Each change is a commit of its own, which leaves the pages that it replaces behind. */
    private void swell(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table if not exists note (id int primary key, text varchar(4000))");
            for (int round = 0; round < ROUNDS; round++) {
                for (int row = 0; row < ROWS; row++) {
                    statement.execute("merge into note values (" + row + ", repeat('" + round + " " + row + " ', 150))");
                }
            }
        }
    }

    private long live() throws SQLException, IOException {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        }
        return size();
    }

    @Test
    void theFileIsCompactedAsItCloses() throws Exception {
        long swollen;
        try (var connection = connect()) {
            swell(connection);
            swollen = size();
        }
        long closed = size();
        long live = live();
        assertTrue(swollen > 4 * live, swollen + " of which " + live + " are live");
        assertTrue(closed < 2 * live + (1 << 20), closed + " of which " + live + " are live");
    }

    @Test
    void theFileIsCompactedWhileItIsOpen() throws Exception {
        long swollen;
        long running;
        try (var connection = connect()) {
            swell(connection);
            swollen = size();
            for (int time = 0; time < 20; time++) {
                DatabaseCompaction.compact(connection, 0);
            }
            running = size();
            swell(connection);
            assertTrue(size() < swollen + running, size() + " after as much again: the room is used again");
        }
        long live = live();
        assertTrue(swollen > 4 * live, swollen + " of which " + live + " are live");
        assertTrue(running < 3 * live + (1 << 20), running + " of which " + live + " are live");
    }
}
