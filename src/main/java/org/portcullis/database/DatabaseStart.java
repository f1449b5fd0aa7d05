package org.portcullis.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.portcullis.settings.Settings;

/** What is done before the database is opened for the first time, by Flyway. */
@Singleton
class DatabaseStart implements FlywayConfigurationCustomizer {

    private final Settings settings;
    private final String url;
    private final boolean isMigrating;
    private final String user;
    private final String password;

    DatabaseStart(Settings settings, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean isMigrating,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.settings = settings;
        this.url = url;
        this.isMigrating = isMigrating;
        this.user = user.orElse("");
        this.password = password.orElse("");
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        var file = DatabaseFile.of(url);
        if (file.isPresent()) {
            DurableFiles.register(settings.database().sync());
        }
        if (url.startsWith("jdbc:postgresql:") && !user.isEmpty()) {
            // Outside the pool, whose connections bound each statement: an update may take longer.
            migrations.dataSource(url, user, password);
        }
        if (isMigrating) {
            file.ifPresentOrElse(database -> new SchemaUpdate(database, migrations, user, password).run(),
                    () -> SchemaVersion.requireNoNewer(migrations.load()));
        }
    }
}
