package org.portcullis.web.http;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Replaces a resource's input stream by the body that has arrived, so that reading it does not wait for the sender. */
class BodyFilter {

    @ServerRequestFilter(preMatching = true)
    public void give(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        ((ResteasyReactiveRequestContext) request.getServerRequestContext()).setInputStream(Body.of(routing).stream());
    }
}
