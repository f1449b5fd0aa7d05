package org.portcullis.lock;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.organization.Organization;

/**
 * Sets and removes locks; the locks, the audit rows and the e-mails to the admins are one transaction. It takes the
 * organization's row lock, so that a decision on a request, which takes it too, sees every lock that was set before.
 */
@ApplicationScoped
public class PortOutLocks {

    /** The length of the audit trail's subject column. */
    private static final int LONGEST_SUBJECT = 254;

    private final AuditTrail audit;
    private final LockNotices notices;
    private final MeterRegistry metrics;
    private final Clock clock;

    PortOutLocks(AuditTrail audit, LockNotices notices, MeterRegistry metrics, Clock clock) {
        this.audit = audit;
        this.notices = notices;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Locks the whole organization: all numbers that it has now or gets later.
     *
     * @param address the client's network address
     * @return whether it was not locked before; if it was, nothing changes and no e-mail is sent
     */
    @Transactional
    public boolean lockAll(UUID organizationId, Actor by, String address) {
        var organization = Organization.byIdForUpdate(organizationId);
        if (PortOutLock.isWhole(organizationId)) {
            return false;
        }
        var now = clock.instant();
        PortOutLock.setWhole(organizationId, by, now);
        record(AuditEvent.LOCK_SET, organization, by, address);
        notices.tell(organization, LockChange.SET_WHOLE, List.of(), by, now);
        return true;
    }

    /**
     * Removes the lock on the whole organization; locks on single numbers stay.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean unlockAll(UUID organizationId, Actor by, String address) {
        var organization = Organization.byIdForUpdate(organizationId);
        if (!PortOutLock.isWhole(organizationId)) {
            return false;
        }
        PortOutLock.removeWhole(organizationId);
        record(AuditEvent.LOCK_REMOVED, organization, by, address);
        notices.tell(organization, LockChange.REMOVED_WHOLE, List.of(), by, clock.instant());
        return true;
    }

    /**
     * @param numbers of the organization, in E.164
     * @return how many of them were not locked before
     */
    @Transactional
    public int lock(UUID organizationId, Collection<String> numbers, Actor by, String address) {
        var organization = Organization.byIdForUpdate(organizationId);
        var free = new TreeSet<>(numbers);
        free.removeAll(PortOutLock.lockedAmong(organizationId, numbers));
        if (!free.isEmpty()) {
            var now = clock.instant();
            PortOutLock.set(organizationId, free, by, now);
            record(AuditEvent.LOCK_SET, organization, free, by, address);
            notices.tell(organization, LockChange.SET_NUMBERS, free, by, now);
        }
        return free.size();
    }

    /** @return how many of the numbers were locked */
    @Transactional
    public int unlock(UUID organizationId, Collection<String> numbers, Actor by, String address) {
        var organization = Organization.byIdForUpdate(organizationId);
        var locked = PortOutLock.lockedAmong(organizationId, numbers);
        PortOutLock.remove(organizationId, locked);
        return tellOfRemoved(organization, locked, by, address);
    }

    /**
     * Removes the locks on all single numbers; the lock on the whole organization stays.
     *
     * @return how many there were
     */
    @Transactional
    public int unlockEachNumber(UUID organizationId, Actor by, String address) {
        var organization = Organization.byIdForUpdate(organizationId);
        var locked = PortOutLock.numbers(organizationId);
        PortOutLock.removeNumbers(organizationId);
        return tellOfRemoved(organization, locked, by, address);
    }

    private int tellOfRemoved(Organization organization, Collection<String> locked, Actor by, String address) {
        if (!locked.isEmpty()) {
            record(AuditEvent.LOCK_REMOVED, organization, locked, by, address);
            notices.tell(organization, LockChange.REMOVED_NUMBERS, locked, by, clock.instant());
        }
        return locked.size();
    }

    private void record(AuditEvent event, Organization organization, Actor by, String address) {
        audit.record(event, by, new Subject(organization.id, organization.name, organization.id), address);
        count(event, "organization");
    }

    /** Writes as many audit rows as are needed to name every number, since the subject column is short. */
    private void record(AuditEvent event, Organization organization, Collection<String> numbers, Actor by,
            String address) {
        subjects(numbers)
                .forEach(subject -> audit.record(event, by, new Subject(null, subject, organization.id), address));
        count(event, "numbers");
    }

    private void count(AuditEvent event, String of) {
        metrics.counter("portcullis.port.out.locks", "event", event == AuditEvent.LOCK_SET ? "set" : "removed", "of",
                of).increment();
    }

    private static List<String> subjects(Collection<String> numbers) {
        var subjects = new ArrayList<String>();
        var subject = new StringBuilder();
        for (var range : NumberRanges.compact(numbers)) {
            var text = range.getText();
            if (subject.length() > 0 && subject.length() + 2 + text.length() > LONGEST_SUBJECT) {
                subjects.add(subject.toString());
                subject.setLength(0);
            }
            subject.append(subject.length() > 0 ? ", " : "").append(text);
        }
        subjects.add(subject.toString());
        return subjects;
    }
}
