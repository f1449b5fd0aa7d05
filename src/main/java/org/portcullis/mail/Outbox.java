package org.portcullis.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jboss.logging.Logger;
import org.portcullis.account.PasswordLinks;
import org.portcullis.settings.Settings;

/**
 * Delivers what is in the outbox. Any process may; a claim in the database lets only one try each notice at a time.
 * A process that dies between the mail server's answer and the row that keeps it leaves a notice that is sent again
 * after the claim: with the same Message-ID, so that mail systems can drop the second one.
 */
@ApplicationScoped
class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final int BATCH = 50;

    private final Mailer mailer;
    private final PasswordLinks links;
    private final AddressLinks addressLinks;
    private final Undelivered undelivered;
    private final Settings settings;
    private final Clock clock;
    private final ReadWriteLock underWay = new ReentrantReadWriteLock();
    private volatile boolean stopping;

    Outbox(Mailer mailer, PasswordLinks links, AddressLinks addressLinks, Undelivered undelivered, Settings settings,
            Clock clock) {
        this.mailer = mailer;
        this.links = links;
        this.addressLinks = addressLinks;
        this.undelivered = undelivered;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lets the e-mail under way come to its end, so that a process that is stopped in good order sends nothing twice. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        // Given back at once: who waits for it then sees that there is nothing more to do, and keeps no process from ending.
        underWay.writeLock().lock();
        underWay.writeLock().unlock();
    }

    /** Until nothing is due, or the mail server is not there. */
    @Scheduled(every = "${portcullis.notice.every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void deliver() {
        var due = due();
        while (!due.isEmpty() && deliver(due)) {
            due = due();
        }
        undelivered.countAnew();
    }

    private boolean deliver(List<UUID> due) {
        for (UUID id : due) {
            underWay.readLock().lock();
            try {
                if (stopping || !deliver(id)) {
                    return false;
                }
            } finally {
                underWay.readLock().unlock();
            }
        }
        return true;
    }

    private List<UUID> due() {
        return QuarkusTransaction.requiringNew().call(() -> Notice.due(clock.instant(), BATCH));
    }

    /** @return whether the mail server is worth another try */
    private boolean deliver(UUID id) {
        Notice notice = QuarkusTransaction.requiringNew()
                .call(() -> Notice.claim(id, clock.instant()) ? Notice.<Notice>findById(id) : null);
        if (notice == null) {
            return true;
        }
        try {
            mailer.send(mail(notice));
        } catch (RuntimeException e) {
            var failure = DeliveryFailure.of(e);
            LOG.warnf("Could not deliver notice %s, attempt %d: %s", id, notice.attempts, failure.reason());
            QuarkusTransaction.requiringNew().run(() -> Notice.failed(id, notice.attempts, failure, clock.instant()));
            return !failure.isOfEveryNotice();
        }
        QuarkusTransaction.requiringNew().run(() -> Notice.delivered(id, settings.demo(), clock.instant()));
        return true;
    }

    private Mail mail(Notice notice) {
        var text = addressLinks.fill(links.fill(notice.body, notice.passwordLinkId), notice.addressLinkId);
        return Mail.withText(notice.recipient, notice.subject, text)
                .addHeader("Message-ID", "<" + notice.id + "@" + settings.baseUrl().getHost() + ">")
                .addHeader("Content-Language", notice.language)
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
