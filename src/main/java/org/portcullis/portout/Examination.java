package org.portcullis.portout;

import java.util.List;
import org.portcullis.organization.Organization;
import org.portcullis.portoutpin.PortOutPin;

/**
 * What a question comes to before its PIN is compared.
 *
 * @param organization whose numbers these are; absent where they are nobody's or of several
 * @param pin that has to be compared; absent where nothing has to be
 * @param refusals everything that speaks against it so far
 */
record Examination(Organization organization, PortOutPin pin, List<Refusal> refusals) {

    boolean isRefused() {
        return !refusals.isEmpty();
    }
}
