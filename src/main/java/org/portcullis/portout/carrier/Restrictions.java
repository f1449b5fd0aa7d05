package org.portcullis.portout.carrier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;

/** Changes carriers' restrictions, each change with an audit row. */
@ApplicationScoped
class Restrictions {

    /** For one carrier: enough for each of its machines, and to rotate them. */
    private static final int MOST_CERTIFICATES = 20;

    private final AuditTrail audit;
    private final Clock clock;

    Restrictions(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** The result of a change. */
    enum Done {
        DONE,
        /** The same form was submitted before. */
        BEFORE,
        /** Another user changed it after the form was shown. */
        OVERTAKEN,
        /** The carrier would need a certificate, but has none any more. */
        CERTIFICATE_NEEDED,
        /** The certificate is already registered for a carrier of that protocol. */
        TAKEN, TOO_MANY
    }

    Done restrict(UUID carrierId, RestrictionForm form, Actor desk, String address) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var carrier = Carrier.byIdForUpdate(carrierId);
            if (carrier.revision != form.revision()) {
                return Done.OVERTAKEN;
            }
            if (form.proof().isWithCertificate() && CarrierCertificate.of(carrierId).isEmpty()) {
                return Done.CERTIFICATE_NEEDED;
            }
            carrier.restrict(form.ranges(), form.proof());
            record(AuditEvent.CARRIER_RESTRICTED, carrier, form.proof() + " " + ranges(carrier), desk, address);
            return Done.DONE;
        });
    }

    private static String ranges(Carrier carrier) {
        return carrier.getRanges().isEmpty() ? "EVERYWHERE"
                : carrier.getRanges().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    Done register(UUID carrierId, CertificateForm form, Actor desk, String address) {
        var read = CertificateText.read(form.text()).orElseThrow();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var carrier = Carrier.byIdForUpdate(carrierId);
                var before = CarrierCertificate.of(carrierId);
                if (before.stream().anyMatch(certificate -> certificate.id.equals(form.id()))) {
                    return Done.BEFORE;
                }
                if (before.size() >= MOST_CERTIFICATES) {
                    return Done.TOO_MANY;
                }
                if (CarrierCertificate.byFingerprint(carrier.protocol, read.fingerprint()).isPresent()) {
                    return Done.TAKEN;
                }
                CarrierCertificate.create(form.id(), carrier, read, desk.name(), clock.instant());
                record(AuditEvent.CLIENT_CERTIFICATE_ADDED, carrier, read.fingerprint(), desk, address);
                return Done.DONE;
            });
        } catch (PersistenceException e) {
            return QuarkusTransaction.requiringNew().call(() -> CarrierCertificate.byFingerprint(
                    Carrier.byId(carrierId).orElseThrow().protocol, read.fingerprint())).map(other -> Done.TAKEN)
                    .orElseThrow(() -> e);
        }
    }

    /** The certificate is invalid from now on. */
    void remove(UUID carrierId, UUID certificateId, Actor desk, String address) {
        QuarkusTransaction.requiringNew().run(() -> {
            var carrier = Carrier.byIdForUpdate(carrierId);
            CarrierCertificate.of(carrierId).stream().filter(certificate -> certificate.id.equals(certificateId))
                    .forEach(certificate -> {
                        certificate.delete();
                        record(AuditEvent.CLIENT_CERTIFICATE_REMOVED, carrier, certificate.fingerprint, desk, address);
                    });
        });
    }

    private void record(AuditEvent event, Carrier carrier, String detail, Actor desk, String address) {
        audit.record(event, desk, new Subject(carrier.id, carrier.name, null), carrier.protocol + " " + detail,
                address);
    }
}
