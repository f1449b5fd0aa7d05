package org.portcullis.keptform;

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
import org.portcullis.keptform.KeptForms.Kept;
import org.portcullis.web.Addresses;

/**
 * Fills a form that was kept into its page, where the page's address asks for it, after the page's own resource has made it.
 * A page that does not have the form leads on to the next one that may have it.
 */
class RefillFilter {

    /** Response filters run from the highest priority down: after the page was rendered. */
    private static final int AFTER_RENDERING = 1_000;
    private static final String FOUND = RefillFilter.class.getName();
    private static final Pattern PARAMETER = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(\\d{1,2})");
    private static final String SIGN_IN_AGAIN = "/sign-in/again";

    private final KeptForms forms;
    private final SignedIn signedIn;

    RefillFilter(KeptForms forms, SignedIn signedIn) {
        this.forms = forms;
        this.signedIn = signedIn;
    }

    private record Found(Kept kept, int place) {
    }

    /** Already now, as the page may be rendered where the database can't be asked. */
    @ServerRequestFilter
    public void find(ContainerRequestContext request) {
        var wanted = request.getUriInfo().getQueryParameters().getFirst(KeptFormResource.PARAMETER);
        if (wanted == null || !request.getMethod().equals(HttpMethod.GET.name()) || !BlockingOperationControl.isBlockingAllowed()
                || !signedIn.isPresent()) {
            return;
        }
        var parts = PARAMETER.matcher(wanted);
        if (parts.matches()) {
            forms.find(signedIn.getPerson().id(), UUID.fromString(parts.group(1)))
                    .ifPresent(kept -> request.setProperty(FOUND, new Found(kept, Integer.parseInt(parts.group(2)))));
        }
    }

    @ServerResponseFilter(priority = AFTER_RENDERING)
    public void fill(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        if (!(request.getProperty(FOUND) instanceof Found found)) {
            return;
        }
        var location = response.getHeaderString(HttpHeaders.LOCATION);
        if (location != null) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, location.startsWith(SIGN_IN_AGAIN)
                    ? Addresses.with(SIGN_IN_AGAIN, Map.of("to", routing.request().uri()))
                    : KeptFormResource.with(location, found.kept.id(), found.place));
        } else if (response.getStatus() != Response.Status.OK.getStatusCode() || !(response.getEntity() instanceof String html)
                || !fill(html, found.kept, response)) {
            response.setStatus(Response.Status.SEE_OTHER.getStatusCode());
            response.setEntity(null);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, KeptFormResource.next(found.kept, found.place));
        }
    }

    /** @return whether the page has the form; what is no longer kept needs none */
    private static boolean fill(String html, Kept kept, ContainerResponseContext response) {
        var page = new FilledPage(html);
        var notice = kept.sent() == null ? Optional.of(KeptNotice.gone()) : page.fill(kept);
        notice.ifPresent(words -> response.setEntity(page.with(KeptFormResource.Templates.notice(words).render())));
        return notice.isPresent();
    }
}
