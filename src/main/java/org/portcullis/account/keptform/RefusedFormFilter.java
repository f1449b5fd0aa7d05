package org.portcullis.account.keptform;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.portcullis.web.http.CrossSiteFilter;

/**
 * Keeps forms that the CSRF filter of Quarkus refuses, and deletes kept forms once they are processed. The CSRF filter
 * answers with a bare status code; every other refusal already has a page.
 */
class RefusedFormFilter {

    /** Response filters run from the highest priority down: this one runs before errors get their page. */
    private static final int BEFORE_ERROR_PAGES = 6_000;
    /** Set by the CSRF filter in the routing context's data. */
    private static final String TOKEN_VERIFIED = "csrf_token_verified";
    /** Called by a script, which reports errors itself. */
    private static final String SESSION = "/session";
    private static final String SIGN_IN = "/sign-in";

    private final RefusedForms refused;
    private final CrossSiteFilter crossSite;

    RefusedFormFilter(RefusedForms refused, CrossSiteFilter crossSite) {
        this.refused = refused;
        this.crossSite = crossSite;
    }

    @ServerResponseFilter(priority = BEFORE_ERROR_PAGES)
    public void keepRefused(ResteasyReactiveContainerRequestContext request, ContainerResponseContext response,
            RoutingContext routing) {
        var form = form(request);
        if (form == null || response.getStatus() != Status.BAD_REQUEST.getStatusCode() || response.hasEntity()
                || routing.get(TOKEN_VERIFIED) != null || !crossSite.isOwn(request)
                || routing.normalizedPath().equals(SESSION)) {
            return;
        }
        var late = SignedInPolicy.late(routing);
        if (late != null) {
            redirect(response, refused.keepLate(late, form));
        } else {
            refused.keepWithoutToken(routing, form).ifPresent(path -> redirect(response, path));
        }
    }

    @ServerResponseFilter
    public void forgetSent(ResteasyReactiveContainerRequestContext request, ContainerResponseContext response,
            RoutingContext routing) {
        var form = form(request);
        if (form != null && form.contains(KeptFormResource.PARAMETER) && routing.get(TOKEN_VERIFIED) != null
                && isTaken(response)) {
            refused.forgetSent(form);
        }
    }

    /** A redirect to signing in again does not count: the form was not processed. */
    private static boolean isTaken(ContainerResponseContext response) {
        var location = response.getHeaderString(HttpHeaders.LOCATION);
        return response.getStatus() < Status.BAD_REQUEST.getStatusCode()
                && (location == null || !location.startsWith(SIGN_IN));
    }

    private static FormData form(ResteasyReactiveContainerRequestContext request) {
        return ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
    }

    private static void redirect(ContainerResponseContext response, String path) {
        response.setStatus(Status.SEE_OTHER.getStatusCode());
        response.getHeaders().putSingle(HttpHeaders.LOCATION, path);
    }
}
