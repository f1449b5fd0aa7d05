package org.portcullis.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.portcullis.settings.Settings;
import org.portcullis.web.http.Addresses;
import org.portcullis.web.http.Redirect;

/**
 * Whether the person gave their password recently. Required for actions that must not be possible on an unattended
 * screen.
 */
@Named("recentSignIn")
@RequestScoped
public class RecentSignIn {

    /** Attribute of the security identity: the {@link Instant} at which the password was last given in this session. */
    static final String AUTHENTICATED_AT = "portcullis.authenticated-at";

    private final SecurityIdentity identity;
    private final Settings settings;
    private final Clock clock;

    @Inject
    RecentSignIn(SecurityIdentity identity, Settings settings, Clock clock) {
        this.identity = identity;
        this.settings = settings;
        this.clock = clock;
    }

    public boolean isRecent() {
        return isRecent(identity.getAttribute(AUTHENTICATED_AT), clock.instant(), settings.session().recent());
    }

    /** @param at when the password was given; null if never */
    static boolean isRecent(Instant at, Instant now, Duration recent) {
        return at != null && at.plus(recent).isAfter(now);
    }

    /** @return the address where the person gives their password again, and which leads back afterwards */
    public String address(String back) {
        return Addresses.with(SignInAgainResource.PATH, Map.of("to", back));
    }

    /** @return a redirect to that address, for a form whose fields are not kept */
    public Response redirect(String back) {
        return Redirect.to(address(back));
    }
}
