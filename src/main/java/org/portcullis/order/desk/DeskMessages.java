package org.portcullis.order.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts for the porting desk's queue. */
@MessageBundle("desk")
interface DeskMessages {

    @Message
    String queue();

    @Message
    String intro();

    @Message
    String backToQueue();

    @Message
    String next();

    @Message
    String nextKey();

    @Message
    String keyOff();

    @Message
    String keyOn();

    @Message
    String lanes();

    @Message
    String lane(QueueTab lane);

    @Message
    String search();

    @Message
    String searchHint();

    @Message
    String searchButton();

    @Message
    String clearSearch();

    @Message
    String found(int count, String search);

    @Message
    String notFoundTitle(String search);

    @Message
    String notFoundAdvice();

    @Message
    String filters();

    @Message
    String apply();

    @Message
    String clearAll();

    @Message
    String assignedTo();

    @Message
    String assigned(Assigned assigned);

    @Message
    String onlyOverdue();

    @Message
    String organization();

    @Message
    String waitingSince();

    @Message
    String due();

    @Message
    String overdue();

    @Message
    String unanswered();

    @Message
    String you();

    @Message
    String nobody();

    @Message
    String assignToMe();

    @Message
    String takeOver();

    @Message
    String release();

    @Message
    String ofOrder(String order);

    @Message
    String taken(String order, String person);

    @Message
    String released(String order);

    @Message
    String takenTitle();

    @Message
    String emptyTitle(QueueTab lane);

    @Message
    String emptyAdvice();

    @Message
    String emptyFilteredAdvice();

    @Message
    String pages();

    @Message
    String previous();

    @Message
    String nextPage();

    @Message
    String done(DeskFlash flash);
}
