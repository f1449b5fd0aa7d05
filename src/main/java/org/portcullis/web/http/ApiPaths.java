package org.portcullis.web.http;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The addresses that machines ask: no sessions, no forms with tokens, and errors that a program can read. */
@Singleton
public class ApiPaths {

    private static final List<String> ADDRESSES = List.of("/api", "/carrier");

    private final List<Errors> errors;

    ApiPaths(@All List<Errors> errors) {
        this.errors = errors;
    }

    /** How errors are said at some of these addresses, whatever has failed and how early. */
    public interface Errors {

        /** @param path normalized */
        boolean isFor(String path);

        /** @return what the machine gets instead of the error page */
        Answer answer(Failure failure);

        /** @return whether the address itself bounds what it is sent, since its refusal is another than that of a page */
        default boolean boundsBody() {
            return false;
        }
    }

    /**
     * What went wrong.
     *
     * @param status of HTTP, 400 or more
     * @param path that was asked
     * @param reference ties what the machine gets to what the log holds; or null
     * @param acceptLanguage as it was sent, or null
     */
    public record Failure(int status, String path, String reference, String acceptLanguage) {
    }

    /** A whole answer; its headers hold at least {@code Content-Type}, unless the body is empty. */
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

    /** @return the path that was asked for, also on the way to the page of its error */
    static String path(RoutingContext routing) {
        return Optional.<String>ofNullable(routing.get(RawErrors.PATH)).orElseGet(routing::normalizedPath);
    }

    /** @return how the request's address says that error; nothing where people ask, who get a page */
    public Optional<Answer> answer(RoutingContext routing, int status, String reference) {
        var path = path(routing);
        var language = String.join(",", routing.request().headers().getAll("Accept-Language"));
        return errors.stream().filter(each -> each.isFor(path)).findFirst()
                .map(each -> each.answer(new Failure(status, path, reference, language)));
    }
}
