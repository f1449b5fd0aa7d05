package org.portcullis.portout;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.lock.PortOutLocks;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.PortOrder;
import org.portcullis.organization.Organization;
import org.portcullis.pin.PortOutPinEnd;
import org.portcullis.settings.Settings;

/** The approval of requests by an organization's admins, and the decision on requests that are not answered in time. */
@ApplicationScoped
public class AdminApproval {

    private static final Logger LOG = Logger.getLogger(AdminApproval.class);
    private static final int BATCH = 50;

    private final PortOutChecks checks;
    private final PortOutOrders departures;
    private final PortOutNotice notice;
    private final PortOutLocks locks;
    private final PortOutPinEnd pinEnd;
    private final OrderChanges orders;
    private final VerdictRecorder verdicts;
    private final AuditTrail audit;
    private final Settings.PortOut settings;
    private final Clock clock;

    AdminApproval(PortOutChecks checks, PortOutOrders departures, PortOutNotice notice, PortOutLocks locks,
            PortOutPinEnd pinEnd, OrderChanges orders,
            VerdictRecorder verdicts, AuditTrail audit, Settings settings, Clock clock) {
        this.checks = checks;
        this.departures = departures;
        this.notice = notice;
        this.locks = locks;
        this.pinEnd = pinEnd;
        this.orders = orders;
        this.verdicts = verdicts;
        this.audit = audit;
        this.settings = settings.portOut();
        this.clock = clock;
    }

    /** What became of an admin's approval or refusal. */
    public enum Result {
        DONE,
        /** Another admin decided first, or the time was up. */
        TOO_LATE,
        /** Something has changed since the request came in that fails a check now, such as a new lock. */
        IN_THE_WAY
    }

    /**
     * An admin approves the request.
     *
     * @throws NotFoundException if the organization has no such request
     */
    @Transactional
    public Result approve(Person person, UUID id, String address) {
        var now = clock.instant();
        var organization = Organization.byIdForUpdate(person.organizationId());
        var request = awaiting(id, organization, now);
        if (request == null) {
            return Result.TOO_LATE;
        }
        if (!checks.isStillPassed(request, organization, now)) {
            return Result.IN_THE_WAY;
        }
        request.decidedBy = person.name();
        allow(request, organization, address, now);
        verdicts.add(AuditEvent.PORT_OUT_APPROVED_BY_ADMIN, person.asActor(), request, null, address);
        return Result.DONE;
    }

    /**
     * An admin refuses the request.
     *
     * @throws NotFoundException if the organization has no such request
     */
    @Transactional
    public Result refuse(Person person, UUID id, String address) {
        var now = clock.instant();
        var organization = Organization.byIdForUpdate(person.organizationId());
        var request = awaiting(id, organization, now);
        if (request == null) {
            return Result.TOO_LATE;
        }
        request.decidedBy = person.name();
        refuse(request, person, address, now);
        notice.tell(PortOutNews.REFUSED, request, organization, now);
        return Result.DONE;
    }

    /**
     * A user reports that the organization did not want this request: all numbers are locked, the order is cancelled if
     * that is still possible, a compromised PIN is made unusable, and the porting desk is told.
     *
     * @throws NotFoundException if the organization has no such request
     */
    @Transactional
    public void notUs(Person person, UUID id, String address) {
        var now = clock.instant();
        var organization = Organization.byIdForUpdate(person.organizationId());
        var request = of(id, organization);
        if (request.notUsAt != null) {
            return;
        }
        locks.lockAll(organization.id, person.asActor(), address);
        if (request.isPinRight()) {
            // Only the PIN that came with the request is compromised; one that was set since then is not.
            pinEnd.markCompromised(organization.id, request.pinRevision, person.asActor(), address);
        }
        if (request.verdict == Verdict.AWAITING_APPROVAL) {
            request.decidedBy = person.name();
            refuse(request, person, address, now);
        }
        stopOrder(request, person, address, now);
        request.wantedUntil = null;
        request.notUsAt = now;
        request.notUsBy = person.name();
        notice.tellDesk(PortOutNews.NOT_US, request, organization, now);
        notice.tell(PortOutNews.NOT_US_REPORTED, request, organization, now);
        audit.record(AuditEvent.NOT_US_REPORTED, person.asActor(),
                new Subject(request.id, request.getSummary(), request.organizationId), address);
    }

    private void stopOrder(PortOutRequest request, Person person, String address, Instant now) {
        if (request.orderId != null) {
            orders.change(person, PortOrder.ponsOf(List.of(request.orderId)).get(request.orderId), (order, step) -> {
                if (order.canBeCancelled(now)) {
                    order.cancel(step);
                }
            });
        } else if (request.verdict == Verdict.ALLOWED) {
            refuse(request, person, address, now);
        }
    }

    private void refuse(PortOutRequest request, Person person, String address, Instant now) {
        request.refuse(List.of(Refusal.REFUSED_BY_ADMIN), now);
        verdicts.add(AuditEvent.PORT_OUT_REFUSED_BY_ADMIN, person.asActor(), request, null, address);
    }

    /**
     * Decides requests that no admin answered in time, by the provider's setting. Each is decided exactly once, even
     * with several processes.
     */
    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void endWaiting() {
        for (UUID id : QuarkusTransaction.requiringNew()
                .call(() -> PortOutRequest.withoutApproval(clock.instant(), BATCH))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> endWaiting(id));
            } catch (RuntimeException e) {
                // One failure must not delay the other requests; this one is tried again at the next run.
                LOG.errorf(e, "Could not decide port-out request %s without a word", id);
            }
        }
    }

    private void endWaiting(UUID id) {
        var now = clock.instant();
        var organizationId = PortOutRequest.byId(id).map(request -> request.organizationId).orElseThrow();
        PortOutRequest.getEntityManager().clear();
        var organization = Organization.byIdForUpdate(organizationId);
        var request = PortOutRequest.byIdForUpdate(id).orElseThrow();
        if (request.verdict != Verdict.AWAITING_APPROVAL || request.answerBy.isAfter(now)) {
            return;
        }
        if (settings.silence() == Settings.Silence.ALLOW && checks.isStillPassed(request, organization, now)) {
            allow(request, organization, null, now);
        } else {
            request.refuse(List.of(Refusal.WORD_EXPIRED), now);
        }
        if (request.verdict == Verdict.REFUSED || request.orderId == null) {
            // If there is an order, its own e-mail tells the admins.
            notice.tell(PortOutNews.WORD_EXPIRED, request, organization, now);
        }
        verdicts.add(AuditEvent.PORT_OUT_WORD_EXPIRED, Actor.PORTAL, request, request.verdict.name(), null);
    }

    private void allow(PortOutRequest request, Organization organization, String address, Instant now) {
        if (request.channel.isAnsweredLater()) {
            departures.begin(request, organization, address, now);
        } else {
            request.allowOnceAsked(now);
        }
    }

    /** @return the request if it still awaits the admin's approval; else null */
    private static PortOutRequest awaiting(UUID id, Organization organization, Instant now) {
        var request = of(id, organization);
        return request.verdict == Verdict.AWAITING_APPROVAL && request.answerBy.isAfter(now) ? request : null;
    }

    private static PortOutRequest of(UUID id, Organization organization) {
        return PortOutRequest.byIdForUpdate(id).filter(request -> organization.id.equals(request.organizationId))
                .orElseThrow(NotFoundException::new);
    }
}
