package org.portcullis.portout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.portout.carrier.PortOutChannel;

/** The words of port-out requests: checks, reasons, verdicts, and the e-mails about them. */
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

    /** Why, to the organization that the numbers belong to. */
    @Message
    String refusal(Refusal refusal);

    /** Why, to who asked: nothing of it helps to guess. */
    @Message
    String reason(Refusal refusal);

    /** What kept a request from being read, to who sent it and to the porting desk. */
    @Message
    String fault(RequestFault fault);

    /** @param name of the protocol's element in which the fault was found */
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
