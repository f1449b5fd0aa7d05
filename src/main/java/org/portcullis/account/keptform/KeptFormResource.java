package org.portcullis.account.keptform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.portcullis.account.SignedIn;
import org.portcullis.web.http.LocalPath;
import org.portcullis.web.http.Redirect;

/**
 * Redirects a person after signing in to the page of their kept form, where {@link RefillFilter} fills it in. If no
 * page has the form any more, shows the typed fields, to be sent to the form's address with one click.
 */
@Path(KeptFormResource.PATH)
@Blocking
@Produces(MediaType.TEXT_HTML)
class KeptFormResource {

    static final String PATH = "/kept-forms";
    /** Receives forms that were sent after the end of their session. */
    static final String LATE_PATH = PATH + "/late";
    /**
     * As a query parameter: the form to fill in, and how many pages did not have it. As a form field: the kept form
     * that this form was filled in from.
     */
    static final String PARAMETER = "kept-form";

    private static final String SEPARATOR = ".";

    private final KeptForms forms;
    private final RefusedForms refused;
    private final SignedIn signedIn;
    private final RoutingContext routing;

    KeptFormResource(KeptForms forms, RefusedForms refused, SignedIn signedIn, RoutingContext routing) {
        this.forms = forms;
        this.refused = refused;
        this.signedIn = signedIn;
        this.routing = routing;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(KeptPage kept);

        /** The notice above a filled-in form. */
        static native TemplateInstance notice(KeptNotice notice);

        private Templates() {
        }
    }

    /**
     * A request for another person's form is redirected to the start page, and does not reveal that the form exists.
     */
    @GET
    @Path("{id}")
    @Authenticated
    public Response show(@RestPath UUID id, @RestQuery int place) {
        var kept = forms.find(signedIn.getPerson().id(), id);
        if (kept.isEmpty()) {
            return Redirect.to(LocalPath.START);
        }
        return kept.get().origin().page(place).map(page -> Redirect.to(with(page, id, place)))
                .orElseGet(() -> Response.ok(Templates.page(KeptPage.of(kept.get()))).build());
    }

    /**
     * Reads a form that {@link SignedInPolicy} found to be sent after the end of its session; other requests are not
     * found.
     */
    @POST
    @Path("late")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response keep() {
        var late = SignedInPolicy.late(routing);
        if (late == null) {
            throw new NotFoundException();
        }
        return Redirect.to(refused.keepLate(late, CurrentRequestManager.get().getFormData()));
    }

    static String address(UUID id) {
        return PATH + "/" + id;
    }

    /** @return the next address at which to look for the page of a form */
    static String next(UUID id, int place) {
        return address(id) + "?place=" + (place + 1);
    }

    /** @return the page's address with the parameter for filling in the form, before the fragment */
    static String with(String page, UUID id, int place) {
        int hash = page.indexOf('#');
        var address = hash < 0 ? page : page.substring(0, hash);
        return address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + id + SEPARATOR + place
                + (hash < 0 ? "" : page.substring(hash));
    }

    static String withoutParameter(String address) {
        return address.replaceAll("(?<=[?&])" + PARAMETER + "=[^&]*&?", "").replaceFirst("[?&]$", "");
    }
}
