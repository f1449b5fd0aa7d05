package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.organization.Organization;
import org.portcullis.pin.PortOutPin;
import org.portcullis.portout.guess.CarrierHour;
import org.portcullis.portout.guess.GuessCount;
import org.portcullis.portout.guess.GuessPolicy;
import org.portcullis.portout.guess.Guessing;

/** The current guessing, for pages where it can be acted on. */
@ApplicationScoped
public class Guesses {

    private static final int MOST = 100;

    private final GuessPolicy policy;
    private final AuditTrail audit;
    private final Clock clock;

    Guesses(GuessPolicy policy, AuditTrail audit, Clock clock) {
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return guessing at the organization's PIN: first over all carriers, then by carrier */
    public List<Guessing> of(UUID organizationId) {
        return GuessCount.of(organizationId).stream().filter(this::isUnderWay).map(this::guessing)
                .flatMap(Optional::stream).toList();
    }

    /** @return all current guessing, at PINs and by carriers */
    public List<Guessing> underWay() {
        return GuessCount.underWay(clock.instant().minus(GuessCount.NEWS), MOST).stream().map(this::guessing)
                .flatMap(Optional::stream).toList();
    }

    /** @param subject of a {@link Guessing}; null finds nothing */
    public Optional<Guessing> bySubject(String subject) {
        return Optional.ofNullable(subject).flatMap(GuessCount::bySubject).filter(this::isUnderWay)
                .flatMap(this::guessing);
    }

    /**
     * Lifts the limit: PINs are compared again as if none had been wrong.
     *
     * @param subject of a {@link Guessing}; null finds nothing
     * @return whether there was a limit to lift
     */
    @Transactional
    public boolean lift(String subject, Actor by, String address) {
        var count = Optional.ofNullable(subject).flatMap(GuessCount::bySubjectForUpdate).filter(this::isUnderWay);
        var guessing = count.flatMap(this::guessing);
        guessing.ifPresent(known -> {
            count.get().forget();
            if (known.isOfCarrier()) {
                CarrierHour.forget(count.get().subject);
            }
            audit.record(AuditEvent.GUESSING_LIFTED, by,
                    new Subject(known.organizationId(), known.name(), known.organizationId()),
                    known.carrier(), address);
        });
        return guessing.isPresent();
    }

    private boolean isUnderWay(GuessCount count) {
        return count.isUnderWay(clock.instant());
    }

    /** @return empty if the count is about a PIN that has been changed since */
    private Optional<Guessing> guessing(GuessCount count) {
        var isPair = count.subject.startsWith(GuessCount.PAIR);
        if (!isPair && !count.subject.startsWith(GuessCount.ORGANIZATION)) {
            var tries = policy.tries(CarrierHour.within(count.subject, clock.instant()));
            return Optional.of(new Guessing(count.subject, null, carrier(count.subject), null, tries.wrong(),
                    tries.organizations(),
                    count.blockedUntil, count.lockedAt, clock.instant()));
        }
        var known = count.subject.substring(count.subject.indexOf(':') + 1);
        var id = UUID.fromString(isPair ? known.substring(0, known.indexOf(':')) : known);
        var carrier = isPair ? carrier(known.substring(known.indexOf(':') + 1)) : null;
        return PortOutPin.revisionOf(id) != count.pinRevision ? Optional.empty()
                : Optional.of(new Guessing(count.subject, id,
                        Organization.byId(id).name, carrier, count.failures, 1, count.blockedUntil, count.lockedAt,
                        clock.instant()));
    }

    /** @return the carrier's name; for one with credentials, the name in its latest request */
    private static String carrier(String subject) {
        var known = subject.substring(subject.indexOf(':') + 1);
        try {
            return PortOutRequest.nameOfAsker(UUID.fromString(known)).orElse(known);
        } catch (IllegalArgumentException e) {
            return known;
        }
    }
}
