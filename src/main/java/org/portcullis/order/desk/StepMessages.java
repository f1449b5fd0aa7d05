package org.portcullis.order.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.order.DeskStep;
import org.portcullis.order.desk.StepForm.Field;

/** Texts for the porting desk's forms on one order. */
@MessageBundle("orderdesk")
interface StepMessages {

    @Message
    String step(DeskStep step);

    /** The heading of the action that submits the order, for a port out. */
    @Message
    String sendOut();

    @Message
    String means(DeskStep step);

    @Message
    String button(DeskStep step);

    @Message
    String label(Field field);

    @Message
    String hint(Field field);

    @Message
    String timeZone(String zone);

    @Message
    String problem(StepProblem problem);

    @Message
    String timeSkipped(String date, String time, String from, String to);

    @Message
    String timeTwice(String date, String time, String from, String to);

    @Message
    String whichTime();

    @Message
    String notPossible(String state);

    @Message
    String noDayWished();

    @Message
    String failedOnes(int count);

    @Message
    String pinAsked();

    @Message
    String showPin();

    @Message
    String pinShown();

    @Message
    String cancel();

    @Message
    String markTitle();

    @Message
    String markAll();

    @Message
    String markAllFailed();

    @Message
    String markPorted();

    @Message
    String markFailed();

    @Message
    String choose();

    @Message
    String orList();

    @Message
    String orListHint();
}
