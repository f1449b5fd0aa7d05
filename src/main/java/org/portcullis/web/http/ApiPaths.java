package org.portcullis.web.http;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The addresses that programs call: without sessions or form tokens, and with errors that a program can read. */
@Singleton
public class ApiPaths {

    private static final List<String> ADDRESSES = List.of("/api", "/carrier");

    private final List<Errors> errors;

    ApiPaths(@All List<Errors> errors) {
        this.errors = errors;
    }

    /** The error answers of one protocol, for every failure, however early it happens. */
    public interface Errors {

        /** @param path normalized */
        boolean isFor(String path);

        /** @return the answer that replaces the error page */
        Answer answer(Failure failure);

        /** @return whether the protocol bounds its bodies itself, since it refuses them in another way than a page */
        default boolean boundsBody() {
            return false;
        }
    }

    /**
     * A failure.
     * @param status of HTTP, 400 or more
     * @param path that was requested
     * @param reference links the answer to the log; or null
     * @param acceptLanguage as it was sent, or null
     */
    public record Failure(int status, String path, String reference, String acceptLanguage) {
    }

    /** A complete answer; its headers include {@code Content-Type}, unless the body is empty. */
    public record Answer(int status, Map<String, String> headers, String body) {
    }

    /** @param path normalized */
    public static boolean isAddress(String path) {
        return ADDRESSES.stream().anyMatch(address -> path.equals(address) || path.startsWith(address + "/"));
    }

    /** @param path normalized */
    boolean boundsBody(String path) {
        return errors.stream().anyMatch(each -> each.isFor(path) && each.boundsBody());
    }

    /** @return the path that was requested, also while the request is rerouted to the error page */
    static String path(RoutingContext routing) {
        return Optional.<String>ofNullable(routing.get(RawErrors.PATH)).orElseGet(routing::normalizedPath);
    }

    /**
     * @return the error answer of the protocol at the request's address; empty at addresses of people, who get a page
     */
    public Optional<Answer> answer(RoutingContext routing, int status, String reference) {
        var path = path(routing);
        var language = String.join(",", routing.request().headers().getAll("Accept-Language"));
        return errors.stream().filter(each -> each.isFor(path)).findFirst()
                .map(each -> each.answer(new Failure(status, path, reference, language)));
    }
}
