package org.portcullis.database;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.portcullis.settings.InvalidSettingException;

/** Which schema this program knows, and which one the database has. */
final class SchemaVersion {

    private SchemaVersion() {
    }

    /** @return of the last migration that this program brings */
    static MigrationVersion known(Flyway flyway) {
        return newest(Arrays.stream(flyway.info().all()).filter(migration -> migration.getState().isResolved())
                .toArray(MigrationInfo[]::new)).orElseThrow();
    }

    /** @throws InvalidSettingException if the database has been migrated by a newer version of this program */
    static void requireNoNewer(Flyway flyway) {
        var applied = newest(flyway.info().applied());
        var known = known(flyway);
        if (applied.isPresent() && applied.get().isNewerThan(known)) {
            throw new InvalidSettingException(newer(applied.get().getVersion(), known.getVersion()));
        }
    }

    static String newer(String database, String known) {
        return "The database is newer than this version of Portcullis: its schema is " + database
                + ", and this version knows it up to "
                + known + ". Start the newer version, or put back a copy of the database from before the update";
    }

    private static Optional<MigrationVersion> newest(MigrationInfo[] migrations) {
        return Arrays.stream(migrations).map(MigrationInfo::getVersion).filter(version -> version != null)
                .max(Comparator.naturalOrder());
    }
}
