package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.organization.Organization;
import org.portcullis.portoutpin.PortOutPin;

/** Where guessing is under way, for those who can do something about it. */
@ApplicationScoped
public class Guesses {

    private static final int MOST = 100;

    private final AuditTrail audit;
    private final Clock clock;

    Guesses(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @return guessing at the organization's PIN, if there is any */
    public Optional<Guessing> of(UUID organizationId) {
        return GuessCount.of(organizationId).filter(this::isUnderWay).flatMap(this::guessing);
    }

    /** @return all guessing, at PINs and by carriers */
    public List<Guessing> underWay() {
        return GuessCount.underWay(clock.instant().minus(GuessCount.NEWS), MOST).stream().map(this::guessing).flatMap(Optional::stream).toList();
    }

    /** @param subject of a {@link Guessing}; possibly null, which is nobody's */
    public Optional<Guessing> bySubject(String subject) {
        return Optional.ofNullable(subject).flatMap(GuessCount::bySubject).filter(this::isUnderWay).flatMap(this::guessing);
    }

    /**
     * Lets PINs be looked at again, as if none had been wrong.
     *
     * @param subject of a {@link Guessing}; possibly null, which is nobody's
     * @return whether there was anything to lift
     */
    @Transactional
    public boolean lift(String subject, Actor by, String address) {
        var count = Optional.ofNullable(subject).flatMap(GuessCount::bySubjectForUpdate).filter(this::isUnderWay);
        var guessing = count.flatMap(this::guessing);
        guessing.ifPresent(known -> {
            count.get().forget();
            audit.record(AuditEvent.GUESSING_LIFTED, by, new Subject(known.organizationId(), known.name(), known.organizationId()), address);
        });
        return guessing.isPresent();
    }

    private boolean isUnderWay(GuessCount count) {
        return count.isUnderWay(clock.instant());
    }

    /** @return nothing where it was about a PIN that is not the organization's any more */
    private Optional<Guessing> guessing(GuessCount count) {
        if (!count.subject.startsWith(GuessCount.ORGANIZATION)) {
            return Optional.of(guessing(count, null, carrier(count.subject)));
        }
        var id = UUID.fromString(count.subject.substring(GuessCount.ORGANIZATION.length()));
        return PortOutPin.revisionOf(id) == count.pinRevision ? Optional.of(guessing(count, id, Organization.byId(id).name)) : Optional.empty();
    }

    private Guessing guessing(GuessCount count, UUID organizationId, String name) {
        return new Guessing(count.subject, organizationId, name, count.failures, count.blockedUntil, count.lockedAt, clock.instant());
    }

    /** @return its name; where it is known by its credentials, the one that it asked with last */
    private static String carrier(String subject) {
        var known = subject.substring(subject.indexOf(':') + 1);
        try {
            return PortOutRequest.nameOfAsker(UUID.fromString(known)).orElse(known);
        } catch (IllegalArgumentException e) {
            return known;
        }
    }
}
