package org.portcullis.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import org.portcullis.database.DatabaseGauges;

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
    Undelivered(DatabaseGauges gauges, Clock clock) {
        gauges.register("portcullis.notice.failed", "E-mails that were given up", () -> Notice.countIn(Stage.FAILED));
        gauges.register("portcullis.notice.waiting", "E-mails that have not been sent yet",
                () -> Notice.countIn(Stage.WAITING));
        gauges.register("portcullis.notice.oldest.seconds",
                "Age of the oldest e-mail of which no mail server has said anything yet",
                () -> Notice.firstUnanswered().map(written -> Duration.between(written, clock.instant()).toSeconds())
                        .orElse(0L));
    }

    public void countAnew() {
        failed = QuarkusTransaction.requiringNew().call(() -> Notice.countIn(Stage.FAILED));
    }

    public long getFailed() {
        return failed;
    }
}
