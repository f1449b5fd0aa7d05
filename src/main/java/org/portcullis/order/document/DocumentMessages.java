package org.portcullis.order.document;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts for documents: the problems of a file, and the contents of a letter of authorization. */
@MessageBundle("document")
public interface DocumentMessages {

    @Message
    String kind(DocumentKind kind);

    @Message
    String problem(DocumentProblem problem);

    @Message
    String sizeIs(String size);

    @Message
    String loaTitle();

    @Message
    String organization();

    @Message
    String losingCarrier();

    @Message
    String accountName();

    @Message
    String accountNumber();

    @Message
    String authorizedPerson();

    @Message
    String serviceAddress();

    @Message
    String btn();

    @Message
    String extent();

    @Message
    String full();

    @Message
    String partial();

    @Message
    String replacementBtn();

    @Message
    String requestedDate();

    @Message
    String numbersTitle();

    @Message
    String loaStatementsTitle();

    @Message
    String newCarrier();

    @Message
    String loaMandate(String organization, String provider, String carrier);

    @Message
    String loaFull(String carrier);

    @Message
    String loaPartial(String carrier);

    @Message
    String loaAuthority(String organization);

    @Message
    String loaRecords(String organization, String provider, String carrier);

    @Message
    String loaCharges(String organization, String carrier);

    @Message
    String loaEnd(String organization);

    @Message
    String loaSignature();

    @Message
    String loaSigned();

    @Message
    String signatureName();

    @Message
    String signatureAt();

    @Message
    String signatureAddress();

    @Message
    String title();

    @Message
    String signedBy(String name, String moment, String address);

    @Message
    String storedBy(String name, String moment);
}
