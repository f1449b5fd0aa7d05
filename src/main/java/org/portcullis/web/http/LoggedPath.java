package org.portcullis.web.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * The path of a request without the secrets of one-time links, since readers of the log must not be able to use those
 * links.
 */
public final class LoggedPath {

    /** The rest of a path after one of these is secret. */
    private static final List<String> ONE_TIME_LINKS = List.of("/password/", "/set-up/", "/notices/");

    private LoggedPath() {
    }

    public static String of(RoutingContext routing) {
        return of(routing.request().path(), routing.normalizedPath());
    }

    /**
     * @param path as it was sent
     * @param normalized the same path after normalization
     */
    public static String of(String path, String normalized) {
        return ONE_TIME_LINKS.stream().filter(normalized::startsWith).findFirst().map(link -> link + "…").orElse(path);
    }
}
