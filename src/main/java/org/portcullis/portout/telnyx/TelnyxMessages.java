package org.portcullis.portout.telnyx;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.portout.Refusal;

/** The texts of the e-mails about automatic approval, and of the messages to Telnyx. */
@MessageBundle("telnyx")
interface TelnyxMessages {

    @Message
    String subject(String news, String carrier);

    @Message
    String news(AutoApprovalNews news);

    @Message
    String told(AutoApprovalNews news, String carrier, String moment);

    @Message
    String advice(AutoApprovalNews news);

    @Message
    String adviceDesk(AutoApprovalNews news);

    @Message
    String portOut();

    @Message
    String authorized();

    @Message
    String undecided();

    /** The reason of a refusal, in more detail than Telnyx was told before. */
    @Message
    String explained(Refusal refusal);

    /** Sent after a rejection was found invalid; the text is never the same twice. */
    @Message
    String rejectedAgain(String why, String carrier, String numbers, String date, int rejection);
}
