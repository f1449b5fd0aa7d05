package org.portcullis.account;

import com.fasterxml.jackson.core.JsonFactory;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.portcullis.web.http.Cookies;

/**
 * Reports the remaining session time to the script of the pages, and extends the session on request. A query alone does
 * not extend it, or an unattended page would keep it alive.
 */
@Path(SessionResource.PATH)
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class SessionResource {

    static final String PATH = "/session";

    private static final JsonFactory JSON = new JsonFactory();

    private final Sessions sessions;
    private final Clock clock;
    private final RoutingContext routing;

    SessionResource(Sessions sessions, Clock clock, RoutingContext routing) {
        this.sessions = sessions;
        this.clock = clock;
        this.routing = routing;
    }

    @GET
    public String left() {
        return answer(token().flatMap(sessions::endOf));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String extend() {
        return answer(token().flatMap(sessions::extend));
    }

    private Optional<String> token() {
        return Optional.ofNullable(Cookies.get(routing, SessionMechanism.COOKIE));
    }

    /**
     * Both values in seconds: until the session ends without activity, and until its absolute limit; 0 once it has
     * ended.
     */
    private String answer(Optional<SessionEnd> end) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("left", end.map(SessionEnd::first).map(this::seconds).orElse(0L));
            json.writeNumberField("longest", end.map(SessionEnd::absolute).map(this::seconds).orElse(0L));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private long seconds(Instant until) {
        return Math.max(0, Duration.between(clock.instant(), until).toSeconds());
    }
}
