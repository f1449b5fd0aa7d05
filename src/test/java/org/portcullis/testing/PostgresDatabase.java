package org.portcullis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A real PostgreSQL server, without containers. */
public class PostgresDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;

    /** @return its JDBC URL */
    public String open() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public Map<String, String> start() {
        var url = open();
        System.setProperty(TestDatabase.URL, url);
        return TestDatabase.settings(url);
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
