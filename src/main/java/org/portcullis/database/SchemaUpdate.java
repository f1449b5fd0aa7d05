package org.portcullis.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.logging.Logger;
import org.portcullis.settings.InvalidSettingException;

/**
 * Brings an embedded database to the schema of this program without ever changing the one that is there: H2 commits each
 * statement of a migration, so that one which is interrupted can't be begun again. A new database is built in a file beside,
 * an older one copied there and migrated; when that is whole, it takes the place of the other, in one step. What an
 * interrupted start leaves beside is thrown away by the next one, which begins with the database as it was.
 */
final class SchemaUpdate {

    private static final Logger LOG = Logger.getLogger(SchemaUpdate.class);

    private static final Set<StandardOpenOption> CREATED = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    private final DatabaseFile database;
    private final Configuration migrations;
    private final String user;
    private final String password;

    /** @param migrations all but the database that they are for */
    SchemaUpdate(DatabaseFile database, Configuration migrations, String user, String password) {
        this.database = database;
        this.migrations = migrations;
        this.user = user;
        this.password = password;
    }

    /**
     * @throws InvalidSettingException if the database is newer than this program, is in use, or there is no room for another one
     */
    void run() {
        try {
            OwnerOnly.folder(folder());
            try (var lock = FileChannel.open(database.lock(), CREATED, OwnerOnly.file())) {
                if (lock.tryLock() == null) {
                    throw new InvalidSettingException(
                            "Another process is starting on the embedded database " + database.path());
                }
                update();
            }
            database.protect();
        } catch (IOException e) {
            throw new InvalidSettingException("The embedded database " + database.path()
                    + " could not be made or updated, and is as it was: "
                    + e);
        }
    }

    private Path folder() {
        return database.path().toAbsolutePath().getParent();
    }

    private void update() throws IOException {
        var beside = database.beside();
        if (beside.exists()) {
            LOG.warnf("An interrupted start left %s; it is thrown away, and the database is as it was before",
                    beside.path());
            beside.delete();
        }
        if (!database.exists()) {
            beside.create();
            migrate(beside);
            beside.replace(database);
        } else if (isOlder()) {
            var room = folder().toFile().getUsableSpace();
            if (room < 2 * database.path().toFile().length()) {
                throw new IOException(
                        "an update needs room for two copies of it, and only " + (room >> 20) + " MB are free");
            }
            database.copyTo(beside);
            migrate(beside);
            beside.replace(database);
            LOG.infof("The embedded database was updated in a copy, which has taken its place");
        }
    }

    private boolean isOlder() {
        return at(database, flyway -> {
            SchemaVersion.requireNoNewer(flyway);
            return flyway.info().pending().length > 0;
        });
    }

    private void migrate(DatabaseFile file) {
        at(file, Flyway::migrate);
    }

    /** One connection stays open meanwhile, so that H2 opens the file once. */
    private <T> T at(DatabaseFile file, Function<Flyway, T> work) {
        var source = new JdbcDataSource();
        source.setURL(file.url());
        source.setUser(user);
        source.setPassword(password);
        try (var held = source.getConnection()) {
            return work.apply(
                    Flyway.configure(migrations.getClassLoader()).configuration(migrations).dataSource(source).load());
        } catch (SQLException e) {
            throw new InvalidSettingException("The embedded database can't be opened: " + e.getMessage());
        }
    }
}
