package org.portcullis.certificate;

import java.time.Instant;
import java.util.List;
import org.portcullis.organization.Organization;
import org.portcullis.portoutpin.PortOutPin;

/**
 * What a new carrier's request for an organization's numbers is compared with, as it stands at one moment.
 *
 * @param pin that one is set, when and by whom, or null; it never tells which
 * @param numberCount how many telephone numbers there are
 * @param numbers the same numbers with the runs among them on one line each
 */
public record Certificate(Organization organization, PortOutPin pin, int numberCount, List<String> numbers, Instant at) {

    /** More would make the page heavy; the PDF has them all. */
    private static final int LINES_SHOWN = 300;

    static Certificate of(Organization organization, Instant at) {
        var numbers = organization.telephoneNumbers();
        return new Certificate(organization, PortOutPin.of(organization.id).orElse(null), numbers.size(),
                NumberLines.of(numbers), at);
    }

    public List<String> getShown() {
        return numbers.subList(0, Math.min(numbers.size(), LINES_SHOWN));
    }

    public int getNotShown() {
        return numbers.size() - getShown().size();
    }
}
