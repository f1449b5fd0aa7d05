package org.portcullis.certificate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the port-out certificate. */
@MessageBundle("certificate")
public interface CertificateMessages {

    @Message
    String title();

    @Message
    String panelLink();

    @Message
    String intro();

    @Message
    String asOf(String when);

    @Message
    String download();

    /** @param characters those that no font of the PDF has */
    @Message
    String undrawable(String characters);

    @Message
    String fileName(String organization);

    @Message
    String accountTitle();

    @Message
    String accountNumber(int count);

    @Message
    String accountName();

    @Message
    String serviceAddress();

    @Message
    String zip();

    /** For addresses outside the United States. */
    @Message
    String postalCode();

    @Message
    String btn();

    @Message
    String noBtn();

    @Message
    String pinTitle();

    @Message
    String pinNeeded();

    @Message
    String pinSet(String when, String who);

    @Message
    String pinNotSet();

    @Message
    String pinNotSetButNotRequired();

    @Message
    String notInUnitedStates();

    @Message
    String numbersTitle();

    @Message
    String numberCount(int count, String formatted);

    @Message
    String noNumbers();

    @Message
    String moreLines(int count, String formatted);

    @Message
    String pinUnusable();

    @Message
    String inactive();
}
