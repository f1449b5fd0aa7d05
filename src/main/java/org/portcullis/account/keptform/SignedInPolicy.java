package org.portcullis.account.keptform;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.portcullis.account.EndedSessions;
import org.portcullis.web.form.FormPage;
import org.portcullis.web.http.ApiPaths;
import org.portcullis.web.http.LocalPath;

/**
 * Admits signed-in people, as the policy "authenticated" of Quarkus does, and routes a form whose session has ended to
 * {@link KeptFormResource}. The form's own resource is never called; it would require a session.
 */
@ApplicationScoped
class SignedInPolicy implements HttpSecurityPolicy {

    /** Key of the {@link Late} record in the routing context's data. */
    private static final String LATE = SignedInPolicy.class.getName();
    /** After the policies, and before the resources. */
    private static final int AFTER_AUTHORIZATION = 50;
    /** This form holds a password and no other typed field. */
    private static final String SIGN_IN_AGAIN = "/sign-in/again";

    private final EndedSessions ended;

    SignedInPolicy(EndedSessions ended) {
        this.ended = ended;
    }

    /**
     * A form that was sent after the end of its session.
     *
     * @param person of that session
     */
    record Late(UUID person, Origin origin) {
    }

    /** @return the request's form that was sent after the end of its session, or null */
    static Late late(RoutingContext routing) {
        return routing.get(LATE);
    }

    @Override
    public String name() {
        return "signed-in";
    }

    @Override
    public Uni<CheckResult> checkPermission(RoutingContext routing, Uni<SecurityIdentity> identity,
            AuthorizationRequestContext context) {
        return identity.flatMap(person -> {
            if (!person.isAnonymous() || late(routing) != null) {
                return CheckResult.permit();
            }
            return mayBeLate(routing)
                    ? context.runBlocking(routing, identity, (request, stranger) -> recognize(request))
                    : CheckResult.deny();
        });
    }

    private static boolean mayBeLate(RoutingContext routing) {
        var path = routing.normalizedPath();
        return routing.request().method().equals(HttpMethod.POST) && !ApiPaths.isAddress(path)
                && !path.equals(SIGN_IN_AGAIN);
    }

    private CheckResult recognize(RoutingContext routing) {
        var person = ended.personOf(routing);
        person.ifPresent(id -> routing.put(LATE, new Late(id, origin(routing))));
        return person.isPresent() ? CheckResult.PERMIT : CheckResult.DENY;
    }

    /** @return the address that this request's form was sent to, and the page that it came from */
    static Origin origin(RoutingContext routing) {
        return new Origin(LocalPath.of(routing.request().uri()),
                KeptFormResource.withoutParameter(FormPage.of(routing)));
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (late(routing) != null && !routing.normalizedPath().equals(KeptFormResource.LATE_PATH)) {
                routing.reroute(HttpMethod.POST, KeptFormResource.LATE_PATH);
            } else {
                routing.next();
            }
        }, AFTER_AUTHORIZATION);
    }
}
