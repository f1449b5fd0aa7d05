package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.lock.PortOutLock;
import org.portcullis.organization.Organization;
import org.portcullis.organization.TelephoneNumber;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portoutpin.PortOutPin;
import org.portcullis.portoutpin.PortOutPinLife;
import org.portcullis.portoutpin.PortOutPinPolicy;
import org.portcullis.settings.Settings;

/** Makes all checks but the comparison of the PIN, in their order, in the caller's transaction. */
@ApplicationScoped
class Examiner {

    private static final int ZIP_DIGITS = 5;

    private final PortOutPinPolicy pins;
    private final PortOutPinLife life;
    private final Settings.PortOut settings;

    Examiner(PortOutPinPolicy pins, PortOutPinLife life, Settings settings) {
        this.pins = pins;
        this.life = life;
        this.settings = settings.portOut();
    }

    Examination examine(PortOutQuestion question, Instant now) {
        var numbers = question.numbers();
        if (numbers.size() > PortOutQuestion.MOST_NUMBERS) {
            return new Examination(null, null, List.of(Refusal.TOO_MANY_NUMBERS));
        }
        var known = TelephoneNumber.byNumbers(numbers);
        var owners = new HashSet<UUID>();
        known.values().forEach(number -> owners.add(number.organizationId));
        var organization = owners.size() == 1 ? Organization.byId(owners.iterator().next()) : null;
        Optional<Refusal> first = known.size() < numbers.size() || numbers.isEmpty() ? Optional.of(Refusal.NOT_RECOGNISED)
                : known.values().stream().anyMatch(number -> !number.active) ? Optional.of(Refusal.NOT_ACTIVE)
                : organization == null ? Optional.of(Refusal.SEVERAL_ORGANIZATIONS) : Optional.empty();
        return first.map(refusal -> new Examination(organization, null, List.of(refusal)))
                .orElseGet(() -> examine(question, organization, now));
    }

    private Examination examine(PortOutQuestion question, Organization organization, Instant now) {
        var refusals = new ArrayList<Refusal>();
        if (PortOutLock.isWhole(organization.id) || !PortOutLock.lockedAmong(organization.id, question.numbers()).isEmpty()) {
            refusals.add(Refusal.LOCKED);
        }
        if (PortOrder.isAnyLeaving(organization.id, question.numbers())) {
            refusals.add(Refusal.ALREADY_LEAVING);
        }
        accountNumber(question, organization).ifPresent(refusals::add);
        zip(question, organization).ifPresent(refusals::add);
        if (!organization.isInUnitedStates()) {
            refusals.add(Refusal.NOT_IN_UNITED_STATES);
            return new Examination(organization, null, refusals);
        }
        var pin = PortOutPin.of(organization.id).orElse(null);
        if (pin == null) {
            if (pins.isRequired()) {
                refusals.add(Refusal.NO_PIN);
            }
        } else if (question.pin() == null || question.pin().isEmpty()) {
            refusals.add(Refusal.PIN_MISSING);
        } else if (refusals.isEmpty()) {
            pin(question.pin(), pin, now).ifPresent(refusals::add);
        }
        return new Examination(organization, pin, refusals);
    }

    private Optional<Refusal> pin(String tried, PortOutPin pin, Instant now) {
        if (life.unusable(pin, now).isPresent()) {
            return Optional.of(Refusal.PIN_UNUSABLE);
        }
        // What can't be anybody's PIN is no guess, and not worth a comparison.
        return PortOutPinPolicy.canBePin(tried) ? Optional.empty() : Optional.of(Refusal.PIN_INVALID);
    }

    private Optional<Refusal> accountNumber(PortOutQuestion question, Organization organization) {
        var given = question.accountNumber();
        if (given == null ? settings.accountNumberRequired() : given.isBlank()) {
            return Optional.of(Refusal.ACCOUNT_NUMBER_MISSING);
        }
        return given == null || organization.accountNumbers.stream().anyMatch(number -> bare(number).equals(bare(given)))
                ? Optional.empty() : Optional.of(Refusal.ACCOUNT_NUMBER_INVALID);
    }

    private Optional<Refusal> zip(PortOutQuestion question, Organization organization) {
        var given = question.zip();
        if (given == null ? settings.zipRequired() : given.isBlank()) {
            return Optional.of(Refusal.ZIP_MISSING);
        }
        return given == null || organization.getZip() != null && isSamePlace(bare(given), bare(organization.getZip()))
                ? Optional.empty() : Optional.of(Refusal.ZIP_INVALID);
    }

    /** Of ZIP+4 codes the four last digits are compared only where both sides have them. */
    private static boolean isSamePlace(String given, String own) {
        return given.equals(own) || given.length() >= ZIP_DIGITS && own.length() >= ZIP_DIGITS
                && given.length() != own.length() && given.regionMatches(0, own, 0, ZIP_DIGITS)
                && Math.min(given.length(), own.length()) == ZIP_DIGITS;
    }

    /** Carriers write the same number with and without its hyphens. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Pd}./]", "").toUpperCase(Locale.ROOT);
    }
}
