package org.portcullis.web.http;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Gives resources the body that has arrived, in the place of one that they would have to wait for. */
class BodyFilter {

    @ServerRequestFilter(preMatching = true)
    public void give(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        ((ResteasyReactiveRequestContext) request.getServerRequestContext()).setInputStream(Body.of(routing).stream());
    }
}
