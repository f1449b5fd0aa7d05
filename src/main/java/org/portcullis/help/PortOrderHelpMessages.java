package org.portcullis.help;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.order.PortOrderState;

/** The words of the help article on port orders. */
@MessageBundle("orderhelp")
interface PortOrderHelpMessages {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String newTitle();

    @Message
    String new1();

    @Message
    String new2();

    @Message
    String new3();

    @Message
    String new4();

    @Message
    String new5();

    @Message
    String datesTitle();

    @Message
    String dates1();

    @Message
    String dates2();

    @Message
    String statesTitle();

    @Message
    String meaning(PortOrderState state);

    @Message
    String rejectedTitle();

    @Message
    String rejected1();

    @Message
    String rejected2();

    @Message
    String cancelTitle();

    @Message
    String cancel1();

    @Message
    String cancel2();

    @Message
    String cancel3();

    @Message
    String outTitle();

    @Message
    String out1();

    @Message
    String out2();

    /** Of a port out. */
    @Message
    String meaningOut(PortOrderState state);

    @Message
    String outCertificate();

    @Message
    String outPin();

    @Message
    String listTitle();

    @Message
    String list1();
}
