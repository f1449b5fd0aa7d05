package org.portcullis.order.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Optional;
import org.portcullis.organization.Organization;
import org.portcullis.pin.PortOutPin;
import org.portcullis.pin.PortOutPinLife;
import org.portcullis.pin.PortOutPinPolicy;

/** Whether an organization's PIN allows port-outs; also applies to requests of carriers. */
@Named("portOutLeave")
@ApplicationScoped
public class PortOutEligibility {

    private final PortOutPinPolicy policy;
    private final PortOutPinLife life;
    private final Clock clock;

    PortOutEligibility(PortOutPinPolicy policy, PortOutPinLife life, Clock clock) {
        this.policy = policy;
        this.life = life;
        this.clock = clock;
    }

    /** @return why no number may leave, or null */
    public FieldProblem hindrance(Organization organization) {
        return problem(organization).orElse(null);
    }

    Optional<FieldProblem> problem(Organization organization) {
        return problem(organization.isInUnitedStates() ? PortOutPin.of(organization.id) : Optional.empty());
    }

    /**
     * Rule 3 of the port-out PIN: without a PIN, no numbers are ported out, unless the provider's setting allows it. A
     * PIN that is set must be usable, regardless of the setting.
     */
    Optional<FieldProblem> problem(Optional<PortOutPin> pin) {
        if (pin.isEmpty()) {
            return policy.isRequired() ? Optional.of(FieldProblem.PORT_OUT_NEEDS_PIN) : Optional.empty();
        }
        return life.unusable(pin.get(), clock.instant()).map(why -> switch (why) {
            case COMPROMISED -> FieldProblem.PIN_COMPROMISED;
            case EXPIRED -> FieldProblem.PIN_EXPIRED;
            case USED -> FieldProblem.PIN_USED;
        });
    }
}
