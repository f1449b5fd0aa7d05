package org.portcullis.web.form;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import org.portcullis.web.http.LocalPath;

/** The page that contained the submitted form, so that the person can return to it. */
public final class FormPage {

    private FormPage() {
    }

    /**
     * @return path and query of the page that the browser names in {@code Referer}, which the portal's referrer policy
     * allows within the site; without it, the path that the form was sent to
     */
    public static String of(RoutingContext routing) {
        var referer = routing.request().getHeader(HttpHeaders.REFERER);
        var page = referer == null ? LocalPath.START : LocalPath.of(pathOf(referer));
        return page.equals(LocalPath.START) ? LocalPath.of(routing.request().path()) : page;
    }

    private static String pathOf(String referer) {
        try {
            var uri = new URI(referer);
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
