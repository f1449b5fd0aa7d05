package org.portcullis.portout.telnyx;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.portcullis.portout.Refusal;

/**
 * Chooses Telnyx's code for a rejection (Telnyx API reference, "List eligible port-out rejection codes"); each port-out
 * has its own list of codes.
 */
final class RejectionCodes {

    /** Invalid PIN. */
    static final int INVALID_PIN = 1002;
    /** Any other reason, given as text. */
    static final int OTHER = 1001;

    /** Patterns of code descriptions that name the refusal itself. */
    private static final Map<Refusal, Pattern> NAMED = new EnumMap<>(Map.of(
            Refusal.ACCOUNT_NUMBER_MISSING, Pattern.compile("account number"),
            Refusal.ACCOUNT_NUMBER_INVALID, Pattern.compile("account number"),
            Refusal.ZIP_MISSING, Pattern.compile("\\bzip\\b|postal code"),
            Refusal.ZIP_INVALID, Pattern.compile("\\bzip\\b|postal code"),
            Refusal.PIN_MISSING, Pattern.compile("\\bpin\\b|passcode"),
            Refusal.PIN_INVALID, Pattern.compile("\\bpin\\b|passcode"),
            Refusal.NOT_ACTIVE, Pattern.compile("not active|inactive"),
            Refusal.ALREADY_LEAVING, Pattern.compile("already|duplicate")));

    private RejectionCodes() {
    }

    /** A code of the port-out's list, with its description. */
    record Listed(int code, String description) {

        private boolean names(Refusal reason) {
            return NAMED.containsKey(reason) && NAMED.get(reason).matcher(description.toLowerCase(Locale.ROOT)).find();
        }
    }

    /**
     * @param listed by Telnyx; if empty, the codes are tried without a list
     * @param reasons of the refusal, as outsiders may know them
     * @param isAboutPin whether the PIN is the only reason
     * @param invalid codes that Telnyx found invalid for this port-out before
     * @return the codes to try in this order until Telnyx accepts one; never empty
     */
    static List<Integer> toTry(List<Listed> listed, List<Refusal> reasons, boolean isAboutPin, Set<Integer> invalid) {
        var codes = new LinkedHashSet<Integer>();
        if (isAboutPin && isOffered(listed, INVALID_PIN)) {
            codes.add(INVALID_PIN);
        }
        if (invalid.contains(OTHER)) {
            listed.stream().filter(each -> reasons.stream().anyMatch(each::names))
                    .forEach(each -> codes.add(each.code()));
        }
        codes.removeAll(invalid);
        if (isOffered(listed, OTHER)) {
            codes.add(OTHER);
        }
        listed.stream().map(Listed::code).filter(code -> codes.isEmpty() && !invalid.contains(code)).limit(1)
                .forEach(codes::add);
        // All codes were found invalid: one is sent again, with another text.
        listed.stream().map(Listed::code).filter(code -> codes.isEmpty()).limit(1).forEach(codes::add);
        return new ArrayList<>(codes);
    }

    private static boolean isOffered(List<Listed> listed, int code) {
        return listed.isEmpty() || listed.stream().anyMatch(each -> each.code() == code);
    }
}
