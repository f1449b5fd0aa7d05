package org.portcullis.order;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts for e-mails about port orders, in addition to those of the pages. */
@MessageBundle("ordernotice")
interface OrderNoticeMessages {

    @Message
    String subject(String news, String name, String pon);

    @Message
    String news(OrderNews news);

    @Message
    String newsOut(OrderNews news);

    @Message
    String greeting(String name);

    @Message
    String greetingAll();

    @Message
    String answer();

    @Message
    String withdraw();

    @Message
    String withdrawOut();

    @Message
    String answerCustomer();

    @Message
    String changePin();

    @Message
    String deskContact();
}
