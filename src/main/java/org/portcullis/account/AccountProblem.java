package org.portcullis.account;

import java.util.Optional;
import java.util.regex.Pattern;

/** Why a field of a person's account is refused. */
enum AccountProblem {
    NAME_MISSING, NAME_TOO_LONG, NAME_UNUSABLE, EMAIL_MISSING, EMAIL_INVALID, LANGUAGE_UNKNOWN, TIME_ZONE_UNKNOWN;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    /** The shape of an address, as browsers check it for {@code type=email}; whether it exists only a message tells. */
    private static final Pattern EMAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    static Optional<AccountProblem> ofName(String name) {
        if (name == null || name.isBlank()) {
            return Optional.of(NAME_MISSING);
        }
        if (name.strip().length() > LONGEST_NAME) {
            return Optional.of(NAME_TOO_LONG);
        }
        var isReadable = name.codePoints().anyMatch(Character::isLetterOrDigit)
                && name.strip().codePoints().noneMatch(AccountProblem::isInvisible);
        return isReadable ? Optional.empty() : Optional.of(NAME_UNUSABLE);
    }

    /** Control characters, and marks that hide a name or turn it round; two of them belong to the writing of some languages. */
    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
    }

    static Optional<AccountProblem> ofEmail(String email) {
        if (email == null || email.isBlank()) {
            return Optional.of(EMAIL_MISSING);
        }
        var stripped = email.strip();
        return stripped.length() > LONGEST_EMAIL || !EMAIL.matcher(stripped).matches() ? Optional.of(EMAIL_INVALID) : Optional.empty();
    }
}
