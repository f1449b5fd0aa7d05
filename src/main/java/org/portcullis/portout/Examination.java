package org.portcullis.portout;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.organization.Organization;
import org.portcullis.pin.PortOutPin;

/**
 * The result of the checks before the PIN is compared.
 *
 * @param organization the owner of the numbers; absent if they belong to none or to several
 * @param pin the PIN to compare with; absent if none has to be compared
 * @param refusals all reasons against the request so far
 * @param unknown the requested numbers that are not ours
 */
record Examination(Organization organization, PortOutPin pin, List<Refusal> refusals, Set<String> unknown) {

    Examination(Organization organization, PortOutPin pin, List<Refusal> refusals) {
        this(organization, pin, refusals, Set.of());
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    /**
     * @return whether the request gives an account number, a ZIP code or a PIN, and the checks came far enough to
     * compare it
     */
    boolean isTry(PortOutQuestion question) {
        return organization != null
                && refusals.stream()
                        .noneMatch(refusal -> refusal.getCheck().ordinal() < PortOutCheck.UNLOCKED.ordinal())
                && (isGiven(question.accountNumber()) || isGiven(question.zip()) || pin != null && !isRefused());
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    boolean isMismatch() {
        return isMismatch(refusals);
    }

    /** @return whether an account number or a ZIP code does not match */
    static boolean isMismatch(Collection<Refusal> refusals) {
        return refusals.contains(Refusal.ACCOUNT_NUMBER_INVALID) || refusals.contains(Refusal.ZIP_INVALID);
    }

    /**
     * @return the refusals if account number, ZIP code and PIN are not compared: mismatches are left out, and the given
     * reason is added
     */
    List<Refusal> unlooked(Refusal because) {
        return Stream
                .concat(refusals.stream().filter(
                        refusal -> !isMismatch(List.of(refusal)) && refusal != Refusal.PIN_INVALID), Stream.of(because))
                .toList();
    }
}
