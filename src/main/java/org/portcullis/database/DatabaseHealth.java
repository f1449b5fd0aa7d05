package org.portcullis.database;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.portcullis.settings.Settings;

/**
 * Readiness. The database is looked at on a thread of its own, by one look at a time, so that one that never answers holds
 * neither a caller nor a second connection.
 */
@Readiness
@Singleton
@Startup
class DatabaseHealth implements AsyncHealthCheck {

    private static final Logger LOG = Logger.getLogger(DatabaseHealth.class);
    /** A caller gets an answer within two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    /** However often readiness is asked, this is how often the database is. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final DatabaseProbe probe;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var made = new Thread(work, "database health");
        made.setDaemon(true);
        return made;
    });

    private CompletableFuture<DatabaseState> look;
    private long lookedAt;
    private DatabaseState said = DatabaseState.READY;

    @Inject
    DatabaseHealth(AgroalDataSource source, Flyway flyway, Clock clock, Settings settings, MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this(new DatabaseProbe(source, () -> SchemaVersion.known(flyway), clock, settings.database().clockTolerance()));
        measure(metrics, url);
    }

    /** @param url of the database, whose file is measured where it has one */
    void measure(MeterRegistry metrics, String url) {
        metrics.gauge("portcullis.database.ready", this, health -> health.lastSeen() == DatabaseState.READY ? 1 : 0);
        metrics.gauge("portcullis.clock.offset.seconds", probe, each -> each.clockOffset().toMillis() / 1_000.0);
        metrics.gauge("portcullis.clock.seconds", probe, each -> each.now().toEpochMilli() / 1_000.0);
        DatabaseFile.of(url).ifPresent(
                file -> metrics.gauge("portcullis.database.bytes", file, each -> each.path().toFile().length()));
        FunctionCounter.builder("portcullis.database.forced", this, health -> DurableFiles.forced()).register(metrics);
        FunctionCounter.builder("portcullis.database.committed", this, health -> CommitGroup.committed())
                .register(metrics);
        FunctionCounter.builder("portcullis.database.synced", this, health -> CommitGroup.synced()).register(metrics);
    }

    DatabaseHealth(DatabaseProbe probe) {
        this.probe = probe;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().completionStage(this::state).map(state -> HealthCheckResponse.named("database")
                .status(state == DatabaseState.READY).withData("state", state.name()).build());
    }

    /** @return what the database is like, after {@link #PATIENCE} at the latest */
    CompletableFuture<DatabaseState> state() {
        return current().copy().completeOnTimeout(DatabaseState.SILENT, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(this::say);
    }

    /** @return what is known now; the question has the database looked at, for the next one */
    DatabaseState lastSeen() {
        var now = current();
        return now.isDone() ? now.join() : said();
    }

    private synchronized CompletableFuture<DatabaseState> current() {
        if (look == null || look.isDone() && System.nanoTime() - lookedAt > FRESH.toNanos()) {
            look = CompletableFuture.supplyAsync(this::look, thread);
            lookedAt = System.nanoTime();
            look.copy().completeOnTimeout(DatabaseState.SILENT, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .thenAccept(this::say);
        }
        return look;
    }

    private DatabaseState look() {
        try {
            return probe.look();
        } catch (SQLException | RuntimeException e) {
            LOG.debugf(e, "The database can't be written to");
            return DatabaseState.NOT_WRITABLE;
        }
    }

    private synchronized DatabaseState said() {
        return said;
    }

    /** Once for each change, not for each question. */
    private synchronized DatabaseState say(DatabaseState state) {
        if (state != said) {
            if (state == DatabaseState.READY) {
                LOG.info(state.sentence());
            } else {
                LOG.errorf("Not ready: %s%s", state.sentence(),
                        state == DatabaseState.CLOCK_OFF ? "; the difference is " + probe.clockOffset() : "");
            }
            said = state;
        }
        return state;
    }
}
