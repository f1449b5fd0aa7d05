package org.portcullis.portout.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.Verdict;
import org.portcullis.portout.desk.EntryField.Problem;
import org.portcullis.portout.page.RequestPage.Situation;

/** The texts of port-out requests for the porting desk. */
@MessageBundle("portoutdesk")
interface DeskRequestMessages {

    @Message
    String intro();

    @Message
    String enter();

    @Message
    String organization();

    @Message
    String nothingRead();

    @Message
    String nobodys();

    @Message
    String anyChannel();

    @Message
    String anyReason();

    @Message
    String verdict(Verdict verdict);

    @Message
    String chip(Verdict verdict);

    /** The reason, including what outsiders may not know. */
    @Message
    String refusal(Refusal refusal);

    @Message
    String guessingTitle();

    @Message
    String guessingLocked(String when);

    @Message
    String guessingWaiting(String count, String when);

    @Message
    String guessingSlowed(String count);

    @Message
    String carrierWaiting(String count, String organizations, String when);

    @Message
    String carrierSlowed(String count, String organizations);

    /** If only one carrier's PIN attempts for the organization's numbers are counted. */
    @Message
    String byCarrier(String carrier);

    @Message
    String ofCarrier();

    @Message
    String lift();

    @Message
    String liftOf(String name);

    @Message
    String liftHeading();

    @Message
    String liftMeans();

    @Message
    String liftTrail();

    @Message
    String liftButton();

    @Message
    String flash(DeskRequestFlash flash);

    @Message
    String emptyTitle();

    @Message
    String emptyAdvice();

    @Message
    String tellTitle();

    /** What the desk may tell the carrier. */
    @Message
    String tell(Situation situation);

    @Message
    String insideTitle();

    @Message
    String until(String when);

    @Message
    String ourOrder();

    @Message
    String notUsMark();

    @Message
    String notUsTitle();

    @Message
    String notUs(String when, String who);

    @Message
    String another();

    @Message
    String notToldNobodys();

    @Message
    String entryHeading();

    @Message
    String entryIntro();

    @Message
    String entryHelp();

    @Message
    String label(EntryField field);

    @Message
    String optional();

    @Message
    String carrierHint();

    @Message
    String numbersHint();

    @Message
    String subscriberHint();

    @Message
    String pinHint();

    @Message
    String pinAgain();

    @Message
    String decide();

    @Message
    String cancel();

    @Message
    String problem(Problem problem);

    @Message
    String tooLong(String most);

    @Message
    String unreadable(String line, String text);

    @Message
    String moreUnreadable(String count);

    @Message
    String undecidedTitle();

    @Message
    String undecided();
}
