package org.portcullis.order.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts for the page of a bulk step, which applies one action to many orders. */
@MessageBundle("bulk")
interface BulkMessages {

    @Message
    String navigation();

    @Message
    String intro();

    @Message
    String inState();

    @Message
    String takeStep();

    @Message
    String chooseStep(int count);

    @Message
    String noOrders(String state);

    @Message
    String noneChosen();

    @Message
    String orders();

    @Message
    String chooseAll(int count);

    @Message
    String more(int count);

    @Message
    String waitingSince();

    @Message
    String ownZone();
}
