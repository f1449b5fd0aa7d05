package org.portcullis.order.detail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.order.CommentForm.CommentProblem;
import org.portcullis.order.DeskStep;
import org.portcullis.order.OrderAction.Hindrance;
import org.portcullis.order.OrderAction;
import org.portcullis.order.OrderField;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.detail.ChangeForm.ChangeProblem;

/** Texts for the customer's actions on an order, and for why they are not possible. */
@MessageBundle("action")
interface ActionMessages {

    @Message
    String buttons();

    /** @return the action that would be possible if the order were still a draft */
    @Message
    String edit();

    @Message
    String button(OrderAction action);

    @Message
    String hindrance(Hindrance hindrance);

    @Message
    String cancellableUntil(String moment);

    @Message
    String overdue();

    @Message
    String mayMove(String foc, String until);

    @Message
    String mayMoveUntil(String day);

    @Message
    String pastMove(String foc, String since);

    @Message
    String pastMoveSince(String day);

    @Message
    String callTheDesk();

    @Message
    String callCarrier(String carrier);

    @Message
    String silent(String moment);

    @Message
    String askTheDesk();

    @Message
    String carrierPon();

    @Message
    String transferPin();

    @Message
    String transferPinKept();

    @Message
    String noNumbers();

    @Message
    String numberPages();

    @Message
    String fewerNumbers();

    @Message
    String moreNumbers();

    @Message
    String pageOf(int page, int pages);

    @Message
    String deskNote();

    @Message
    String givenAnew();

    @Message
    String unchanged();

    @Message
    String field(OrderField field);

    @Message
    String commentsTitle();

    @Message
    String noComments();

    @Message
    String commentByDesk(String name);

    @Message
    String commentByCarrier(String name);

    @Message
    String comment();

    @Message
    String commentProblem(CommentProblem problem);

    @Message
    String deskOnly();

    @Message
    String onlyForTheDesk();

    @Message
    String send();

    @Message
    String done(OrderFlash flash);

    @Message
    String backTo(String name);

    @Message
    String cancelMeans();

    @Message
    String cancelMeansOut();

    @Message
    String cancelCutOff(String moment);

    @Message
    String cancelReason();

    @Message
    String cancelReasonHint();

    @Message
    String keep();

    @Message
    String dateMeans(String requested, String confirmed);

    @Message
    String dateVoids();

    @Message
    String dateHint(String earliest);

    @Message
    String dateTooEarly(String earliest);

    @Message
    String discardMeans();

    @Message
    String changeProblem(ChangeProblem problem);

    @Message
    String staleTitle();

    @Message
    String staleBy(String name, String moment);

    @Message
    String staleByPortal(String moment);

    @Message
    String staleAdvice();

    @Message
    String typed();

    @Message
    String deskTitle();

    @Message
    String assignedTo(String name);

    @Message
    String unassigned();

    @Message
    String deskWaits();

    @Message
    String hindranceClosed();

    @Message
    String deskStep(DeskStep step);

    @Message
    String unusualSteps();

    @Message
    String unusualHint();

    @Message
    String given();

    @Message
    String numbersRemoved();

    @Message
    String numbersAdded();

    /** For a signed letter of authorization. */
    @Message
    String letterVoid();

    /** For what the desk has marked as done. */
    @Message
    String noted();

    @Message
    String signedBy(String name, String moment);

    @Message
    String moved(int count);

    @Message
    String notMoved(int count);

    @Message
    String movedAndNot(int moved, int failed);

    @Message
    String cancelMeansPartly();

    @Message
    String cancelMeansPartlyOut();

    @Message
    String cancelWithdraws();

    @Message
    String deskHindrance(DeskStep.Hindrance hindrance);
}
