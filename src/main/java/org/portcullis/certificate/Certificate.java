package org.portcullis.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.organization.Organization;
import org.portcullis.organization.TelephoneNumber;
import org.portcullis.pdf.Lettering;
import org.portcullis.pin.PortOutPin;
import org.portcullis.pin.PortOutPinLife;

/**
 * What a new carrier's request for an organization's numbers is compared with, as it stands at one moment.
 *
 * @param pin that one is set, when and by whom, or null; it never tells which
 * @param pinUsable false where it has to be changed first
 * @param numberCount how many telephone numbers there are
 * @param numbers the same numbers with the runs among them on one line each
 * @param inactive those of them that are out of service, in the same way
 */
public record Certificate(Organization organization, PortOutPin pin, boolean pinUsable, int numberCount,
        List<String> numbers,
        List<String> inactive, Instant at) {

    /** More would make the page heavy; the PDF has them all. */
    private static final int LINES_SHOWN = 300;

    /**
     * @param named the organization that the address names; only the desk may name one, and it has to
     * @return the certificate, if it is one of those that the person may see
     */
    static Optional<Certificate> visibleTo(Person person, UUID named, PortOutPinLife life, Instant at) {
        return person.organization(named).map(organization -> of(organization, life, at));
    }

    private static Certificate of(Organization organization, PortOutPinLife life, Instant at) {
        var numbers = organization.telephoneNumbers();
        var pin = PortOutPin.of(organization.id);
        return new Certificate(organization, pin.orElse(null), pin.flatMap(set -> life.unusable(set, at)).isEmpty(),
                numbers.size(),
                lines(numbers), lines(TelephoneNumber.inactiveOf(organization.id)), at);
    }

    private static List<String> lines(List<String> numbers) {
        return NumberRanges.compact(numbers).stream().map(NumberRange::getText).toList();
    }

    /** @return the characters in it that no font of the PDF can draw, with their code points; an empty text where there is none */
    public String getUndrawable() {
        var address = organization.address;
        var texts = new ArrayList<>(organization.accountNumbers);
        texts.add(organization.name);
        texts.add(organization.getZip());
        if (address != null) {
            texts.addAll(Arrays.asList(address.street, address.getPlace()));
        }
        if (pin != null) {
            texts.add(pin.setByName);
        }
        return Lettering.named(Lettering.missing(texts));
    }

    public List<String> getShown() {
        return numbers.subList(0, Math.min(numbers.size(), LINES_SHOWN));
    }

    public int getNotShown() {
        return numbers.size() - getShown().size();
    }
}
