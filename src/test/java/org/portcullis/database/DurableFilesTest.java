package org.portcullis.database;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurableFilesTest {

    private static final String OPTIONS = ";WRITE_DELAY=500;DB_CLOSE_ON_EXIT=FALSE";
    private static final int COMMITTING = 15;

    @TempDir
    Path folder;

    @BeforeEach
    void register() {
        DurableFiles.register(true);
        CuttableFiles.register();
        FilePath.register(new HeldFiles());
    }

    @AfterEach
    void forceAgain() {
        DurableFiles.register(true);
    }

    private Connection connect(String scheme, Path file) throws SQLException {
        var connection = new GroupedDriver().connect("jdbc:h2:file:" + scheme + file + OPTIONS, new Properties());
        connection.setAutoCommit(false);
        return connection;
    }

    private static int count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*), sum(length(text)) from comment")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** A row of these has several pages, so that a chunk has many blocks that may arrive or not. */
    private static void comment(Connection connection, int id) throws SQLException {
        try (var insert = connection.prepareStatement("insert into comment values (?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, (id + " ").repeat(2_000));
            insert.execute();
        }
    }

    private static void keepComment(Connection connection, int id) throws SQLException {
        comment(connection, id);
        connection.commit();
    }

    private static void makeTable(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table comment (id int primary key, text varchar)");
            // A statement that makes a table commits by itself, before the disk has it.
            statement.execute("create table made (id int primary key)");
            statement.execute("insert into made values (1)");
            connection.commit();
        }
    }

    /** @return how many commits of those acknowledged were lost, at most, by a cut after any of them */
    private int lostByCuts(long seed) throws SQLException, IOException {
        var file = folder.resolve("portcullis");
        var disk = CuttableFiles.disk(file + ".mv.db");
        var random = new Random(seed);
        var cuts = new ArrayList<byte[]>();
        try (var connection = connect("durable:cuttable:", file)) {
            makeTable(connection);
            for (int id = 0; id < 40; id++) {
                keepComment(connection, id);
                cuts.add(disk.cut(random));
            }
        }
        int lost = 0;
        for (int id = 0; id < cuts.size(); id += 3) {
            var left = folder.resolve("left-" + id);
            Files.write(Path.of(left + ".mv.db"), cuts.get(id));
            try (var connection = connect("", left)) {
                lost = Math.max(lost, id + 1 - count(connection));
            } catch (SQLException e) {
                lost = Math.max(lost, id + 1);
            }
        }
        return lost;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void loseNothingThatWasAcknowledgedToAPowerCut(long seed) throws SQLException, IOException {
        assertEquals(0, lostByCuts(seed));
    }

    @Test
    void loseWhatWasAcknowledgedWhereTheOperatorTurnedForcingOff() throws SQLException, IOException {
        DurableFiles.register(false);
        assertTrue(lostByCuts(1) > 0);
    }

    @Test
    void areWholeAfterACutInTheMiddleOfAWrite() throws Exception {
        var file = folder.resolve("portcullis");
        var disk = CuttableFiles.disk(file + ".mv.db");
        var cuts = Collections.synchronizedList(new ArrayList<byte[]>());
        var acknowledged = Collections.synchronizedList(new ArrayList<Integer>());
        var random = new Random(4);
        try (var connection = connect("durable:held:cuttable:", file)) {
            makeTable(connection);
            for (int id = 0; id < 20; id++) {
                int before = id;
                HeldFiles.beforeForce = () -> {
                    cuts.add(disk.cut(random));
                    acknowledged.add(before);
                };
                keepComment(connection, id);
                HeldFiles.beforeForce = () -> {};
            }
        }
        assertTrue(cuts.size() >= 20, "forced for each");
        for (int i = 0; i < cuts.size(); i++) {
            var left = folder.resolve("left-" + i);
            Files.write(Path.of(left + ".mv.db"), cuts.get(i));
            try (var connection = connect("", left)) {
                int there = count(connection);
                assertTrue(there >= acknowledged.get(i) && there <= acknowledged.get(i) + 1,
                        there + " of " + acknowledged.get(i));
            }
        }
    }

    @Test
    void areForcedOnceForAllCommitsThatCameMeanwhile() throws Exception {
        var file = folder.resolve("portcullis");
        var connections = new ArrayList<Connection>();
        try (var first = connect("durable:held:", file)) {
            makeTable(first);
            comment(first, 0);
            for (int id = 1; id <= COMMITTING; id++) {
                var connection = connect("durable:held:", file);
                connections.add(connection);
                comment(connection, id);
            }
            var release = new CountDownLatch(1);
            var reached = new CountDownLatch(1);
            var forced = new AtomicInteger();
            HeldFiles.beforeForce = () -> {
                forced.incrementAndGet();
                reached.countDown();
                release.await();
            };
            var threads = new ArrayList<Thread>(List.of(committing(first)));
            reached.await();
            connections.forEach(connection -> threads.add(committing(connection)));
            await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
            assertEquals(1, forced.get(), "none is acknowledged before its own is forced");
            var synced = CommitGroup.synced();
            release.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            HeldFiles.beforeForce = () -> {};
            // One chunk for the first, one for all others together; each is its blocks and its last block, and now and then a header.
            assertTrue(forced.get() <= 8, forced + " for " + (COMMITTING + 1) + " commits");
            assertEquals(synced + 2, CommitGroup.synced());
            first.commit();
            assertEquals(COMMITTING + 1, count(first));
        } finally {
            HeldFiles.beforeForce = () -> {};
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** H2 rewrites in the background what is mostly dead: that must lose nothing either, nor leave a file that can't be opened. */
    @Test
    void loseNothingToAPowerCutWhileTheFileIsCompacted() throws Exception {
        var file = folder.resolve("portcullis");
        var disk = CuttableFiles.disk(file + ".mv.db");
        var random = new Random(5);
        var cuts = Collections.synchronizedList(new ArrayList<byte[]>());
        var acknowledged = Collections.synchronizedList(new ArrayList<Integer>());
        var last = new AtomicInteger();
        var forced = new AtomicInteger();
        try (var connection = connect("durable:held:cuttable:", file); var statement = connection.createStatement()) {
            statement.execute("set retention_time 0");
            makeTable(connection);
            for (int id = 0; id < 50; id++) {
                comment(connection, id);
            }
            connection.commit();
            HeldFiles.beforeForce = () -> {
                if (forced.incrementAndGet() % 9 == 0) {
                    acknowledged.add(last.get());
                    cuts.add(disk.cut(random));
                }
            };
            try (var update = connection
                    .prepareStatement("update comment set text = repeat(?, 2000) where mod(id, 10) = ?")) {
                for (int round = 1; round <= 300; round++) {
                    update.setString(1, String.format("%05d ", round));
                    update.setInt(2, round % 10);
                    update.execute();
                    connection.commit();
                    last.set(round);
                }
            }
            HeldFiles.beforeForce = () -> {};
        }
        assertTrue(cuts.size() >= 30, cuts.size() + " cuts");
        for (int i = 0; i < cuts.size(); i++) {
            var left = folder.resolve("left-" + i);
            Files.write(Path.of(left + ".mv.db"), cuts.get(i));
            try (var connection = connect("", left);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select substring(text, 1, 6) from comment")) {
                int there = 0;
                int newest = 0;
                for (; rows.next(); there++) {
                    newest = rows.getString(1).matches("[0-9]{5} ")
                            ? Math.max(newest, Integer.parseInt(rows.getString(1).strip()))
                            : newest;
                }
                assertEquals(50, there);
                assertTrue(newest >= acknowledged.get(i), newest + " of " + acknowledged.get(i));
            }
            Files.delete(Path.of(left + ".mv.db"));
        }
    }

    private static Thread committing(Connection connection) {
        var thread = new Thread(() -> {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private interface Moment {
        void pass() throws InterruptedException;
    }

    /** Does what a test wants done before anything is forced. */
    public static class HeldFiles extends FilePathWrapper {

        static volatile Moment beforeForce = () -> {};

        /** H2 makes one for each path. */
        public HeldFiles() {
        }

        @Override
        public String getScheme() {
            return "held";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            var file = getBase().open(mode);
            return new ForcedChannel(file, new LongAdder()) {
                @Override
                public int write(ByteBuffer source, long position) throws IOException {
                    return file.write(source, position);
                }

                @Override
                public void force(boolean metaData) throws IOException {
                    try {
                        beforeForce.pass();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    super.force(metaData);
                }
            };
        }
    }
}
