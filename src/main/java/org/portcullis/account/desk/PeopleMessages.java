package org.portcullis.account.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts for the desk's pages of people and their accounts. */
@MessageBundle("people")
interface PeopleMessages {

    @Message
    String heading();

    @Message
    String deskHeading();

    @Message
    String intro(String organization);

    @Message
    String deskIntro();

    @Message
    String newPerson();

    @Message
    String name();

    @Message
    String email();

    @Message
    String role();

    @Message
    String standing();

    @Message
    String active();

    @Message
    String closed();

    @Message
    String invited();

    @Message
    String noAdmin();

    @Message
    String emptyTitle();

    @Message
    String emptyAdvice();

    @Message
    String back();

    @Message
    String newHeading();

    @Message
    String newIntro();

    @Message
    String emailHint();

    @Message
    String roleMeaning_admin();

    @Message
    String roleMeaning_viewer();

    @Message
    String create();

    @Message
    String cancel();

    @Message
    String flash(PersonFlash flash);

    @Message
    String factsTitle();

    @Message
    String organization();

    @Message
    String created();

    @Message
    String linkTitle();

    @Message
    String linkUntil(String when);

    @Message
    String noPasswordYet();

    @Message
    String linkIntro();

    @Message
    String sendLink();

    @Message
    String roleTitle();

    @Message
    String saveRole();

    @Message
    String closeTitle();

    @Message
    String closeIntro();

    @Message
    String close();

    @Message
    String reopenTitle();

    @Message
    String reopenIntro();

    @Message
    String reopen();

    @Message
    String oneself();
}
