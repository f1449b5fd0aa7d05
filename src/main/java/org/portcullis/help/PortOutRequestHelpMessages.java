package org.portcullis.help;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.portout.PortOutCheck;

/** The words of the help article on port-out requests. */
@MessageBundle("portouthelp")
interface PortOutRequestHelpMessages {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String whatTitle();

    @Message
    String what1();

    @Message
    String what2();

    @Message
    String what3();

    @Message
    String checksTitle();

    @Message
    String checksIntro();

    @Message
    String means(PortOutCheck check);

    @Message
    String doTitle();

    @Message
    String do1();

    @Message
    String do2();

    @Message
    String do3();

    @Message
    String do4();

    @Message
    String notUsTitle();

    @Message
    String notUs1();

    @Message
    String notUs2();

    @Message
    String guessTitle();

    @Message
    String guess1(String count, String first, String longest);

    @Message
    String guess2();

    @Message
    String guess3();

    @Message
    String lockTitle();

    @Message
    String lock1();

    @Message
    String duration(long hours, int minutes, int seconds);

    @Message
    String relatedTitle();

    @Message
    String relatedRequests();

    @Message
    String relatedPin();

    @Message
    String relatedCarriers();
}
