package org.portcullis.account.keptform;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.account.keptform.SentForm.Cause;

/** What is said of a form that came too late. */
@MessageBundle("keptform")
interface KeptFormMessages {

    @Message
    String title(Cause cause);

    @Message
    String filled();

    @Message
    String nothingTyped();

    @Message
    String secretAgain();

    @Message
    String filesAgain(String names);

    @Message
    String homeless();

    @Message
    String toForm();

    @Message
    String goneTitle();

    @Message
    String gone();

    @Message
    String heading();

    @Message
    String pageGone();

    @Message
    String sendAgain();

    @Message
    String leave();

    @Message
    String label(TypedField field);
}
