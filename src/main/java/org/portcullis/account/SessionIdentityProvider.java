package org.portcullis.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.web.http.RequestKind;
import org.portcullis.web.http.RequestThreads;
import org.portcullis.web.i18n.RequestContext;

/** Resolves a session token to the person, with their language and time zone for the pages. */
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<SessionRequest> {

    private final Sessions sessions;
    private final RequestThreads threads;

    SessionIdentityProvider(Sessions sessions, RequestThreads threads) {
        this.sessions = sessions;
        this.threads = threads;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return threads.uni(RequestKind.PAGES, () -> sessions.resume(request.token())
                .map(this::identity)
                .orElseThrow(AuthenticationFailedException::new));
    }

    private SecurityIdentity identity(UserSession session) {
        var user = session.user;
        var organization = user.organization;
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(user.email))
                .addRole(user.role)
                .addAttribute(SignedIn.PERSON, new Person(user.id, user.name, user.email, user.role,
                        organization == null ? null : organization.id, organization == null ? null : organization.name))
                .addAttribute(RecentSignIn.AUTHENTICATED_AT, session.authenticatedAt)
                .addAttribute(SessionClock.END, sessions.endOf(session));
        if (user.timeZone != null || organization != null) {
            identity.addAttribute(RequestContext.ZONE, user.zone());
        }
        if (user.language != null) {
            identity.addAttribute(RequestContext.LANGUAGE, Locale.forLanguageTag(user.language));
        }
        return identity.build();
    }
}
