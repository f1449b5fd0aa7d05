package org.portcullis.portout.bandwidth;

import java.util.List;

/**
 * A {@code PortOutValidationRequest} as it was sent. A missing field is null; one without a value is empty.
 *
 * @param numbers ten digits each
 */
record ValidationRequest(String pon, String pin, String accountNumber, String zip, String subscriberName,
        List<String> numbers) {

    /** Omits the PIN, since the text may be logged. */
    @Override
    public String toString() {
        return "ValidationRequest[PON " + pon + ", " + numbers.size() + " numbers]";
    }
}
