package org.portcullis.web.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses requests that another site sends in the visitor's name, by what the browser says of the sender
 * ({@code Sec-Fetch-Site}; older browsers send {@code Origin} alone). The token in each form does the same, but a
 * neighbouring site might plant a cookie; this holds even then.
 */
public class CrossSiteFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final URI baseUrl;

    CrossSiteFilter(@ConfigProperty(name = "portcullis.base-url", defaultValue = "http://localhost:8080") URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    @ServerRequestFilter
    public void refuseOtherSites(ContainerRequestContext request, RoutingContext routing) {
        if (!SAFE_METHODS.contains(request.getMethod()) && !ApiPaths.isAddress(routing.normalizedPath())
                && !isOwn(request)) {
            routing.put(Refusals.FORGED, true);
            throw new ForbiddenException();
        }
    }

    /** @return whether the browser says that a page of the portal sent the request, or says nothing */
    public boolean isOwn(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        var origin = request.getHeaderString("Origin");
        return site != null ? OWN.contains(site) : origin == null || isOwn(origin, request.getHeaderString("Host"));
    }

    /**
     * @param origin a scheme and an authority, or {@code null} for an opaque origin
     * @param host as it was sent; a proxy may have replaced it by its own, so the portal's address is compared, too
     */
    private boolean isOwn(String origin, String host) {
        var authority = origin.replaceFirst("^https?://", "");
        return !authority.equals(origin)
                && (authority.equalsIgnoreCase(host) || authority.equalsIgnoreCase(baseUrl.getRawAuthority()));
    }

    /** The token filter covers forms. Other bodies are for the addresses of programs, which ignore cookies. */
    @ServerRequestFilter
    public void refuseWhatIsNoForm(ContainerRequestContext request, RoutingContext routing) {
        if (!SAFE_METHODS.contains(request.getMethod()) && !isForm(request.getMediaType())
                && !ApiPaths.isAddress(routing.normalizedPath())) {
            throw new BadRequestException();
        }
    }

    private static boolean isForm(MediaType type) {
        return type != null
                && (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                        || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type))
                && !type.isWildcardType() && !type.isWildcardSubtype();
    }
}
