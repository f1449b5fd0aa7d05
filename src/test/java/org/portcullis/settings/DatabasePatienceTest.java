package org.portcullis.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabasePatienceTest {

    private static final String DRIVER = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.com/portcullis, , 60 10 true null null -c lock_timeout=5000 -c statement_timeout=30000",
        "jdbc:postgresql://db.example.com/portcullis, 2S, 60 10 true null null -c lock_timeout=2000 -c statement_timeout=30000",
        "jdbc:h2:file:./data/portcullis, , null null null 5000 30000 null",
        "jdbc:h2:file:./data/portcullis, 2S, null null null 2000 30000 null",
        "jdbc:h2:file:./data/portcullis;LOCK_TIMEOUT=1, , null null null null 30000 null",
        ", , null null null null null null"})
    void endsForEachDriverInItsOwnWords(String url, String lock, String expected) {
        var set = new HashMap<String, String>();
        if (url != null) {
            set.put("quarkus.datasource.jdbc.url", url);
        }
        if (lock != null) {
            set.put("portcullis.database.lock-timeout", lock);
        }
        var config = new SmallRyeConfigBuilder().withSources(new DatabasePatience())
                .withSources(new PropertiesConfigSource(set, "set", 100)).build();
        assertEquals(expected,
                config.getRawValue(DRIVER + "socketTimeout") + " " + config.getRawValue(DRIVER + "loginTimeout") + " "
                        + config.getRawValue(DRIVER + "tcpKeepAlive") + " "
                        + config.getRawValue(DRIVER + "LOCK_TIMEOUT") + " "
                        + config.getRawValue(DRIVER + "QUERY_TIMEOUT") + " " + config.getRawValue(DRIVER + "options"));
    }
}
