package org.portcullis.account;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.web.http.Cookies;

/** Recognizes a browser whose session has expired. This grants no access: the person has to sign in again. */
@ApplicationScoped
public class EndedSessions {

    private final Sessions sessions;

    EndedSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * @return the id of the person of the expired session; empty for a session that never existed, is still valid, or
     * was ended by signing out, by a changed password or by closing the account
     */
    public Optional<UUID> personOf(RoutingContext routing) {
        var token = Cookies.get(routing, SessionMechanism.COOKIE);
        return token == null || token.isEmpty() ? Optional.empty() : sessions.personOfEnded(token);
    }
}
