package org.portcullis.web.i18n;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.portcullis.web.http.Cookies;
import org.portcullis.web.http.LocalPath;

/**
 * The list that the person viewed last, with its filters and page, so that pages reached from it can link back to it.
 * It is kept in a cookie instead of in each address, so that it survives forms of several pages.
 */
@Named("wayBack")
@RequestScoped
public class ReturnUrl {

    private static final String COOKIE = "list";

    private final RoutingContext routing;

    @Inject
    ReturnUrl(RoutingContext routing) {
        this.routing = routing;
    }

    /** @param address path and query of a list of this site */
    public void remember(String address) {
        if (LocalPath.of(address).equals(address)) {
            Cookies.set(routing, COOKIE, Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(address.getBytes(StandardCharsets.UTF_8)));
        }
    }

    public void forget() {
        Cookies.remove(routing, COOKIE);
    }

    /** @return whether the last list was the one at this address, with any filters */
    public boolean isTo(String list) {
        var last = last();
        return last.equals(list) || last.startsWith(list + (list.contains("?") ? "&" : "?"));
    }

    /** @return the last list with its filters if it was the one at this address; else that address */
    public String to(String list) {
        return isTo(list) ? last() : list;
    }

    private String last() {
        var cookie = Cookies.get(routing, COOKIE);
        if (cookie == null) {
            return LocalPath.START;
        }
        try {
            return LocalPath.of(new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return LocalPath.START;
        }
    }
}
