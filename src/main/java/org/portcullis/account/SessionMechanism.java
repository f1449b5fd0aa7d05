package org.portcullis.account;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.FormPage;
import org.portcullis.web.http.ApiPaths;
import org.portcullis.web.http.Cookies;
import org.portcullis.web.http.LocalPath;
import org.portcullis.web.i18n.RequestContext;

/** Authenticates by the session cookie. Other requests are redirected to the sign-in page, which leads back. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    static final String COOKIE = Cookies.SESSION;

    /** Static resources need no session, so they cost no database query. */
    private static final Set<String> WITHOUT_PEOPLE = Set.of("/assets/", "/_static/", "/q/");

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager identities) {
        var token = Cookies.get(routing, COOKIE);
        // An error page must not use the database, which may be the cause of the error.
        if (token == null || token.isEmpty() || RequestContext.isErrorPage(routing)
                || ApiPaths.isAddress(routing.normalizedPath())
                // A request that only asks for the remaining time must not extend the session.
                || routing.normalizedPath().equals(SessionResource.PATH)
                || WITHOUT_PEOPLE.stream().anyMatch(routing.normalizedPath()::startsWith)) {
            return Uni.createFrom().nullItem();
        }
        return identities.authenticate(new SessionRequest(token))
                .onFailure(AuthenticationFailedException.class).recoverWithNull();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        var isForm = routing.request().method().equals(HttpMethod.POST);
        if (isForm) {
            Flash.leave(routing, EnumSet.of(AccountFlash.NOT_SAVED));
        }
        var place = isForm ? FormPage.of(routing) : LocalPath.of(routing.request().uri());
        var signIn = place.equals(LocalPath.START) ? SignInResource.PATH
                : SignInResource.PATH + "?to=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
        return Uni.createFrom().item(new ChallengeData(HttpResponseStatus.SEE_OTHER.code(), "Location", signIn));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }
}
