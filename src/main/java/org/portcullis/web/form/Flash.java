package org.portcullis.web.form;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portcullis.web.http.Cookies;

/** Messages for the next page about what was just done: enum constants in a short-lived cookie, never text. */
@RequestScoped
public class Flash {

    private static final String COOKIE = "flash";
    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private final RoutingContext routing;

    @Inject
    Flash(RoutingContext routing) {
        this.routing = routing;
    }

    /** Stores the constants for the next page that asks for their type. */
    public <E extends Enum<E>> void leave(Set<E> words) {
        leave(routing, words);
    }

    /** The same for handlers that answer before a resource is reached. */
    public static <E extends Enum<E>> void leave(RoutingContext routing, Set<E> words) {
        if (!words.isEmpty()) {
            var type = words.iterator().next().getDeclaringClass().getSimpleName();
            Cookies.set(routing, COOKIE,
                    type + "." + words.stream().map(Enum::name).collect(Collectors.joining(".")), LIFETIME);
        }
    }

    /** Stores constants with a count each. */
    public <E extends Enum<E>> void leaveCounts(Map<E, Integer> counts) {
        if (!counts.isEmpty()) {
            var type = counts.keySet().iterator().next().getDeclaringClass().getSimpleName();
            Cookies.set(routing, COOKIE, type + "." + counts.entrySet().stream()
                    .map(entry -> entry.getKey().name() + "-" + entry.getValue()).collect(Collectors.joining(".")),
                    LIFETIME);
        }
    }

    /** @return the stored constants of this type with their counts; they are removed from the cookie */
    public <E extends Enum<E>> Map<E, Integer> takeCounts(Class<E> type) {
        var found = new EnumMap<E, Integer>(type);
        var cookie = Cookies.get(routing, COOKIE);
        if (cookie != null && cookie.startsWith(type.getSimpleName() + ".")) {
            for (E word : type.getEnumConstants()) {
                var count = Pattern.compile("\\." + word.name() + "-(\\d{1,9})(?=\\.|$)").matcher(cookie);
                if (count.find()) {
                    found.put(word, Integer.valueOf(count.group(1)));
                }
            }
            Cookies.remove(routing, COOKIE);
        }
        return found;
    }

    /** @return the stored constants of this type, which are removed from the cookie; unknown names are ignored */
    public <E extends Enum<E>> Set<E> take(Class<E> type) {
        var found = EnumSet.noneOf(type);
        var cookie = Cookies.get(routing, COOKIE);
        if (cookie != null && cookie.startsWith(type.getSimpleName() + ".")) {
            var names = Arrays.asList(cookie.split("\\."));
            for (E word : type.getEnumConstants()) {
                if (names.contains(word.name())) {
                    found.add(word);
                }
            }
            Cookies.remove(routing, COOKIE);
        }
        return found;
    }
}
