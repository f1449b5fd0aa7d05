package org.portcullis.mail.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.mail.Stage;

/** The words of the page of outgoing mail. */
@MessageBundle("mail")
interface MailMessages {

    @Message
    String navigation();

    @Message
    String failedCount(String count);

    @Message
    String heading();

    @Message
    String intro();

    @Message
    String introDemo();

    @Message
    String failedTitle(long count);

    @Message
    String failedAdvice();

    @Message
    String filter();

    @Message
    String stage(Stage stage);

    @Message
    String subject();

    @Message
    String recipient();

    @Message
    String order();

    @Message
    String moment(Stage stage);

    @Message
    String written();

    @Message
    String reason();

    @Message
    String answered(String code);

    @Message
    String unreachable(String kind);

    @Message
    String action();

    @Message
    String tryAgain();

    @Message
    String about(String subject);

    @Message
    String empty(Stage stage);

    @Message
    String emptyAdvice();

    @Message
    String pages();

    @Message
    String first();

    @Message
    String further();

    @Message
    String back();

    @Message
    String flash(MailFlash flash);
}
