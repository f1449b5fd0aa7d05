package org.portcullis.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what another site sends in the visitor's name, by what the browser itself says of the sender. The token in
 * each form says the same; this holds even where a neighbouring site could plant a cookie.
 */
public class CrossSiteFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @ServerRequestFilter
    public void refuseOtherSites(ContainerRequestContext request) {
        if (!isOwn(request) && !SAFE_METHODS.contains(request.getMethod())) {
            throw new ForbiddenException();
        }
    }

    /** @return whether the browser says that a page of the portal sent the request, or says nothing */
    public static boolean isOwn(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        return site == null || OWN.contains(site);
    }

    /** The token filter finds its token in forms. What is no form is for machines, whose addresses heed no cookie. */
    @ServerRequestFilter
    public void refuseWhatIsNoForm(ContainerRequestContext request, RoutingContext routing) {
        if (!SAFE_METHODS.contains(request.getMethod()) && !isForm(request.getMediaType()) && !Machines.isAddress(routing.normalizedPath())) {
            throw new BadRequestException();
        }
    }

    private static boolean isForm(MediaType type) {
        return type != null && (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type) || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type))
                && !type.isWildcardType() && !type.isWildcardSubtype();
    }
}
