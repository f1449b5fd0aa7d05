package org.portcullis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class DatabaseClockPostgresTest {

    @Test
    void aProcessWhoseClockIsOffIsNotReady() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var source = postgres.getPostgresDatabase();
            var flyway = Flyway.configure().dataSource(source).load();
            flyway.migrate();
            for (int seconds : new int[] {0, 600, -600}) {
                var clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
                var probe = new DatabaseProbe(source, () -> SchemaVersion.known(flyway), clock, Duration.ofSeconds(5));
                assertEquals(seconds == 0 ? DatabaseState.READY : DatabaseState.CLOCK_OFF, probe.look(),
                        seconds + " s");
                assertEquals(seconds / 60, probe.clockOffset().plusSeconds(30 * Integer.signum(seconds)).toMinutes());
            }
        }
    }
}
