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
 * Knows the devices on which a person has signed in before, by a cookie that only the portal can have made: strangers' tries
 * don't count against them (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). One cookie for each account; it
 * names nobody, and opens nothing without the password.
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

    /** @return what tries from this device count under, if the account was signed in to on it before */
    Optional<String> subject(String username) {
        var value = Cookies.get(routing, name(username));
        var parts = value == null ? new String[0] : value.split("\\.", -1);
        if (parts.length != 3 || !isSame(parts[2], seal(username, parts[0], parts[1])) || isOld(parts[1])) {
            return Optional.empty();
        }
        return Optional.of("device:" + Tokens.digest(keys.session(), "throttle", parts[0]));
    }

    /** The person has just signed in here: the same device goes on as another one, so that an old copy counts by itself. */
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
