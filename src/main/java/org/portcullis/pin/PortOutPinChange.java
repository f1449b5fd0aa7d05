package org.portcullis.pin;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.portcullis.account.User;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail;
import org.portcullis.mail.Notice;
import org.portcullis.organization.Organization;
import org.portcullis.settings.Settings;
import org.portcullis.settings.SiteUrl;
import org.portcullis.web.i18n.Languages;

/** Changes the PIN in one transaction: the new digest, the audit row, and an e-mail to every admin. */
@ApplicationScoped
public class PortOutPinChange {

    /** The link in the e-mail to change the PIN again. */
    static final String PANEL = "/port-orders/pin";

    private final PortOutPinDigest digest;
    private final PortOutPinLife life;
    private final AuditTrail audit;
    private final Settings settings;
    private final MeterRegistry metrics;
    private final Clock clock;

    PortOutPinChange(PortOutPinDigest digest, PortOutPinLife life, AuditTrail audit, Settings settings,
            MeterRegistry metrics,
            Clock clock) {
        this.digest = digest;
        this.life = life;
        this.audit = audit;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance mail(String name, String organization, String who, Instant when, boolean first,
                String link);

        private Templates() {
        }
    }

    /**
     * Slow on purpose (bcrypt): call it outside of a transaction.
     *
     * @param weaknesses why the PIN is easy to guess
     * @return empty if it is the PIN that can't be used any more: a different one has to be set
     */
    public Optional<Prepared> prepare(String pin, UUID organizationId, Set<Weakness> weaknesses) {
        var ended = PortOutPin.of(organizationId).filter(stored -> life.unusable(stored, clock.instant()).isPresent());
        return ended.filter(stored -> digest.matches(pin, stored)).isPresent() ? Optional.empty()
                : Optional.of(new Prepared(organizationId, digest.currentKeyId(), digest.of(pin, organizationId),
                        ended.isPresent(),
                        !weaknesses.isEmpty()));
    }

    /**
     * @param expectedRevision the revision that the form was made for
     * @return whether the revision matched; if not, nothing has changed
     */
    @Transactional
    public boolean apply(Prepared prepared, int expectedRevision, Actor by, String address) {
        var organization = Organization.byIdForUpdate(prepared.organizationId);
        var now = clock.instant();
        if (!prepared.differsFromEnded
                && PortOutPin.of(organization.id).flatMap(stored -> life.unusable(stored, now)).isPresent()) {
            // The current PIN has ended since this one was prepared, so the two were never compared.
            return false;
        }
        if (!PortOutPin.set(organization, expectedRevision, prepared.keyId, prepared.digest, prepared.isGuessable, by,
                now)) {
            return false;
        }
        var isFirst = expectedRevision == 0;
        audit.record(isFirst ? AuditEvent.PIN_SET : AuditEvent.PIN_CHANGED, by, address);
        User.adminsOf(organization).forEach(reader -> tell(reader, organization, isFirst, by, now));
        metrics.counter("portcullis.pin.changes", "kind", isFirst ? "set" : "changed").increment();
        return true;
    }

    private void tell(User reader, Organization organization, boolean isFirst, Actor by, Instant now) {
        var words = Languages.words(PortOutPinMessages.class, reader.noticeLanguage());
        var subject = isFirst ? words.setSubject(organization.name) : words.changedSubject(organization.name);
        var letter = Templates.mail(reader.name, organization.name, by.name(), now, isFirst,
                SiteUrl.of(settings, PANEL));
        Notice.write(reader, subject, letter, now);
    }

    /** A digest of a PIN, ready to be stored; the PIN itself can't be recovered from it. */
    public static final class Prepared {

        private final UUID organizationId;
        private final String keyId;
        private final String digest;
        /** Whether the PIN was compared with one that can't be used any more, and differs from it. */
        private final boolean differsFromEnded;
        private final boolean isGuessable;

        private Prepared(UUID organizationId, String keyId, String digest, boolean differsFromEnded,
                boolean isGuessable) {
            this.organizationId = organizationId;
            this.keyId = keyId;
            this.digest = digest;
            this.differsFromEnded = differsFromEnded;
            this.isGuessable = isGuessable;
        }
    }
}
