package org.portcullis.carrier;

import java.util.Optional;
import org.portcullis.web.Readable;

/** Why a field of a form about a carrier is refused. */
enum CarrierProblem {
    NAME_MISSING, NAME_TOO_LONG, NAME_UNUSABLE, NAME_TAKEN, PROTOCOL_MISSING;

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
