package org.portcullis.account;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.web.http.Cookies;

/** Recognizes a browser whose session has ended because time passed. It opens nothing: its person has to sign in again. */
@ApplicationScoped
public class EndedSessions {

    private final Sessions sessions;

    EndedSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * @return the id of the person whose session it was; nothing for a session that never existed, that still lasts, or that
     *         was ended by signing out, by a changed password or by closing the account
     */
    public Optional<UUID> personOf(RoutingContext routing) {
        var token = Cookies.get(routing, SessionMechanism.COOKIE);
        return token == null || token.isEmpty() ? Optional.empty() : sessions.personOfEnded(token);
    }
}
