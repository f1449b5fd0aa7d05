package org.portcullis.web.i18n;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.portcullis.web.http.ClientAddress;
import org.portcullis.web.http.Cookies;
import org.portcullis.web.http.LocalPath;
import org.portcullis.web.http.RawErrors;

/** The request context that a page needs for every visitor: language, time zone, theme and path. */
@Named("visit")
@RequestScoped
public class RequestContext {

    /** Attribute of the security identity: the {@link Locale} that the signed-in person chose, if any. */
    public static final String LANGUAGE = "portcullis.language";
    /** Attribute of the security identity: the {@link ZoneId} in which the signed-in person wants to see times. */
    public static final String ZONE = "portcullis.zone";
    static final ZoneId ZONE_OF_NOBODY = ZoneId.of("UTC");

    public static final String LANGUAGE_COOKIE = "language";
    public static final String THEME_COOKIE = "theme";

    private final RoutingContext routing;

    @Inject
    RequestContext(RoutingContext routing) {
        this.routing = routing;
    }

    /**
     * The first of these that is set: the person's choice, the cookie, the whole {@code Accept-Language} header,
     * English.
     */
    public static Locale language(RoutingContext routing) {
        Locale language = routing.get(LANGUAGE);
        if (language == null) {
            language = RequestContext.<Locale>ofIdentity(routing, LANGUAGE)
                    .or(() -> Languages.byTag(Cookies.get(routing, LANGUAGE_COOKIE)))
                    .or(() -> Languages
                            .accepted(String.join(",", routing.request().headers().getAll("Accept-Language"))))
                    .orElse(Languages.ENGLISH);
            routing.put(LANGUAGE, language);
        }
        return language;
    }

    /**
     * @return the time zone of the person or of their organization; empty for a visitor who is not signed in, and for a
     * person of the desk who has chosen none
     */
    static Optional<ZoneId> zone(RoutingContext routing) {
        return RequestContext.ofIdentity(routing, ZONE);
    }

    private static <T> Optional<T> ofIdentity(RoutingContext routing, String attribute) {
        return routing.user() instanceof QuarkusHttpUser user
                ? Optional.ofNullable(user.getSecurityIdentity().<T>getAttribute(attribute))
                : Optional.empty();
    }

    /** @return whether the request was rerouted to the error page */
    public static boolean isErrorPage(RoutingContext routing) {
        return routing.get(RawErrors.STATUS) != null;
    }

    public Locale getLanguage() {
        return language(routing);
    }

    /** @return the languages that the switch offers: all but the page's own */
    public List<Locale> getOtherLanguages() {
        return Languages.ALL.stream().filter(language -> !language.equals(getLanguage())).toList();
    }

    public List<Theme> getThemes() {
        return List.of(Theme.values());
    }

    /** @return whether this page is the one at the path, or below it */
    public boolean isWithin(String path) {
        var own = routing.request().path();
        return own.equals(path) || own.startsWith(path + "/");
    }

    /** @return whether this page is the one at the path, not one below it */
    public boolean isAt(String path) {
        return routing.request().path().equals(path);
    }

    public ZoneId getZone() {
        return zone(routing).orElse(ZONE_OF_NOBODY);
    }

    public Theme getTheme() {
        return Theme.byValue(Cookies.get(routing, THEME_COOKIE)).orElse(Theme.AUTO);
    }

    /** @return the address to which the forms for language and theme return: this page, without the fields of a POST */
    public String getPlace() {
        var request = routing.request();
        return LocalPath.of(request.method().equals(HttpMethod.GET) ? request.uri() : request.path());
    }

    /** @return the sender's address, see {@link ClientAddress} */
    public String getAddress() {
        return ClientAddress.of(routing);
    }
}
