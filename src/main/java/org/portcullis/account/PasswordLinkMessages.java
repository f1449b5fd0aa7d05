package org.portcullis.account;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts for one-time password links: the e-mail, the page that the link opens, and the page for an expired link. */
@MessageBundle("passwordlink")
public interface PasswordLinkMessages {

    @Message
    String heading();

    @Message
    String intro();

    @Message
    String email();

    @Message
    String password();

    @Message
    String save();

    @Message
    String deadTitle();

    @Message
    String deadReasons();

    @Message
    String deadAdvice();

    @Message
    String signIn();

    @Message
    String firstSubject();

    @Message
    String newSubject();

    @Message
    String greeting(String name);

    @Message
    String first(String email);

    @Message
    String renewed(String email);

    @Message
    String follow();

    @Message
    String until(String when);

    @Message
    String unexpectedFirst();

    @Message
    String unexpectedNew();
}
