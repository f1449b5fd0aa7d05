package org.portcullis.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * How many e-mails were given up and how many wait. For the desk's navigation they are counted now and then, not for each page:
 * the frame of a page must not need the database. For the metrics they are counted when these are read, so that they are right
 * even if no e-mails are looked after any more.
 */
@Named("undelivered")
@ApplicationScoped
public class Undelivered {

    private volatile long failed;

    /** For the client proxy. */
    Undelivered() {
    }

    @Inject
    Undelivered(MeterRegistry metrics) {
        metrics.gauge("portcullis.notice.failed", Stage.FAILED, Undelivered::counted);
        metrics.gauge("portcullis.notice.waiting", Stage.WAITING, Undelivered::counted);
    }

    private static double counted(Stage stage) {
        return QuarkusTransaction.requiringNew().call(() -> Notice.countIn(stage));
    }

    public void countAnew() {
        failed = QuarkusTransaction.requiringNew().call(() -> Notice.countIn(Stage.FAILED));
    }

    public long getFailed() {
        return failed;
    }
}
