package org.portcullis.web;

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
