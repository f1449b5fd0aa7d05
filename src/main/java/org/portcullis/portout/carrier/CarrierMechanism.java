package org.portcullis.portout.carrier;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import org.portcullis.web.http.ApiPaths;
import org.portcullis.web.http.ClientAddress;
import org.portcullis.web.http.ClientCertificates;
import org.portcullis.web.i18n.RequestContext;

/**
 * Authenticates carriers by the credential in each request, only at the addresses for carriers. There is no sign-in
 * page to redirect to: a missing or wrong credential gets 401.
 */
@ApplicationScoped
class CarrierMechanism implements HttpAuthenticationMechanism {

    private static final int UNAUTHORIZED = 401;
    private static final String BASIC = "Basic realm=\"Portcullis\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Portcullis\"";

    private final ApiPaths apiPaths;
    private final ClientCertificates certificates;

    CarrierMechanism(ApiPaths apiPaths, ClientCertificates certificates) {
        this.apiPaths = apiPaths;
        this.certificates = certificates;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager identities) {
        var protocol = protocol(routing);
        var headers = routing.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        var certificate = protocol.flatMap(asked -> certificates.of(routing)).orElse(null);
        if (protocol.isEmpty() || headers.isEmpty() && certificate == null) {
            return Uni.createFrom().nullItem();
        }
        var address = ClientAddress.of(routing);
        var request = headers.isEmpty() ? CarrierRequest.withCertificateAlone(protocol.get(), certificate, address)
                : CarrierRequest.with(protocol.get(), PresentedCredential.in(headers, protocol.get()).orElse(null),
                        certificate, address);
        return identities.authenticate(request).onFailure(AuthenticationFailedException.class).recoverWithNull();
    }

    /** Credentials at addresses for people, and on error pages, are ignored. */
    private static Optional<Protocol> protocol(RoutingContext routing) {
        return RequestContext.isErrorPage(routing) ? Optional.empty() : Protocol.at(routing.normalizedPath());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return ApiPaths.isAddress(routing.normalizedPath())
                ? Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, HttpHeaders.WWW_AUTHENTICATE, BASIC))
                : Uni.createFrom().nullItem();
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext routing) {
        if (!ApiPaths.isAddress(routing.normalizedPath())) {
            return Uni.createFrom().item(false);
        }
        if (routing.response().ended()) {
            // The deadline has sent an answer already.
            return Uni.createFrom().item(true);
        }
        var response = routing.response().setStatusCode(UNAUTHORIZED);
        // Empty for Bandwidth: the body must not look like an answer of the protocol.
        var body = "";
        if (protocol(routing).filter(Protocol::isBearerToo).isPresent()) {
            response.headers().add(HttpHeaders.WWW_AUTHENTICATE, BASIC).add(HttpHeaders.WWW_AUTHENTICATE, BEARER);
            var answer = apiPaths.answer(routing, UNAUTHORIZED, null);
            answer.ifPresent(given -> given.headers().forEach(response::putHeader));
            body = answer.map(ApiPaths.Answer::body).orElse("");
        } else {
            response.putHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        }
        response.end(body);
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(CarrierRequest.class);
    }

    /** Above the sign-in for people, which would redirect a machine to its page. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }
}
