package org.portcullis.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.portcullis.account.PasswordLinks;

/** Delivers what is in the outbox. Any process may; a claim in the database lets only one try each notice at a time. */
@ApplicationScoped
class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final int BATCH = 50;

    private final Mailer mailer;
    private final PasswordLinks links;
    private final Clock clock;

    Outbox(Mailer mailer, PasswordLinks links, Clock clock) {
        this.mailer = mailer;
        this.links = links;
        this.clock = clock;
    }

    @Scheduled(every = "${portcullis.notice.every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void deliver() {
        var due = QuarkusTransaction.requiringNew().call(() -> Notice.due(clock.instant(), BATCH));
        due.forEach(this::deliver);
    }

    private void deliver(UUID id) {
        Notice notice = QuarkusTransaction.requiringNew()
                .call(() -> Notice.claim(id, clock.instant()) ? Notice.<Notice>findById(id) : null);
        if (notice == null) {
            return;
        }
        try {
            mailer.send(Mail.withText(notice.recipient, notice.subject, links.fill(notice.body))
                    .addHeader("Content-Language", notice.language)
                    .addHeader("Auto-Submitted", "auto-generated"));
            QuarkusTransaction.requiringNew().run(() -> Notice.delivered(id, clock.instant()));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Could not deliver notice %s, attempt %d", id, notice.attempts);
            QuarkusTransaction.requiringNew().run(() -> Notice.failed(id, notice.attempts, clock.instant()));
        }
    }
}
