package org.portcullis.settings;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * What leaves this machine is encrypted and goes to whom it is meant for, or the portal does not start; the settings below
 * {@code portcullis.allow} take responsibility for each exception.
 */
@ApplicationScoped
@Startup
class TransportCheck {

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String DRIVER = "quarkus.datasource.jdbc.additional-jdbc-properties.";
    private static final Pattern LOOPBACK = Pattern
            .compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[?(?:::1|(?:0{1,4}:){7}0{0,3}1)]?");
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");

    TransportCheck(Settings settings, Config config) {
        check(settings, name -> config.getOptionalValue(name, String.class));
    }

    /**
     * @param read the value of a setting that is not the portal's own
     * @throws InvalidSettingException if something would travel in clear that no setting allows; the demo may
     */
    static void check(Settings settings, Function<String, Optional<String>> read) {
        if (settings.demo()) {
            return;
        }
        var allow = settings.allow();
        if (!allow.plainHttp() && isPlainBeyond(settings.baseUrl())) {
            throw new InvalidSettingException(
                    "portcullis.base-url must be an https address, for example https://portal.example.com;"
                            + " portcullis.allow.plain-http=true lets passwords and PINs travel in clear");
        }
        if (!allow.plainTelnyx() && isPlainBeyond(settings.telnyx().apiUrl())) {
            throw new InvalidSettingException(
                    "portcullis.telnyx.api-url must be an https address, for example https://api.telnyx.com;"
                            + " portcullis.allow.plain-telnyx=true lets its key travel in clear");
        }
        if (!allow.plainSmtp() && isPlainMail(read)) {
            throw new InvalidSettingException(
                    "quarkus.mailer.start-tls must be REQUIRED, or quarkus.mailer.tls true, for a mail server"
                            + " beyond this machine, and its certificate must be checked; portcullis.allow.plain-smtp=true lets one-time links"
                            + " travel in clear");
        }
        if (!allow.unverifiedDatabase()
                && read.apply("quarkus.datasource.jdbc.url").filter(url -> isUnverified(url, read)).isPresent()) {
            throw new InvalidSettingException(
                    "quarkus.datasource.jdbc.url must end with ?sslmode=verify-full for a database beyond this"
                            + " machine; portcullis.allow.unverified-database=true lets anybody between read and change what it holds");
        }
    }

    private static boolean isPlainBeyond(URI address) {
        return "http".equalsIgnoreCase(address.getScheme()) && !isLoopback(address.getHost());
    }

    private static boolean isLoopback(String host) {
        return host != null && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isPlainMail(Function<String, Optional<String>> read) {
        if (isTrue(read.apply("quarkus.mailer.mock"))
                || isLoopback(read.apply("quarkus.mailer.host").orElse("localhost"))) {
            return false;
        }
        var isEncrypted = isTrue(read.apply("quarkus.mailer.tls")) || isTrue(read.apply("quarkus.mailer.ssl"))
                || read.apply("quarkus.mailer.start-tls").filter("REQUIRED"::equalsIgnoreCase).isPresent();
        return !isEncrypted
                || isTrue(read.apply("quarkus.mailer.trust-all").or(() -> read.apply("quarkus.tls.trust-all")));
    }

    private static boolean isTrue(Optional<String> value) {
        return value.filter("true"::equalsIgnoreCase).isPresent();
    }

    /** As the driver reads its address: {@code jdbc:postgresql://host:port,host:port/database?name=value&name=value}. */
    private static boolean isUnverified(String url, Function<String, Optional<String>> read) {
        if (!url.startsWith(POSTGRESQL)) {
            return false;
        }
        var parts = url.substring(POSTGRESQL.length()).split("\\?", 2);
        var given = parameters(parts.length == 1 ? "" : parts[1]);
        var hosts = parts[0].startsWith("//") ? parts[0].substring(2).split("/", 2)[0] : "";
        var isHere = Arrays.stream(given.getOrDefault("PGHOST", hosts).split(","))
                .map(host -> PORT.matcher(host.strip()).replaceFirst(""))
                .allMatch(host -> host.isEmpty() || isLoopback(host));
        var mode = Optional.ofNullable(given.get("sslmode")).or(() -> read.apply(DRIVER + "sslmode"));
        var factory = Optional.ofNullable(given.get("sslfactory")).or(() -> read.apply(DRIVER + "sslfactory"));
        return !isHere && (mode.filter("verify-full"::equals).isEmpty()
                || factory.filter(name -> name.endsWith("NonValidatingFactory")).isPresent());
    }

    private static Map<String, String> parameters(String query) {
        var found = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var name = pair.split("=", 2);
            found.put(name[0], name.length == 1 ? "" : URLDecoder.decode(name[1], StandardCharsets.UTF_8));
        }
        return found;
    }
}
