package org.portcullis.portout.api;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limits;
import org.portcullis.portout.carrier.Caller;
import org.portcullis.portout.carrier.CarrierIdentity;
import org.portcullis.web.http.AdmissionControl;

/** Keeps one carrier from taking all threads of the API: each waits for its turn before it gets one. */
@Singleton
class CarrierTurns implements AdmissionControl {

    private final Limits limits;

    CarrierTurns(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean isFor(String path) {
        return path.equals(PortOutRequestResource.PATH) || path.startsWith(PortOutRequestResource.PATH + "/");
    }

    /** A request without a known credential is refused at once, which needs no turn. */
    @Override
    public Future<Runnable> await(RoutingContext routing) {
        var carrier = routing.user() instanceof QuarkusHttpUser user ? Caller.in(user.getSecurityIdentity()) : null;
        return carrier == null ? Future.succeededFuture(() -> {}) : await(routing, carrier);
    }

    private Future<Runnable> await(RoutingContext routing, CarrierIdentity carrier) {
        return limits.await(CostlyWork.VERDICT, carrier.asCaller(), routing.vertx()).<Runnable>map(turn -> turn::close)
                .recover(failure -> Future.failedFuture(failure instanceof LimitReachedException limit
                        ? new RefusedException(limit.retryAfter().toSeconds())
                        : failure));
    }
}
