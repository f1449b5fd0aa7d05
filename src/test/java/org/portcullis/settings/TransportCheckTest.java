package org.portcullis.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.testing.TestSettings;

class TransportCheckTest {

    private static final String DATABASE = "quarkus.datasource.jdbc.url=jdbc:postgresql:";

    /** @param settings separated by spaces */
    private static void check(String settings) {
        var own = new TestSettings();
        Map<String, String> others = Stream.of(settings.split(" ")).filter(text -> !text.isEmpty())
                .map(text -> text.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        others.entrySet().stream().filter(setting -> setting.getKey().startsWith("portcullis."))
                .forEach(setting -> own.with(setting.getKey(), setting.getValue()));
        TransportCheck.check(own.read(), name -> Optional.ofNullable(others.get(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "portcullis.base-url=https://portal.example.com",
        "portcullis.base-url=http://127.0.0.1:8080",
        "portcullis.base-url=http://[::1]:8080",
        "portcullis.telnyx.api-url=http://localhost:8099",
        "quarkus.mailer.host=127.0.0.1",
        "quarkus.mailer.host=smtp.example.com quarkus.mailer.start-tls=REQUIRED",
        "quarkus.mailer.host=smtp.example.com quarkus.mailer.tls=true",
        "quarkus.mailer.host=smtp.example.com quarkus.mailer.mock=true",
        "quarkus.datasource.jdbc.url=jdbc:h2:file:./data/portcullis",
        DATABASE + "//localhost/portcullis",
        DATABASE + "//127.0.0.1:5432,[::1]:5433/portcullis",
        DATABASE + "portcullis",
        DATABASE + "///portcullis",
        DATABASE + "//db.example.com/portcullis?socketTimeout=600&sslmode=verify-full",
        DATABASE + "//db.example.com/portcullis quarkus.datasource.jdbc.additional-jdbc-properties.sslmode=verify-full",
        "portcullis.demo=true portcullis.base-url=http://portal.example.com"})
    void startsWhereEverythingStaysHereOrIsEncrypted(String settings) {
        assertDoesNotThrow(() -> check(settings));
    }

    @ParameterizedTest
    @CsvSource({
        "portcullis.base-url, portcullis.allow.plain-http, portcullis.base-url=http://portal.example.com",
        "portcullis.base-url, portcullis.allow.plain-http, portcullis.base-url=http://localhost.example.com",
        "portcullis.base-url, portcullis.allow.plain-http, portcullis.base-url=HTTP://10.0.0.5:8080",
        "portcullis.telnyx.api-url, portcullis.allow.plain-telnyx, portcullis.telnyx.api-url=http://api.telnyx.com",
        "quarkus.mailer.start-tls, portcullis.allow.plain-smtp, quarkus.mailer.host=smtp.example.com",
        "quarkus.mailer.start-tls, portcullis.allow.plain-smtp, quarkus.mailer.host=smtp.example.com quarkus.mailer.start-tls=OPTIONAL",
        "quarkus.mailer.start-tls, portcullis.allow.plain-smtp, "
                + "quarkus.mailer.host=smtp.example.com quarkus.mailer.start-tls=REQUIRED quarkus.mailer.trust-all=true",
        "quarkus.datasource.jdbc.url, portcullis.allow.unverified-database, " + DATABASE
                + "//db.example.com/portcullis",
        "quarkus.datasource.jdbc.url, portcullis.allow.unverified-database, " + DATABASE
                + "//db.example.com/portcullis?sslmode=require",
        "quarkus.datasource.jdbc.url, portcullis.allow.unverified-database, "
                + DATABASE + "//db.example.com/portcullis?sslmode=verify-full&sslmode=disable",
        "quarkus.datasource.jdbc.url, portcullis.allow.unverified-database, "
                + DATABASE
                + "//db.example.com/portcullis?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
        "quarkus.datasource.jdbc.url, portcullis.allow.unverified-database, '" + DATABASE
                + "//localhost,db.example.com/portcullis'",
        "quarkus.datasource.jdbc.url, portcullis.allow.unverified-database, " + DATABASE
                + "portcullis?PGHOST=db.example.com"})
    void refusesWhatWouldTravelInClearUnlessThatIsAllowed(String named, String allowance, String settings) {
        var refused = assertThrows(InvalidSettingException.class, () -> check(settings));
        assertTrue(refused.getMessage().startsWith(named) && refused.getMessage().contains(allowance + "=true"),
                refused.getMessage());
        assertDoesNotThrow(() -> check(settings + " " + allowance + "=true"));
    }

    @Test
    void allowsEachByItsOwnSettingAlone() {
        assertThrows(InvalidSettingException.class, () -> check("portcullis.base-url=http://portal.example.com"
                + " portcullis.allow.plain-smtp=true portcullis.allow.plain-telnyx=true portcullis.allow.unverified-database=true"));
    }
}
