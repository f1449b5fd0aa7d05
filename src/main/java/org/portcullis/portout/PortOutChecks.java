package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portcullis.lock.PortOutLock;
import org.portcullis.order.PortOrder;
import org.portcullis.organization.Organization;
import org.portcullis.organization.TelephoneNumber;
import org.portcullis.pin.PortOutPin;
import org.portcullis.pin.PortOutPinLife;
import org.portcullis.pin.PortOutPinPolicy;
import org.portcullis.settings.Settings;

/** Makes all checks but the PIN comparison, in their order, in the caller's transaction. */
@ApplicationScoped
class PortOutChecks {

    private static final int ZIP_DIGITS = 5;
    private static final Pattern EXTENDED_ZIP = Pattern.compile("[0-9]{9}");

    private final PortOutPinPolicy pins;
    private final PortOutPinLife life;
    private final Settings.PortOut settings;

    PortOutChecks(PortOutPinPolicy pins, PortOutPinLife life, Settings settings) {
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
        Optional<Refusal> first = known.size() < numbers.size() || numbers.isEmpty()
                ? Optional.of(Refusal.NOT_RECOGNISED)
                : known.values().stream().anyMatch(number -> !number.active) ? Optional.of(Refusal.NOT_ACTIVE)
                        : organization == null ? Optional.of(Refusal.SEVERAL_ORGANIZATIONS) : Optional.empty();
        var unknown = numbers.stream().filter(number -> !known.containsKey(number)).collect(Collectors.toSet());
        return first.map(refusal -> new Examination(organization, null, List.of(refusal), unknown))
                .orElseGet(() -> examine(question, organization, now));
    }

    private Examination examine(PortOutQuestion question, Organization organization, Instant now) {
        var refusals = new ArrayList<Refusal>();
        if (PortOutLock.isWhole(organization.id)
                || !PortOutLock.lockedAmong(organization.id, question.numbers()).isEmpty()) {
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

    /**
     * Repeats the checks of a request before an admin's approval or an automatic approval lets its numbers leave. The
     * caller holds the organization's row lock.
     *
     * @return whether all checks still pass: the numbers are still the organization's, in service, unlocked and not
     * leaving, and the PIN that came with the request is still its PIN and can be used
     */
    boolean isStillPassed(PortOutRequest request, Organization organization, Instant now) {
        var numbers = request.telephoneNumbers();
        var known = TelephoneNumber.byNumbers(numbers);
        var pin = PortOutPin.of(organization.id).orElse(null);
        return known.size() == request.numberCount
                && known.values().stream()
                        .allMatch(number -> number.active && number.organizationId.equals(organization.id))
                && !PortOutLock.isWhole(organization.id) && PortOutLock.lockedAmong(organization.id, numbers).isEmpty()
                && !PortOrder.isAnyLeaving(organization.id, numbers) && organization.isInUnitedStates()
                && Objects.equals(request.pinRevision, pin == null ? null : pin.revision)
                && (pin == null ? !pins.isRequired() : life.unusable(pin, now).isEmpty());
    }

    private Optional<Refusal> pin(String tried, PortOutPin pin, Instant now) {
        if (life.unusable(pin, now).isPresent()) {
            return Optional.of(Refusal.PIN_UNUSABLE);
        }
        // A text that can't be a PIN is neither counted as a PIN attempt nor compared.
        return PortOutPinPolicy.canBePin(tried) ? Optional.empty() : Optional.of(Refusal.PIN_INVALID);
    }

    private Optional<Refusal> accountNumber(PortOutQuestion question, Organization organization) {
        var given = question.accountNumber();
        if (given == null ? settings.accountNumberRequired() : given.isBlank()) {
            return Optional.of(Refusal.ACCOUNT_NUMBER_MISSING);
        }
        return given == null
                || organization.accountNumbers.stream().anyMatch(number -> bare(number).equals(bare(given)))
                        ? Optional.empty()
                        : Optional.of(Refusal.ACCOUNT_NUMBER_INVALID);
    }

    private Optional<Refusal> zip(PortOutQuestion question, Organization organization) {
        var given = question.zip();
        if (given == null ? settings.zipRequired() : given.isBlank()) {
            return Optional.of(Refusal.ZIP_MISSING);
        }
        return given == null || organization.getZip() != null && isSamePlace(bare(given), bare(organization.getZip()))
                ? Optional.empty()
                : Optional.of(Refusal.ZIP_INVALID);
    }

    /** Compares ZIP codes; the last four digits of ZIP+4 codes only if both have them. */
    static boolean isSamePlace(String given, String own) {
        return given.equals(own) || isExtended(given, own) || isExtended(own, given);
    }

    private static boolean isExtended(String longer, String zip) {
        return zip.length() == ZIP_DIGITS && longer.startsWith(zip) && EXTENDED_ZIP.matcher(longer).matches();
    }

    /** Carriers write the same account number with and without hyphens. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Pd}./]", "").toUpperCase(Locale.ROOT);
    }
}
