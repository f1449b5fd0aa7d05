package org.portcullis.web.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Decides when a request whose body has arrived gets its thread, where one caller must not take all threads. */
public interface AdmissionControl {

    /** @param path normalized */
    boolean isFor(String path);

    /**
     * @return a task that has to run when the request has been processed; it fails with {@link RefusedException} and
     * nothing else
     */
    Future<Runnable> await(RoutingContext routing);

    /** The request gets no thread, and is answered with 429. */
    final class RefusedException extends RuntimeException {

        private final long retryAfter;

        /** @param retryAfter seconds after which it may be sent again */
        public RefusedException(long retryAfter) {
            super("The caller has no thread left", null, false, false);
            this.retryAfter = retryAfter;
        }

        long retryAfter() {
            return retryAfter;
        }
    }
}
