package org.portcullis.portout.bandwidth;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What is known of a request when it has to be answered, which may be before it was read. */
final class Exchange {

    /** The routing context's key of the exchange. */
    private static final String KEY = "portcullis.bandwidth-exchange";

    private final Instant arrivedAt;
    private volatile ValidationRequest request;
    private volatile CompletionStage<Void> due = CompletableFuture.completedStage(null);

    /** @param arrivedAt when the request's head arrived, before the credential check and the body */
    Exchange(Instant arrivedAt) {
        this.arrivedAt = arrivedAt;
    }

    /** @return the exchange, which begins with the request's arrival */
    static Exchange begin(RoutingContext routing, Instant arrivedAt) {
        var exchange = new Exchange(arrivedAt);
        routing.put(KEY, exchange);
        return exchange;
    }

    static Exchange of(RoutingContext routing) {
        return routing.get(KEY);
    }

    Instant arrivedAt() {
        return arrivedAt;
    }

    /** @return the request, or null until it is read */
    ValidationRequest request() {
        return request;
    }

    void read(ValidationRequest read) {
        request = read;
    }

    /** @param moment completes when the answer may be sent */
    void answerWhen(CompletionStage<Void> moment) {
        due = moment;
    }

    CompletionStage<Void> due() {
        return due;
    }
}
