package org.portcullis.portout.carrier;

import java.util.Optional;
import org.portcullis.web.form.Parameters;

/** The result of checking a credential. */
enum Outcome {
    GOOD,
    /** The user name or certificate is unknown, or the credential can't be read. */
    UNKNOWN,
    WRONG, REVOKED, EXPIRED, OTHER_PROTOCOL,
    /** It is valid, but came from outside of the carrier's address ranges. */
    OTHER_ADDRESS,
    /** It is valid, but the client certificate that the carrier needs is missing, unknown or expired. */
    CERTIFICATE_MISSING, CERTIFICATE_UNKNOWN, CERTIFICATE_ENDED,
    /** The database is down, and the cached data shows the credential as valid, or has no data of it. */
    UNCHECKED;

    /** @return why a valid credential was refused; empty for all other results */
    Optional<RestrictionRefusal> keptOut() {
        return Parameters.constant(RestrictionRefusal.class, name());
    }
}
