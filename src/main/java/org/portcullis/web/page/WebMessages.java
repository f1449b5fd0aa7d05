package org.portcullis.web.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.web.http.ErrorKind;
import org.portcullis.web.i18n.Theme;

/** Texts of the layout around every page, and of the error pages. */
@MessageBundle("web")
interface WebMessages {

    @Message
    String product();

    @Message
    String skipToContent();

    @Message
    String navigation();

    @Message
    String menu();

    @Message
    String voice();

    @Message
    String portOrders();

    @Message
    String help();

    @Message
    String account();

    @Message
    String signOut();

    @Message
    String signIn();

    @Message
    String personMenu();

    @Message
    String portingDesk();

    @Message
    String theme();

    @Message
    String themeName(Theme theme);

    @Message
    String demoBanner();

    @Message
    String errorPrefix();

    /** Problem of a text that is too long; both lengths in characters. */
    @Message
    String tooLong(String longest, String length);

    @Message
    String problemTitle();

    @Message
    String errorTitle(ErrorKind kind);

    @Message
    String errorAdvice(ErrorKind kind);

    @Message
    String errorReference(String reference);

    @Message
    String errorRetry(long seconds);

    @Message
    String colon();

    @Message
    String toStart();

    @Message
    String typedKept();

    @Message
    String secretsAgain();

    @Message
    String sendAgain();
}
