package org.portcullis.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of e-mails about accounts. */
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
}
