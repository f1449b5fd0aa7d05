package org.portcullis.account.keptform;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.account.keptform.SentForm.Cause;

/** Texts about a form that could not be processed when it was sent. */
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
