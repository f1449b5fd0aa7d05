package org.portcullis.pin;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.organization.Organization;

/** Marks a PIN as unusable until it is changed: the mark, its audit row, and an e-mail to every admin. */
@ApplicationScoped
public class PortOutPinEnd {

    private final PortOutPinLife life;
    private final PinNotices notices;
    private final AuditTrail audit;
    private final MeterRegistry metrics;
    private final Clock clock;

    PortOutPinEnd(PortOutPinLife life, PinNotices notices, AuditTrail audit, MeterRegistry metrics, Clock clock) {
        this.life = life;
        this.notices = notices;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Others may know the PIN: no request is allowed with it from now on.
     *
     * @param expectedRevision the revision that the form was made for: a PIN that was set since then is another one
     * @return whether the revision matched; also true if the PIN was marked already, in which case nothing changes
     */
    @Transactional
    public boolean markCompromised(UUID organizationId, int expectedRevision, Actor by, String address) {
        var organization = Organization.byIdForUpdate(organizationId);
        var pin = PortOutPin.of(organizationId);
        if (pin.isEmpty() || pin.get().revision != expectedRevision) {
            return false;
        }
        if (pin.get().compromisedAt == null) {
            pin.get().compromise(by, clock.instant());
            end(AuditEvent.PIN_COMPROMISED, PinNews.COMPROMISED, pin.get(), organization, by, address);
        }
        return true;
    }

    /**
     * A port-out was allowed with the PIN; if PINs are valid for one port-out, it has to be changed now. Call it in the
     * transaction of the verdict, with the organization's row lock.
     *
     * @param by the requesting carrier, as in the verdict's audit row
     */
    @Transactional(TxType.MANDATORY)
    public void markUsed(Organization locked, Actor by, String address) {
        var pin = life.isSingleUse() ? PortOutPin.of(locked.id).filter(set -> set.usedAt == null)
                : Optional.<PortOutPin>empty();
        if (pin.isPresent()) {
            pin.get().usedAt = clock.instant();
            end(AuditEvent.PIN_USED, PinNews.USED, pin.get(), locked, by, address);
        }
    }

    private void end(AuditEvent event, PinNews news, PortOutPin pin, Organization organization, Actor by,
            String address) {
        var now = clock.instant();
        pin.told(news, now);
        audit.record(event, by, new Subject(organization.id, organization.name, organization.id), address);
        notices.tell(news, pin, organization, by, now);
        metrics.counter("portcullis.pin.ends", "reason", news.name().toLowerCase(Locale.ROOT)).increment();
    }
}
