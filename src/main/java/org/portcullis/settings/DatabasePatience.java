package org.portcullis.settings;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * How long the driver of PostgreSQL waits for a server that has gone silent; without it, for ever, with the connection in
 * its hands. H2 knows none of these settings and refuses what it does not know. Each can be set otherwise in the address of
 * the database.
 */
public class DatabasePatience implements ConfigSourceFactory {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String DRIVER = "quarkus.datasource.jdbc.additional-jdbc-properties.";
    /** Below every other source. */
    private static final int ORDINAL = 50;
    /** Seconds that one read may take: longer than any query of ours. */
    private static final String TO_READ = "60";
    private static final String TO_CONNECT = "10";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var url = context.getValue(URL).getValue();
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(Map.of(DRIVER + "socketTimeout", TO_READ, DRIVER + "loginTimeout", TO_CONNECT,
                DRIVER + "tcpKeepAlive", "true"), "PostgreSQL's driver", ORDINAL));
    }
}
