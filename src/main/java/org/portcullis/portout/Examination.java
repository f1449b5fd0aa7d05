package org.portcullis.portout;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.organization.Organization;
import org.portcullis.pin.PortOutPin;

/**
 * What a question comes to before its PIN is compared.
 *
 * @param organization whose numbers these are; absent where they are nobody's or of several
 * @param pin that has to be compared; absent where nothing has to be
 * @param refusals everything that speaks against it so far
 * @param unknown those of its numbers that are not ours
 */
record Examination(Organization organization, PortOutPin pin, List<Refusal> refusals, Set<String> unknown) {

    Examination(Organization organization, PortOutPin pin, List<Refusal> refusals) {
        this(organization, pin, refusals, Set.of());
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    /** @return whether the request gives something that only who knows the customer knows, and it was looked at */
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

    /** @return whether an account number or a ZIP code is another one */
    static boolean isMismatch(Collection<Refusal> refusals) {
        return refusals.contains(Refusal.ACCOUNT_NUMBER_INVALID) || refusals.contains(Refusal.ZIP_INVALID);
    }

    /** @return what is refused where nothing is looked at that only who knows the customer knows */
    List<Refusal> unlooked(Refusal because) {
        return Stream
                .concat(refusals.stream().filter(
                        refusal -> !isMismatch(List.of(refusal)) && refusal != Refusal.PIN_INVALID), Stream.of(because))
                .toList();
    }
}
