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
 * The list that the person looked at last, with its filters and its page, so that what is reached from it leads back to it.
 * It is a cookie, and not a part of each address, so that it outlives forms of several pages.
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

    /** @return whether the last list was the one at this address, whatever its filters */
    public boolean isTo(String list) {
        var last = last();
        return last.equals(list) || last.startsWith(list + (list.contains("?") ? "&" : "?"));
    }

    /** @return the last list if it was the one at this address, with its filters; else that address */
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
