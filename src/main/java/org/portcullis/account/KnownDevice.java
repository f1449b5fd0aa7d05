package org.portcullis.account;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.portcullis.settings.ServerKeys;
import org.portcullis.web.http.Cookies;

/**
 * Recognizes devices on which a person has signed in before, by a signed cookie. Attempts by other people don't count
 * against these devices (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). There is one cookie per
 * account; it holds no name, and does not replace the password.
 */
@RequestScoped
class KnownDevice {

    private static final String PURPOSE = "device";
    private static final String NAME = "portcullis-device-";
    private static final int NAME_LENGTH = 12;
    private static final Duration LIFETIME = Duration.ofDays(180);

    private final ServerKeys keys;
    private final RoutingContext routing;
    private final Clock clock;

    KnownDevice(ServerKeys keys, RoutingContext routing, Clock clock) {
        this.keys = keys;
        this.routing = routing;
        this.clock = clock;
    }

    /** @return the key under which attempts from this device are counted, if the account was signed in on it before */
    Optional<String> subject(String username) {
        var value = Cookies.get(routing, name(username));
        var parts = value == null ? new String[0] : value.split("\\.", -1);
        if (parts.length != 3 || !isSame(parts[2], seal(username, parts[0], parts[1])) || isOld(parts[1])) {
            return Optional.empty();
        }
        return Optional.of("device:" + Tokens.digest(keys.session(), "throttle", parts[0]));
    }

    /**
     * Called after a sign-in. The device gets a new id, so that attempts with an old copy of the cookie are counted
     * separately.
     */
    void remember(String username) {
        var nonce = Tokens.random();
        var since = String.valueOf(clock.instant().getEpochSecond());
        Cookies.set(routing, name(username), nonce + "." + since + "." + seal(username, nonce, since), LIFETIME);
    }

    private String name(String username) {
        var account = Tokens.digest(keys.session(), PURPOSE + "-name", User.normalized(username)).substring(0,
                NAME_LENGTH);
        return NAME + account;
    }

    private String seal(String username, String nonce, String since) {
        return Tokens.digest(keys.session(), PURPOSE, nonce + "." + since + "." + User.normalized(username));
    }

    private static boolean isSame(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isOld(String since) {
        try {
            return !Instant.ofEpochSecond(Long.parseLong(since)).plus(LIFETIME).isAfter(clock.instant());
        } catch (NumberFormatException | DateTimeException e) {
            return true;
        }
    }
}
