package org.portcullis.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of e-mails about accounts, and of where an e-mail stands. */
@MessageBundle("notice")
interface NoticeMessages {

    @Message
    String passwordChangedSubject();

    @Message
    String greeting(String name);

    @Message
    String passwordChanged(String when);

    @Message
    String passwordChangedByYou();

    @Message
    String passwordChangedByOther();

    @Message
    String signInSlowedSubject();

    @Message
    String signInSlowed(String when);

    @Message
    String signInSlowedKnown();

    @Message
    String signInSlowedAdvice();

    String newAdminSubject();

    @Message
    String newAdmin(String person, String email, String organization, String when);

    @Message
    String newAdminAdvice();

    @Message
    String newDeskPersonSubject();

    @Message
    String newDeskPerson(String person, String email, String by, String when);

    @Message
    String newDeskPersonAdvice();

    @Message
    String toldTitle();

    @Message
    String told(String address, String moment);

    @Message
    String waiting(String address);

    @Message
    String failed(String address, String moment);
}
