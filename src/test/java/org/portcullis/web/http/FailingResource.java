package org.portcullis.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestQuery;

/** Pages that fail, for tests only: in a resource, and before one is reached. */
@Path("/help/failing")
public class FailingResource {

    static final String SECRET = "the words of an exception";

    @GET
    public String fail() {
        throw new IllegalStateException(SECRET);
    }

    /** In words of the sender. */
    @GET
    @Path("often")
    public String failOften(@RestQuery String words) {
        throw new UnsupportedOperationException(words);
    }

    @GET
    @Path("database")
    public String failWithoutDatabase() throws SQLException {
        throw new IllegalStateException(new SQLException(SECRET, "57014"));
    }

    /** Every request fails as it does where sessions can't be looked up: behind the reading of the body, before a resource. */
    static volatile boolean databaseIsAway;

    void guard(@Observes Filters filters) {
        filters.register(routing -> {
            if (databaseIsAway && !routing.request().path().startsWith("/error")
                    && !routing.request().path().startsWith("/assets")) {
                routing.fail(new IllegalStateException(new SQLException(SECRET, "08001")));
            } else {
                routing.next();
            }
        }, 150);
    }

    void route(@Observes Router router) {
        router.route("/help/failing-early").order(1).handler(routing -> {
            throw new IllegalStateException(SECRET);
        });
        // Of another kind, for one kind of failure is logged once a minute.
        router.route("/password/failing-early/*").order(1).handler(routing -> {
            throw new IllegalArgumentException(SECRET);
        });
        router.route("/help/failing-often-early").order(1).handler(routing -> {
            throw new UnsupportedOperationException(routing.request().getParam("words"));
        });
        router.route("/help/failing-database-early").order(1).handler(routing -> {
            throw new IllegalStateException(new SQLException("Acquisition timeout while waiting for new connection"));
        });
        router.route("/help/too-many").order(1).handler(routing -> routing.fail(429));
    }
}
