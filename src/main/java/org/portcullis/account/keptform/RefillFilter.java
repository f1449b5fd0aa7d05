package org.portcullis.account.keptform;

import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.portcullis.account.SignedIn;
import org.portcullis.account.keptform.KeptForms.Kept;
import org.portcullis.web.http.Addresses;

/**
 * Fills a kept form into its page after the page's own resource has rendered it, if the address asks for it. A page
 * without the form redirects to the next candidate.
 */
class RefillFilter {

    /** Response filters run from the highest priority down: this one runs after the page was rendered. */
    private static final int AFTER_RENDERING = 1_000;
    private static final String FOUND = RefillFilter.class.getName();
    private static final Pattern PARAMETER = Pattern
            .compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(\\d{1,2})");
    private static final String SIGN_IN_AGAIN = "/sign-in/again";

    private final KeptForms forms;
    private final SignedIn signedIn;

    RefillFilter(KeptForms forms, SignedIn signedIn) {
        this.forms = forms;
        this.signedIn = signedIn;
    }

    /** The kept form that the address asks for. */
    private record Wanted(UUID id, int place) {

        static Optional<Wanted> of(ContainerRequestContext request) {
            var parameter = request.getUriInfo().getQueryParameters().getFirst(KeptFormResource.PARAMETER);
            var parts = PARAMETER.matcher(parameter == null ? "" : parameter);
            return parts.matches() && request.getMethod().equals(HttpMethod.GET.name())
                    ? Optional.of(new Wanted(UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        }
    }

    /** Loaded already here, because the page may be rendered on a thread that must not wait for the database. */
    @ServerRequestFilter
    public void find(ContainerRequestContext request) {
        if (BlockingOperationControl.isBlockingAllowed() && signedIn.isPresent()) {
            Wanted.of(request)
                    .ifPresent(wanted -> request.setProperty(FOUND, forms.find(signedIn.getPerson().id(), wanted.id)));
        }
    }

    @ServerResponseFilter(priority = AFTER_RENDERING)
    public void fill(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        var wanted = Wanted.of(request).orElse(null);
        if (wanted == null || !signedIn.isPresent()) {
            return;
        }
        if (!(request.getProperty(FOUND) instanceof Optional<?> found)) {
            // No form was loaded, because the page uses no database or the address does not exist: this page does not
            // have the form.
            goOn(response, wanted);
        } else if (found.isPresent() && found.get() instanceof Kept kept) {
            fill(kept, wanted, response, routing);
        }
    }

    private static void fill(Kept kept, Wanted wanted, ContainerResponseContext response, RoutingContext routing) {
        var location = response.getHeaderString(HttpHeaders.LOCATION);
        if (location != null) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, location.startsWith(SIGN_IN_AGAIN)
                    ? Addresses.with(SIGN_IN_AGAIN, Map.of("to", routing.request().uri()))
                    : KeptFormResource.with(location, wanted.id, wanted.place));
        } else if (response.getStatus() != Response.Status.OK.getStatusCode()
                || !(response.getEntity() instanceof String html)
                || !fill(html, kept, response)) {
            goOn(response, wanted);
        }
    }

    private static void goOn(ContainerResponseContext response, Wanted wanted) {
        response.setStatus(Response.Status.SEE_OTHER.getStatusCode());
        response.setEntity(null);
        response.getHeaders().putSingle(HttpHeaders.LOCATION, KeptFormResource.next(wanted.id, wanted.place));
    }

    /** @return whether the page has the form; true also for a form that is no longer kept */
    private static boolean fill(String html, Kept kept, ContainerResponseContext response) {
        var page = new FilledPage(html);
        var notice = kept.sent() == null ? Optional.of(KeptNotice.gone()) : page.fill(kept);
        notice.ifPresent(words -> response.setEntity(page.with(KeptFormResource.Templates.notice(words).render())));
        return notice.isPresent();
    }
}
