package org.portcullis.certificate;

import java.time.ZoneId;
import java.util.Locale;
import org.portcullis.pdf.PdfDocument;
import org.portcullis.web.i18n.Formats;
import org.portcullis.web.i18n.Languages;

/** Renders the certificate as a PDF. */
final class CertificatePdf {

    private static final String ABSENT = "–";

    private final Certificate certificate;
    private final boolean pinRequired;
    private final Locale language;
    private final ZoneId zone;
    private final CertificateMessages words;

    CertificatePdf(Certificate certificate, boolean pinRequired, Locale language, ZoneId zone) {
        this.certificate = certificate;
        this.pinRequired = pinRequired;
        this.language = language;
        this.zone = zone;
        this.words = Languages.words(CertificateMessages.class, language);
    }

    byte[] pdf() {
        var organization = certificate.organization();
        var address = organization.address;
        try (var paper = new PdfDocument(words.title(), language)) {
            paper.paragraph(words.asOf(Formats.exact(certificate.at(), language, zone)));
            paper.paragraph(words.intro());
            paper.heading(words.accountTitle());
            paper.fact(words.accountNumber(organization.accountNumbers.size()),
                    organization.accountNumbers.isEmpty() ? ABSENT : String.join(", ", organization.accountNumbers));
            paper.fact(words.accountName(), organization.name);
            paper.fact(words.serviceAddress(), address == null ? ABSENT : address.street + ", " + address.getPlace());
            paper.fact(organization.isInUnitedStates() ? words.zip() : words.postalCode(),
                    organization.getZip() == null ? ABSENT : organization.getZip());
            paper.fact(words.btn(),
                    organization.btn == null ? words.noBtn() : Formats.telephoneNumber(organization.btn));
            paper.heading(words.pinTitle());
            paper.paragraph(pin());
            paper.heading(words.numbersTitle());
            paper.paragraph(
                    words.numberCount(certificate.numberCount(), Formats.number(certificate.numberCount(), language)));
            paper.columns(certificate.numbers());
            if (!certificate.inactive().isEmpty()) {
                paper.paragraph(words.inactive());
                paper.columns(certificate.inactive());
            }
            return paper.toBytes();
        }
    }

    private String pin() {
        if (!certificate.organization().isInUnitedStates()) {
            return words.notInUnitedStates();
        }
        var state = certificate.pin() != null
                ? words.pinSet(Formats.moment(certificate.pin().setAt, language, zone), certificate.pin().setByName)
                : pinRequired ? words.pinNotSet() : words.pinNotSetButNotRequired();
        return words.pinNeeded() + " " + state + (certificate.pinUsable() ? "" : " " + words.pinUnusable());
    }
}
