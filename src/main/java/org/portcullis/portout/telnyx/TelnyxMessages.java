package org.portcullis.portout.telnyx;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.portout.Refusal;

/** The words of e-mails about silence that Telnyx takes for a yes, and those that Telnyx itself is told. */
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

    /** Why not, in more words than Telnyx was told before. */
    @Message
    String explained(Refusal refusal);

    /** Said after a rejection was found invalid: never the same words twice. */
    @Message
    String rejectedAgain(String why, String carrier, String numbers, String date, int rejection);
}
