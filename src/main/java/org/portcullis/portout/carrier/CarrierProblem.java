package org.portcullis.portout.carrier;

import java.util.Optional;
import org.portcullis.web.http.Readable;

/** Why a field of a form about a carrier is refused. */
enum CarrierProblem {
    NAME_MISSING, NAME_TOO_LONG, NAME_UNUSABLE, NAME_TAKEN, PROTOCOL_MISSING,
    RANGE_UNREADABLE, RANGE_TOO_WIDE, RANGES_TOO_MANY, RESTRICTION_OVERTAKEN, CERTIFICATE_NEEDED,
    CERTIFICATE_ABSENT, CERTIFICATE_IS_KEY, CERTIFICATE_SEVERAL, CERTIFICATE_UNREADABLE, CERTIFICATE_OVER,
    CERTIFICATE_TAKEN, CERTIFICATES_TOO_MANY;

    private static final int LONGEST_NAME = 100;

    static Optional<CarrierProblem> ofName(String name) {
        if (name.isBlank()) {
            return Optional.of(NAME_MISSING);
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of(NAME_TOO_LONG);
        }
        return Readable.is(name) ? Optional.empty() : Optional.of(NAME_UNUSABLE);
    }
}
