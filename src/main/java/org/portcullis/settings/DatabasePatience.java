package org.portcullis.settings;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * How long a change waits for a row that another one holds, how long a statement may take, and how long PostgreSQL's driver
 * waits for a server that has gone silent; without it, for ever. Each can be set otherwise in the address of the database,
 * in the words of its driver.
 */
public class DatabasePatience implements ConfigSourceFactory {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String DRIVER = "quarkus.datasource.jdbc.additional-jdbc-properties.";
    /** Below every other source. */
    private static final int ORDINAL = 50;
    /** Seconds that one read may take: longer than any query of ours. */
    private static final String TO_READ = "60";
    private static final String TO_CONNECT = "10";
    private static final String LOCK = "portcullis.database.lock-timeout";
    private static final String STATEMENT = "portcullis.database.statement-timeout";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var url = context.getValue(URL).getValue();
        if (url == null || !(url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:h2:"))) {
            return List.of();
        }
        var lock = milliseconds(context, LOCK, "PT5S");
        var statement = milliseconds(context, STATEMENT, "PT30S");
        if (url.startsWith("jdbc:h2:")) {
            // H2 refuses what is set twice.
            var set = new HashMap<>(Map.of("LOCK_TIMEOUT", lock, "QUERY_TIMEOUT", statement));
            set.keySet().removeIf(name -> url.toUpperCase(Locale.ROOT).contains(";" + name + "="));
            return List.of(source(set));
        }
        return List.of(source(Map.of("socketTimeout", TO_READ, "loginTimeout", TO_CONNECT, "tcpKeepAlive", "true",
                "options", "-c lock_timeout=" + lock + " -c statement_timeout=" + statement)));
    }

    private static ConfigSource source(Map<String, String> ofDriver) {
        var settings = ofDriver.entrySet().stream()
                .collect(Collectors.toMap(set -> DRIVER + set.getKey(), Map.Entry::getValue));
        return new PropertiesConfigSource(settings, "The database's driver", ORDINAL);
    }

    /** Whether it is a time at all is said by the check of the settings. */
    private static String milliseconds(ConfigSourceContext context, String setting, String otherwise) {
        var value = context.getValue(setting).getValue();
        try {
            return String.valueOf(DurationConverter.parseDuration(value == null ? otherwise : value).toMillis());
        } catch (IllegalArgumentException e) {
            return String.valueOf(DurationConverter.parseDuration(otherwise).toMillis());
        }
    }
}
