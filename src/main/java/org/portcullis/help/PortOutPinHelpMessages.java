package org.portcullis.help;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the help article on the port-out PIN. */
@MessageBundle("help")
interface PortOutPinHelpMessages {

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
    String rulesTitle();

    @Message
    String rule1();

    @Message
    String rule3();

    @Message
    String rule3Relaxed();

    @Message
    String rule4();

    @Message
    String rule5();

    @Message
    String rule6();

    @Message
    String howTitle();

    @Message
    String how1();

    @Message
    String how2();

    @Message
    String how3();

    @Message
    String how4();

    @Message
    String how5();

    @Message
    String tellTitle();

    @Message
    String tell1();

    @Message
    String tell2();

    @Message
    String tell3();

    @Message
    String rioTitle();

    @Message
    String rio();

    @Message
    String relatedTitle();

    @Message
    String relatedOrders();

    @Message
    String relatedPin();

    @Message
    String relatedAccount();

    @Message
    String endTitle();

    @Message
    String again();

    @Message
    String compromised();

    @Message
    String expires();

    @Message
    String singleUse();

    @Message
    String another();

    @Message
    String lockTitle();

    @Message
    String lock1();

    @Message
    String lock2();

    @Message
    String lock3();

    @Message
    String relatedLocks();
}
