package org.portcullis.portout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.portout.carrier.PortOutChannel;

/** The texts of port-out requests: checks, reasons, verdicts, and the e-mails about them. */
@MessageBundle("portout")
public interface PortOutMessages {

    @Message
    String subject(String news, String carrier, String numbers);

    @Message
    String news(PortOutNews news);

    @Message
    String greeting(String name);

    @Message
    String told(PortOutNews news, String carrier, String organization);

    @Message
    String advice(PortOutNews news);

    @Message
    String requestLink();

    @Message
    String locksLink();

    @Message
    String locksLinkDesk();

    @Message
    String pinLink();

    @Message
    String carrier();

    @Message
    String carrierPon();

    @Message
    String subscriber();

    @Message
    String numbers();

    @Message
    String asked();

    @Message
    String verdictTitle();

    @Message
    String verdict(Verdict verdict);

    @Message
    String reasonsTitle();

    /** The reason, as the organization that has the numbers reads it. */
    @Message
    String refusal(Refusal refusal);

    /** The reason, as the requesting carrier reads it: it must not help to guess. */
    @Message
    String reason(Refusal refusal);

    /** What made a request unreadable, for its sender and the porting desk. */
    @Message
    String fault(RequestFault fault);

    /** @param name of the protocol element with the fault */
    @Message
    String faultElement(String name);

    @Message
    String answerBy(String when);

    @Message
    String check(PortOutCheck check);

    @Message
    String outcome(PortOutCheck.Outcome outcome);

    @Message
    String channel(PortOutChannel channel);
}
