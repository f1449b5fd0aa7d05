package org.portcullis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.settings.InvalidSettingException;

class SchemaUpdateTest {

    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    private static final String OLD = "19";
    private static final int KILLED = 77;

    @TempDir
    Path folder;

    @BeforeEach
    void register() {
        DurableFiles.register(true);
    }

    private static FluentConfiguration migrations() {
        return Flyway.configure().locations("classpath:db/migration");
    }

    private static String url(Path folder, String scheme) {
        return "jdbc:h2:file:" + scheme + folder.resolve("data/portcullis") + OPTIONS;
    }

    private static void update(String url, FluentConfiguration migrations) {
        new SchemaUpdate(DatabaseFile.of(url).orElseThrow(), migrations, "", "").run();
    }

    private void update() {
        update(url(folder, "durable:"), migrations());
    }

    private void makeOldOneWithARow() throws SQLException {
        update(url(folder, "durable:"), migrations().target(OLD));
        try (var connection = DriverManager.getConnection(url(folder, ""));
                var statement = connection.createStatement()) {
            // A table of its own, so that no later migration of the others matters.
            statement.execute("create table kept (name varchar(20)); insert into kept values ('Cascade Freight')");
        }
    }

    private void keptItsRow() throws SQLException {
        try (var connection = DriverManager.getConnection(url(folder, ""));
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery("select name from kept");
            rows.next();
            assertEquals("Cascade Freight", rows.getString(1));
        }
    }

    private void isWhole() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url(folder, ""));
                var statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from organization");
            var flyway = migrations().dataSource(url(folder, ""), "", "").load();
            assertEquals(0, flyway.info().pending().length);
            assertTrue(flyway.validateWithResult().validationSuccessful);
        }
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            assertEquals(1, files.filter(file -> file.toString().endsWith(".mv.db")).count(), "nothing is left beside");
        }
    }

    /** @param writes after which the process is killed */
    private int killed(int writes) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(), url(folder, "durable:killed:"), String.valueOf(writes))
                .redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        assertTrue(code == KILLED || code == 0, output);
        return code;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 350})
    void aNewDatabaseStartsAgainAfterAKill(int writes) throws Exception {
        assertEquals(KILLED, killed(writes));
        assertFalse(Files.exists(folder.resolve("data/portcullis.mv.db")), "what is not whole never has the name");
        update();
        isWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 30, 90})
    void anUpdateThatWasKilledBeginsAgainFromWhatThereWas(int writes) throws Exception {
        makeOldOneWithARow();
        assertEquals(KILLED, killed(writes));
        try (var connection = DriverManager.getConnection(url(folder, ""))) {
            assertEquals(OLD,
                    migrations().dataSource(url(folder, ""), "", "").load().info().current().getVersion().getVersion());
        }
        update();
        isWhole();
        keptItsRow();
    }

    @Test
    void anUpdateThatWasKilledWhileItCopiedBeginsAgain() throws Exception {
        makeOldOneWithARow();
        Files.writeString(folder.resolve("data/portcullis.new.mv.db"), "half a copy");
        update();
        isWhole();
        keptItsRow();
    }

    @Test
    void anUpdateThatFailsLeavesTheDatabaseAsItWas() throws Exception {
        makeOldOneWithARow();
        var file = folder.resolve("data/portcullis.mv.db");
        var broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("V900__Break.sql"),
                "alter table organization drop column name; select nonsense;");
        assertThrows(RuntimeException.class,
                () -> update(url(folder, "durable:"), migrations().locations("classpath:db/migration",
                        "filesystem:" + broken)));
        assertTrue(Files.exists(file));
        keptItsRow();
        update();
        isWhole();
        keptItsRow();
    }

    @Test
    void aDatabaseThatIsUpToDateIsNotCopied() throws Exception {
        update();
        var made = Files.readAttributes(folder.resolve("data/portcullis.mv.db"), "unix:ino").get("ino");
        update();
        assertEquals(made, Files.readAttributes(folder.resolve("data/portcullis.mv.db"), "unix:ino").get("ino"));
        isWhole();
    }

    @Test
    void aNewerDatabaseIsRefusedInASentence() {
        update();
        var refused = assertThrows(InvalidSettingException.class, () -> update(url(folder, "durable:"),
                migrations().locations("filesystem:" + olderProgram())));
        assertTrue(refused.getMessage().startsWith(
                "The database is newer than this version of Portcullis: its schema is "), refused.getMessage());
        assertTrue(refused.getMessage().contains("knows it up to 1."), refused.getMessage());
    }

    private Path olderProgram() {
        try {
            var older = Files.createDirectories(folder.resolve("older"));
            var first = "V1__Create_organization.sql";
            Files.copy(Path.of("src/main/resources/db/migration", first), older.resolve(first));
            return older;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void filesAndFolderAreTheirOwnersOnly() throws IOException {
        var data = folder.resolve("data");
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        update();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
    }

    @Test
    void theFileIsFoundInTheAddress() {
        assertEquals(Path.of("./data/portcullis.mv.db"),
                DatabaseFile.of("jdbc:h2:file:durable:./data/portcullis;MODE=PostgreSQL").orElseThrow().path());
        assertEquals(Path.of("/srv/p.mv.db"), DatabaseFile.of("jdbc:h2:file:/srv/p").orElseThrow().path());
        assertEquals("jdbc:h2:file:./data/portcullis.new;MODE=PostgreSQL;TRACE_LEVEL_FILE=0",
                DatabaseFile.of("jdbc:h2:file:durable:./data/portcullis;MODE=PostgreSQL").orElseThrow().beside().url());
        assertTrue(DatabaseFile.of("jdbc:h2:mem:portcullis").isEmpty());
        assertTrue(DatabaseFile.of("jdbc:postgresql://db.example.com/portcullis").isEmpty());
    }

    /** A process that starts on the database and is gone after so many writes. */
    public static final class Killed extends FilePathWrapper {

        private static final AtomicInteger LEFT = new AtomicInteger();

        /** H2 makes one for each path. */
        public Killed() {
        }

        /** @param arguments the address of the database and the number of writes */
        public static void main(String[] arguments) {
            LEFT.set(Integer.parseInt(arguments[1]));
            DurableFiles.register(true);
            FilePath.register(new Killed());
            update(arguments[0], migrations());
        }

        @Override
        public String getScheme() {
            return "killed";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new ForcedChannel(getBase().open(mode), new LongAdder()) {
                @Override
                public int write(ByteBuffer source, long position) throws IOException {
                    if (LEFT.decrementAndGet() <= 0) {
                        Runtime.getRuntime().halt(KILLED);
                    }
                    return super.write(source, position);
                }
            };
        }
    }
}
