package org.portcullis.web;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what another site sends in the visitor's name, by what the browser itself says of the sender. The token in
 * each form says the same; this holds even where a neighbouring site could plant a cookie.
 */
class CrossSiteFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @ServerRequestFilter
    public void refuseOtherSites(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site) && !SAFE_METHODS.contains(request.getMethod())) {
            throw new ForbiddenException();
        }
    }
}
