package org.portcullis.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * How many e-mails were given up and how many wait, for the desk's navigation and for the metrics. Counted now and then,
 * not for each page: the frame of a page must not need the database.
 */
@Named("undelivered")
@ApplicationScoped
public class Undelivered {

    private volatile long failed;
    private volatile long waiting;

    /** For the client proxy. */
    Undelivered() {
    }

    @Inject
    Undelivered(MeterRegistry metrics) {
        metrics.gauge("portcullis.notice.failed", this, counts -> counts.failed);
        metrics.gauge("portcullis.notice.waiting", this, counts -> counts.waiting);
    }

    public void countAnew() {
        QuarkusTransaction.requiringNew().run(() -> {
            failed = Notice.countIn(Stage.FAILED);
            waiting = Notice.countIn(Stage.WAITING);
        });
    }

    public long getFailed() {
        return failed;
    }
}
