package org.portcullis.portout.carrier;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.portcullis.portout.carrier.CredentialCheck.Result;
import org.portcullis.portout.carrier.KnownCredential.ShownBeside;
import org.portcullis.web.http.RequestKind;
import org.portcullis.web.http.RequestThreads;

/** Maps a credential to its carrier, or to an unchecked caller while the database is down. */
@ApplicationScoped
class CarrierIdentityProvider implements IdentityProvider<CarrierRequest> {

    private static final String NOBODY = "unchecked";

    private final CredentialCheck check;
    private final Refusals refusals;
    private final RequestThreads threads;

    CarrierIdentityProvider(CredentialCheck check, Refusals refusals, RequestThreads threads) {
        this.check = check;
        this.refusals = refusals;
        this.threads = threads;
    }

    @Override
    public Class<CarrierRequest> getRequestType() {
        return CarrierRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(CarrierRequest request, AuthenticationRequestContext context) {
        return threads.uni(RequestKind.CREDENTIALS, () -> identity(request));
    }

    private SecurityIdentity identity(CarrierRequest request) {
        var beside = new ShownBeside(request.address(), request.certificate());
        var result = check(request, beside);
        var identity = QuarkusSecurityIdentity.builder().addRole(request.protocol().role());
        return switch (result.outcome()) {
            case GOOD -> identity.setPrincipal(new QuarkusPrincipal(result.carrier().name()))
                    .addAttribute(Caller.CARRIER, result.carrier()).build();
            case UNCHECKED ->
                identity.setPrincipal(new QuarkusPrincipal(result.carrier() == null ? NOBODY : result.carrier().name()))
                        .build();
            case OTHER_ADDRESS, CERTIFICATE_MISSING, CERTIFICATE_UNKNOWN, CERTIFICATE_ENDED -> {
                refusals.recordKeptOut(result.outcome().keptOut().orElseThrow(), result.carrier(), beside);
                yield identity.setPrincipal(new QuarkusPrincipal(result.carrier().name()))
                        .addAttribute(Caller.KEPT_OUT, result.carrier()).build();
            }
            default -> {
                refusals.record(request.protocol(), result.outcome(), result.carrier(), request.address());
                throw new AuthenticationFailedException();
            }
        };
    }

    private Result check(CarrierRequest request, ShownBeside beside) {
        if (request.isCertificateAlone()) {
            return check.check(request.protocol(), beside);
        }
        return request.shown() == null ? new Result(Outcome.UNKNOWN, null)
                : check.check(request.protocol(), request.shown(), beside);
    }
}
