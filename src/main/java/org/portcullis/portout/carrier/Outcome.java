package org.portcullis.portout.carrier;

import java.util.Optional;
import org.portcullis.web.form.Parameters;

/** What came of a credential that was shown. */
enum Outcome {
    GOOD,
    /** No secret has that user name, no carrier that certificate, or what was shown can't be read as a credential. */
    UNKNOWN,
    WRONG, REVOKED, EXPIRED, OTHER_PROTOCOL,
    /** It is a good one, from outside of the carrier's ranges of addresses. */
    OTHER_ADDRESS,
    /** It is a good one, and the carrier needs a client certificate beside it. */
    CERTIFICATE_MISSING, CERTIFICATE_UNKNOWN, CERTIFICATE_ENDED,
    /** The database can't be asked, and what it said last speaks for it, or does not tell. */
    UNCHECKED;

    /** @return what keeps the carrier's own, good credential out; nothing for all else */
    Optional<RestrictionRefusal> keptOut() {
        return Parameters.constant(RestrictionRefusal.class, name());
    }
}
