package org.portcullis.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.organization.Organization;

/**
 * Sends reminders that a PIN will expire, has expired, or is old. Every process runs this job; the row lock on the
 * organization makes sure that each reminder is sent once.
 */
@ApplicationScoped
class PinReminderJob {

    private static final Logger LOG = Logger.getLogger(PinReminderJob.class);
    private static final int BATCH = 200;
    /**
     * What has happened comes before what will happen: for an expired PIN, the announcement of its expiry is obsolete.
     */
    private static final List<PinNews> IN_ORDER = List.of(PinNews.EXPIRED, PinNews.EXPIRES_SOON, PinNews.OLD);

    private final PortOutPinLife life;
    private final PinNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    PinReminderJob(PortOutPinLife life, PinNotices notices, AuditTrail audit, Clock clock) {
        this.life = life;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        IN_ORDER.forEach(news -> {
            List<UUID> due;
            do {
                due = QuarkusTransaction.requiringNew().call(() -> due(news));
            } while (due.stream().filter(organizationId -> tryToTell(news, organizationId)).count() == BATCH);
        });
    }

    private List<UUID> due(PinNews news) {
        var now = clock.instant();
        return life.latestSetting(news, now).map(setBefore -> PortOutPin.untold(news, setBefore, BATCH))
                .orElse(List.of()).stream()
                .filter(pin -> life.isDue(news, pin, now)).map(pin -> pin.organizationId).toList();
    }

    private boolean tryToTell(PinNews news, UUID organizationId) {
        try {
            QuarkusTransaction.requiringNew().run(() -> tell(news, organizationId));
            return true;
        } catch (RuntimeException e) {
            // One failure must not delay the other PINs; this one is tried again at the next run.
            LOG.errorf(e, "Could not tell the organization %s of its PIN: %s", organizationId, news);
            return false;
        }
    }

    private void tell(PinNews news, UUID organizationId) {
        var organization = Organization.byIdForUpdate(organizationId);
        var now = clock.instant();
        PortOutPin.of(organizationId).filter(pin -> life.isDue(news, pin, now)).ifPresent(pin -> {
            pin.told(news, now);
            if (news == PinNews.EXPIRED) {
                record(AuditEvent.PIN_EXPIRED, organization);
            }
            if (organization.isInUnitedStates()) {
                notices.tell(news, pin, organization, Actor.UNKNOWN, now);
                if (news == PinNews.OLD) {
                    record(AuditEvent.PIN_REMINDED, organization);
                }
            }
        });
    }

    private void record(AuditEvent event, Organization organization) {
        audit.record(event, Actor.PORTAL, new Subject(organization.id, organization.name, organization.id), null);
    }
}
