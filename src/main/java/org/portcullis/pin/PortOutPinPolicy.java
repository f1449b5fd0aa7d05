package org.portcullis.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.portcullis.organization.Organization;
import org.portcullis.settings.Settings.Guessable;
import org.portcullis.settings.Settings;

/** The rules for port-out PINs. It neither stores PINs nor formats messages. */
@ApplicationScoped
public class PortOutPinPolicy {

    /** Shorter account numbers occur in too many PINs by chance. */
    private static final int SHORTEST_ACCOUNT_NUMBER = 4;
    private static final int SHORTEST_ZIP = 5;
    private static final int GENERATED_LENGTH = 10;

    private static final Pattern ANY_PIN = Pattern.compile("[0-9]{6,10}");

    private final Settings.Pin settings;

    @Inject
    PortOutPinPolicy(Settings settings) {
        this(settings.pin());
    }

    PortOutPinPolicy(Settings.Pin settings) {
        this.settings = settings;
    }

    public int minimumLength() {
        return settings.minimumLength();
    }

    public int maximumLength() {
        return settings.maximumLength();
    }

    /** @return the same rule for browsers: the digits, with blanks around them, which are trimmed anyway */
    public String getPattern() {
        return "\\s*[0-9]{" + settings.minimumLength() + "," + settings.maximumLength() + "}\\s*";
    }

    /** @return whether an organization without a PIN can't port out */
    public boolean isRequired() {
        return settings.required();
    }

    /**
     * @return whether the text can be a stored PIN: 6 to 10 ASCII digits, independent of the current settings, which
     * may have changed since a PIN was set
     */
    public static boolean canBePin(String pin) {
        return ANY_PIN.matcher(pin).matches();
    }

    /** @return the text without the surrounding blanks that pasting adds; blanks inside stay, and are refused */
    public static String trimmed(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && isBlank(typed.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    /**
     * @param pin trimmed
     * @param alreadySet whether the organization has a PIN
     * @return why the PIN is refused, if it is
     */
    public Optional<PortOutPinProblem> problem(String pin, boolean alreadySet, Set<Weakness> weaknesses) {
        if (pin.isEmpty() && alreadySet) {
            return Optional.of(PortOutPinProblem.BLANKED);
        }
        if (!isWellFormed(pin)) {
            return Optional.of(PortOutPinProblem.FORMAT);
        }
        return !weaknesses.isEmpty() && settings.guessable() == Guessable.REFUSE
                ? Optional.of(PortOutPinProblem.GUESSABLE)
                : Optional.empty();
    }

    /** @return whether it consists of as many ASCII digits as the settings require */
    boolean isWellFormed(String pin) {
        return pin.length() >= settings.minimumLength() && pin.length() <= settings.maximumLength()
                && pin.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** @return why the PIN is easy to guess; empty for a text that is not a well-formed PIN */
    public Set<Weakness> weaknesses(String pin, Organization organization) {
        var found = EnumSet.noneOf(Weakness.class);
        if (!isWellFormed(pin)) {
            return found;
        }
        addIf(found, Weakness.ONE_DIGIT, pin.chars().distinct().count() == 1);
        addIf(found, Weakness.RUN, isRun(pin, 1) || isRun(pin, 9));
        addIf(found, Weakness.ZIP, holdsZip(pin, organization));
        addIf(found, Weakness.ACCOUNT_NUMBER, holdsAccountNumber(pin, organization));
        addIf(found, Weakness.TELEPHONE_NUMBER,
                organization.telephoneNumbers().stream().anyMatch(number -> number.contains(pin)));
        return found;
    }

    /** @return ten random digits, or as many as the settings allow; never a PIN that is easy to guess */
    public String generate(Organization organization) {
        int length = Math.min(GENERATED_LENGTH, settings.maximumLength());
        Predicate<String> isGuessable = pin -> !weaknesses(pin, organization).isEmpty();
        String pin;
        do {
            pin = new SecureRandom().ints(length, 0, 10)
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append).toString();
        } while (isGuessable.test(pin));
        return pin;
    }

    private static boolean isRun(String pin, int step) {
        for (int i = 1; i < pin.length(); i++) {
            if ((pin.charAt(i) - pin.charAt(i - 1) + 10) % 10 != step) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsZip(String pin, Organization organization) {
        var zip = digits(organization.address == null ? null : organization.address.zip);
        return zip.length() >= SHORTEST_ZIP && pin.contains(zip.substring(0, SHORTEST_ZIP));
    }

    private static boolean holdsAccountNumber(String pin, Organization organization) {
        return organization.accountNumbers.stream().map(PortOutPinPolicy::digits)
                .anyMatch(account -> account.length() >= SHORTEST_ACCOUNT_NUMBER
                        && (account.contains(pin) || pin.contains(account)));
    }

    private static String digits(String text) {
        return text == null ? "" : text.replaceAll("[^0-9]", "");
    }

    /** Spaces of every kind, line ends, and the invisible characters that spreadsheets and mail programs add. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static void addIf(Set<Weakness> found, Weakness weakness, boolean condition) {
        if (condition) {
            found.add(weakness);
        }
    }
}
