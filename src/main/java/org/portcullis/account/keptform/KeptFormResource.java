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
 * Leads a person from signing in to the page of the form that was kept for them, where {@link RefillFilter} fills it in. If
 * no page holds the form any more, shows what was typed, to be sent to the form's address by a click.
 */
@Path(KeptFormResource.PATH)
@Blocking
@Produces(MediaType.TEXT_HTML)
class KeptFormResource {

    static final String PATH = "/kept-forms";
    /** Where a form that came too late is read. */
    static final String LATE_PATH = PATH + "/late";
    /** In an address: which form to fill in, and how many pages did not hold it. In a form: which one it was filled in from. */
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

        /** What a page says above the form that is filled in. */
        static native TemplateInstance notice(KeptNotice notice);

        private Templates() {
        }
    }

    /** Who asks for another person's form gets to the start page, and is not told that there is one. */
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

    /** Reads a form that {@link SignedInPolicy} has found to be late; anything else leads nowhere. */
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

    /** @return where to go on looking for the page of a form */
    static String next(UUID id, int place) {
        return address(id) + "?place=" + (place + 1);
    }

    /** @return the page's address with the form to be filled in, before the fragment */
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
