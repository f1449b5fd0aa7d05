package org.portcullis.portout;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What is looked at before numbers may leave, in this order. */
public enum PortOutCheck {
    /** Of what came by a carrier's protocol. */
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
    /** Of all the others; a request that fails it is refused to be safe. */
    IN_TIME,
    /** Where the provider lets its customers have the last word. */
    WORD;

    /** Where one of these fails, there is nothing that a later one could look at. */
    private static final Set<PortOutCheck> DECISIVE = EnumSet.of(READABLE, AT_MOST_20000, RECOGNISED, ACTIVE,
            ONE_ORGANIZATION, IN_UNITED_STATES, PIN_SET, PIN_GIVEN);

    /** How a check went. */
    public enum Outcome {
        PASSED, FAILED, NOT_MADE
    }

    /**
     * @param refusals everything that was found
     * @return how this check went: the numbers come first, and the PIN is compared only where everything else is right
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
