package org.portcullis.web.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The path of a request as the log may hold it: whoever reads the log must not be able to use a one-time link. */
public final class LoggedPath {

    /** What follows them is a secret. */
    private static final List<String> ONE_TIME_LINKS = List.of("/password/", "/set-up/", "/notices/");

    private LoggedPath() {
    }

    public static String of(RoutingContext routing) {
        return of(routing.request().path(), routing.normalizedPath());
    }

    /**
     * @param path as it was sent
     * @param normalized as it was understood
     */
    public static String of(String path, String normalized) {
        return ONE_TIME_LINKS.stream().filter(normalized::startsWith).findFirst().map(link -> link + "…").orElse(path);
    }
}
