package org.portcullis.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.portcullis.database.DurableFilesAccess;

/** Prints how many small changes a second the embedded database acknowledges, with and without forcing them to the disk. */
public final class CommitBenchmark {

    private static final long SECONDS = 10;
    private static final List<Integer> WRITERS = List.of(1, 4, 16);

    private CommitBenchmark() {
    }

    /** @param arguments the folder on the disk to measure */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        System.out.printf("%-8s %-10s %12s %12s %18s%n", "writers", "forced", "commits/s", "forces/s",
                "ms for a commit");
        for (boolean forcing : List.of(false, true)) {
            DurableFilesAccess.register(forcing);
            for (int writers : WRITERS) {
                measure(folder, writers, forcing);
            }
        }
    }

    private static void measure(Path folder, int writers, boolean forcing) throws Exception {
        var file = folder.resolve("commits-" + UUID.randomUUID());
        var url = "jdbc:h2:file:durable:" + file + ";WRITE_DELAY=500;DB_CLOSE_ON_EXIT=FALSE";
        try (var held = DurableFilesAccess.connect(url); var statement = held.createStatement()) {
            statement.execute("create table comment (id uuid primary key, text varchar(2000))");
            var before = DurableFilesAccess.forced();
            var work = new ArrayList<Callable<Long>>();
            for (int i = 0; i < writers; i++) {
                work.add(() -> write(url));
            }
            var pool = Executors.newFixedThreadPool(writers);
            long commits = 0;
            for (var written : pool.invokeAll(work)) {
                commits += written.get();
            }
            pool.shutdown();
            System.out.printf("%-8d %-10s %,12.0f %,12.0f %18.2f%n", writers, forcing ? "yes" : "no",
                    commits / (double) SECONDS,
                    (DurableFilesAccess.forced() - before) / (double) SECONDS, writers * SECONDS * 1000.0 / commits);
        } finally {
            Files.deleteIfExists(Path.of(file + ".mv.db"));
        }
    }

    private static long write(String url) throws SQLException {
        var end = System.nanoTime() + SECONDS * 1_000_000_000L;
        long commits = 0;
        try (var connection = DurableFilesAccess.connect(url);
                var insert = connection
                        .prepareStatement("insert into comment values (random_uuid(), repeat('a comment ', 20))")) {
            connection.setAutoCommit(false);
            for (; System.nanoTime() < end; commits++) {
                insert.execute();
                connection.commit();
            }
        }
        return commits;
    }
}
