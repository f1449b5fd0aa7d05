package org.portcullis.portout.bandwidth;

import java.util.List;

/**
 * A {@code PortOutValidationRequest} as it was sent. A field that was not there is null; one that was there without a
 * value is empty.
 *
 * @param numbers ten digits each
 */
record ValidationRequest(String pon, String pin, String accountNumber, String zip, String subscriberName,
        List<String> numbers) {

    /** Without the PIN, wherever it is printed. */
    @Override
    public String toString() {
        return "ValidationRequest[PON " + pon + ", " + numbers.size() + " numbers]";
    }
}
