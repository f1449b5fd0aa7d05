package org.portcullis.keptform;

import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.portcullis.account.AccountFlash;
import org.portcullis.account.SignedIn;
import org.portcullis.keptform.SentForm.Cause;
import org.portcullis.web.CrossSiteFilter;
import org.portcullis.web.Flash;
import org.portcullis.web.LocalPath;
import org.portcullis.web.Redirect;

/** Keeps a form that can't be carried out when it comes, and sends its person to where they get it back. */
class LateFormFilter {

    /** Before the filter of the token, which a late form need not have any more. */
    private static final int BEFORE_THE_TOKEN = 1_000;
    /** Response filters run from the highest priority down: before an error gets its page. */
    private static final int BEFORE_ERROR_PAGES = 6_000;
    /** Set by the token filter of Quarkus in the routing context's data. */
    private static final String TOKEN_VERIFIED = "csrf_token_verified";
    private static final String SIGN_IN = "/sign-in";
    /** Asks by a script, which says itself what happened. */
    private static final String SESSION = "/session";

    private final KeptForms forms;
    private final SignedIn signedIn;
    private final Flash flash;

    LateFormFilter(KeptForms forms, SignedIn signedIn, Flash flash) {
        this.forms = forms;
        this.signedIn = signedIn;
        this.flash = flash;
    }

    /** A form from a session that has ended. */
    @ServerRequestFilter(priority = BEFORE_THE_TOKEN)
    @WithFormRead
    public Optional<Response> keepLate(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        var late = SignedInPolicy.late(routing);
        if (late == null) {
            return Optional.empty();
        }
        if (!CrossSiteFilter.isOwn(request)) {
            throw new ForbiddenException();
        }
        var id = keep(late.person(), late.origin(), Cause.SESSION_ENDED, request);
        flash.leave(EnumSet.of(id.isPresent() ? AccountFlash.FORM_KEPT : AccountFlash.FORM_TOO_LARGE));
        return Optional.of(Redirect.to(signIn(id.map(KeptFormResource::address).orElse(late.origin().page()))));
    }

    /** A form whose token no longer counts: it has to be sent once more from a page with a new one. */
    @ServerResponseFilter(priority = BEFORE_ERROR_PAGES)
    public void keepRefused(ResteasyReactiveContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        var path = request.getUriInfo().getPath();
        if (response.getStatus() != Response.Status.BAD_REQUEST.getStatusCode() || response.hasEntity() || form(request) == null
                || routing.get(TOKEN_VERIFIED) != null || !CrossSiteFilter.isOwn(request) || path.equals(SESSION)) {
            return;
        }
        if (signedIn.isPresent()) {
            keep(signedIn.getPerson().id(), SignedInPolicy.origin(routing), Cause.PAGE_TOO_OLD, request)
                    .ifPresent(id -> redirect(response, KeptFormResource.address(id)));
        } else if (path.equals(SIGN_IN)) {
            flash.leave(EnumSet.of(AccountFlash.SIGN_IN_TOO_OLD));
            redirect(response, signIn(LocalPath.of(value(request, "to"))));
        }
    }

    /** What was kept has been sent: it is in the hands of its own page now. */
    @ServerResponseFilter
    public void forgetSent(ResteasyReactiveContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        var id = form(request) == null ? null : filledInFrom(request);
        if (id != null && routing.get(TOKEN_VERIFIED) != null && isTaken(response) && signedIn.isPresent()
                && BlockingOperationControl.isBlockingAllowed()) {
            forms.remove(signedIn.getPerson().id(), id);
        }
    }

    private Optional<UUID> keep(UUID person, Origin origin, Cause cause, ResteasyReactiveContainerRequestContext request) {
        var form = form(request);
        var upload = MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType());
        return form == null ? Optional.empty() : forms.keep(person, origin, SentForm.of(cause, upload, form), filledInFrom(request));
    }

    /** Not where it leads to signing in again first: nothing was taken then. */
    private static boolean isTaken(ContainerResponseContext response) {
        var location = response.getHeaderString(HttpHeaders.LOCATION);
        return response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode() && (location == null || !location.startsWith(SIGN_IN));
    }

    private static FormData form(ResteasyReactiveContainerRequestContext request) {
        return ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
    }

    private static UUID filledInFrom(ResteasyReactiveContainerRequestContext request) {
        try {
            var value = value(request, KeptFormResource.PARAMETER);
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String value(ResteasyReactiveContainerRequestContext request, String name) {
        var value = form(request).getFirst(name);
        return value == null || value.isFileItem() ? null : value.getValue();
    }

    private static String signIn(String to) {
        return to.equals(LocalPath.START) ? SIGN_IN : SIGN_IN + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    private static void redirect(ContainerResponseContext response, String path) {
        response.setStatus(Response.Status.SEE_OTHER.getStatusCode());
        response.getHeaders().putSingle(HttpHeaders.LOCATION, path);
    }
}
