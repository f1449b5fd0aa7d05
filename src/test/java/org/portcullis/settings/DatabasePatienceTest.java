package org.portcullis.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabasePatienceTest {

    private static final String DRIVER = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    @ParameterizedTest
    @CsvSource({"jdbc:postgresql://db.example.com/portcullis, 60 10 true", "jdbc:h2:file:./data/portcullis, null null null", ", null null null"})
    void endsForPostgresAloneForTheOtherDriverKnowsNoneOfIt(String url, String expected) {
        var set = url == null ? Map.<String, String>of() : Map.of("quarkus.datasource.jdbc.url", url);
        var config = new SmallRyeConfigBuilder().withSources(new DatabasePatience()).withSources(new PropertiesConfigSource(set, "set", 100)).build();
        assertEquals(expected, config.getRawValue(DRIVER + "socketTimeout") + " " + config.getRawValue(DRIVER + "loginTimeout") + " "
                + config.getRawValue(DRIVER + "tcpKeepAlive"));
    }
}
