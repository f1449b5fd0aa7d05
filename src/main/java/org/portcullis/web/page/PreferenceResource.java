package org.portcullis.web.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestForm;
import org.portcullis.web.http.Cookies;
import org.portcullis.web.http.LocalPath;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.LanguageChosen;
import org.portcullis.web.i18n.Languages;
import org.portcullis.web.i18n.RequestContext;
import org.portcullis.web.i18n.Theme;

/** Language and theme, chosen by a form on every page, signed in or not. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class PreferenceResource {

    private static final Duration LIFETIME = Duration.ofDays(365);

    private final RoutingContext routing;
    private final Event<LanguageChosen> languageChosen;

    PreferenceResource(RoutingContext routing, Event<LanguageChosen> languageChosen) {
        this.routing = routing;
        this.languageChosen = languageChosen;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("language")
    public Response language(@RestForm String language, @RestForm String to) {
        var chosen = Languages.byTag(language).orElseThrow(BadRequestException::new);
        Cookies.set(routing, RequestContext.LANGUAGE_COOKIE, chosen.toLanguageTag(), LIFETIME);
        languageChosen.fire(new LanguageChosen(chosen));
        return backTo(to);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("theme")
    public Response theme(@RestForm String theme, @RestForm String to) {
        var chosen = Theme.byValue(theme).orElseThrow(BadRequestException::new);
        Cookies.set(routing, RequestContext.THEME_COOKIE, chosen.value(), LIFETIME);
        return backTo(to);
    }

    private static Response backTo(String place) {
        return Redirect.to(LocalPath.of(place));
    }
}
