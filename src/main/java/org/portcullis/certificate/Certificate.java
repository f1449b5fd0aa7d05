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
 * The customer data that a new carrier's request is compared with, as of one moment.
 *
 * @param pin the organization's PIN record, or null; used only for when and by whom it was set
 * @param pinUsable false if the PIN has to be changed first
 * @param numberCount how many telephone numbers the organization has
 * @param numbers these numbers, with each consecutive run on one line
 * @param inactive those of them that are out of service, in the same form
 */
public record Certificate(Organization organization, PortOutPin pin, boolean pinUsable, int numberCount,
        List<String> numbers,
        List<String> inactive, Instant at) {

    /** The PDF lists all lines; on the page, more would be slow to load. */
    private static final int LINES_SHOWN = 300;

    /**
     * @param named the organization in the address; only the desk may give one, and has to
     * @return the certificate, if the person may see it
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

    /** @return the characters that no font of the PDF can draw, with their code points; empty if there are none */
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
