package org.portcullis.account;

import java.util.Optional;
import java.util.regex.Pattern;
import org.portcullis.web.http.Readable;

/** Why a field of a person's account is refused. */
public enum AccountProblem {
    NAME_MISSING, NAME_TOO_LONG, NAME_UNUSABLE, EMAIL_MISSING, EMAIL_INVALID, EMAIL_TAKEN, ROLE_MISSING,
    LANGUAGE_UNKNOWN,
    TIME_ZONE_UNKNOWN;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    /**
     * The syntax of an address, as browsers check it for {@code type=email}; only an e-mail shows whether it exists.
     */
    private static final Pattern EMAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    public static Optional<AccountProblem> ofName(String name) {
        if (name == null || name.isBlank()) {
            return Optional.of(NAME_MISSING);
        }
        if (name.strip().length() > LONGEST_NAME) {
            return Optional.of(NAME_TOO_LONG);
        }
        return Readable.is(name) ? Optional.empty() : Optional.of(NAME_UNUSABLE);
    }

    public static Optional<AccountProblem> ofEmail(String email) {
        if (email == null || email.isBlank()) {
            return Optional.of(EMAIL_MISSING);
        }
        var stripped = email.strip();
        return stripped.length() > LONGEST_EMAIL || !EMAIL.matcher(stripped).matches() ? Optional.of(EMAIL_INVALID)
                : Optional.empty();
    }
}
