package org.portcullis.portout;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The checks before numbers may leave, in their order. */
public enum PortOutCheck {
    /** Applies to requests that came by a carrier's protocol. */
    READABLE,
    AT_MOST_20000,
    RECOGNISED,
    ACTIVE,
    ONE_ORGANIZATION,
    UNLOCKED,
    NOT_LEAVING,
    ACCOUNT_NUMBER,
    ZIP,
    IN_UNITED_STATES,
    PIN_SET,
    PIN_GIVEN,
    PIN_RIGHT,
    /** Applies to all other checks together: a request that is not decided in time is refused for safety. */
    IN_TIME,
    /** The admin's approval, if the provider requires it. */
    WORD;

    /** If one of these fails, the later checks have nothing to look at. */
    private static final Set<PortOutCheck> DECISIVE = EnumSet.of(READABLE, AT_MOST_20000, RECOGNISED, ACTIVE,
            ONE_ORGANIZATION, IN_UNITED_STATES, PIN_SET, PIN_GIVEN);

    /** The outcome of a check. */
    public enum Outcome {
        PASSED, FAILED, NOT_MADE
    }

    /**
     * @param refusals all reasons found
     * @return the outcome of this check; the numbers are checked first, and the PIN is compared only if all else is
     * right
     */
    public Outcome outcome(Collection<Refusal> refusals) {
        var failed = refusals.stream().map(Refusal::getCheck).collect(Collectors.toSet());
        if (failed.contains(this)) {
            return Outcome.FAILED;
        }
        var stopped = failed.stream().anyMatch(check -> DECISIVE.contains(check) && check.ordinal() < ordinal());
        var unreached = !failed.isEmpty() && ordinal() >= PIN_RIGHT.ordinal() && !failed.equals(Set.of(WORD));
        return stopped || unreached ? Outcome.NOT_MADE : Outcome.PASSED;
    }
}
