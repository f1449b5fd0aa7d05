package org.portcullis.order;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.order.NoticeAddresses.Standing;

/** Texts that ask whether an address may receive notifications, and report its status. */
@MessageBundle("noticeaddress")
interface NoticeAddressMessages {

    @Message
    String subject();

    @Message
    String greeting();

    @Message
    String named();

    @Message
    String namedAt(String provider);

    @Message
    String follow();

    @Message
    String until(String when);

    @Message
    String unexpected();

    @Message
    String heading();

    @Message
    String question(String address, String organization);

    @Message
    String confirm();

    @Message
    String declineHeading();

    @Message
    String declineMeaning();

    @Message
    String decline();

    @Message
    String confirmedTitle();

    @Message
    String confirmedText();

    @Message
    String declinedTitle();

    @Message
    String declinedText();

    @Message
    String deadTitle();

    @Message
    String deadReasons();

    @Message
    String deadAdvice();

    @Message
    String standing(Standing standing);

    @Message
    String askAgain();

    @Message
    String about(String address);
}
