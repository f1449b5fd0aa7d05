package org.portcullis.portout.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.order.DateRange;
import org.portcullis.portout.Verdict;
import org.portcullis.portout.page.RequestPage.Situation;
import org.portcullis.settings.Settings.Silence;

/** The texts of the pages of port-out requests. */
@MessageBundle("portoutpage")
interface PortOutPageMessages {

    @Message
    String navigation();

    @Message
    String waitingCount(String count);

    @Message
    String heading();

    @Message
    String intro();

    @Message
    String help();

    @Message
    String guessingLockedTitle();

    @Message
    String guessingLocked(String when);

    @Message
    String guessingLockedAdvice();

    @Message
    String guessingStoppedTitle(String carrier);

    @Message
    String guessingStopped(String when);

    @Message
    String guessingStoppedAdvice(String carrier);

    @Message
    String guessingSlowedTitle();

    @Message
    String guessingSlowed(String count, String when);

    @Message
    String guessingWaited(String count);

    @Message
    String guessingSlowedBy(String carrier, String count, String when);

    @Message
    String guessingWaitedBy(String carrier, String count);

    @Message
    String guessingSlowedAdvice();

    @Message
    String changePin();

    @Message
    String lockNumbers();

    @Message
    String waitingTitle(long count);

    @Message
    String waitingText();

    @Message
    String showWaiting();

    @Message
    String showAttempts();

    @Message
    String filter();

    @Message
    String all();

    @Message
    String chip(Verdict verdict);

    @Message
    String filters();

    @Message
    String datesTitle();

    @Message
    String datesHint();

    @Message
    String dateProblem(DateRange.Problem problem);

    @Message
    String reason();

    @Message
    String andMore();

    @Message
    String timesAsked(String times, String when);

    @Message
    String tooManyNumbers();

    @Message
    String emptyTitle();

    @Message
    String emptyAdvice();

    @Message
    String notFoundTitle();

    @Message
    String notFoundAdvice();

    @Message
    String showAll();

    @Message
    String newer();

    @Message
    String older();

    @Message
    String pages();

    @Message
    String back();

    @Message
    String headingOf(String carrier, int count);

    @Message
    String happens(Situation situation);

    @Message
    String happensTitle();

    @Message
    String nextTitle();

    @Message
    String next(Situation situation);

    @Message
    String untilTitle();

    @Message
    String left(String when, long hours, int minutes);

    @Message
    String silenceTitle();

    @Message
    String silence(Silence silence);

    @Message
    String buttons();

    @Message
    String approve();

    @Message
    String approveAgain();

    @Message
    String approveMeans();

    @Message
    String approveMeansOnceAsked();

    @Message
    String refuse();

    @Message
    String refuseMeans();

    @Message
    String notUs();

    @Message
    String notUsMeans();

    @Message
    String onlyAdmins();

    @Message
    String notUsTitle();

    @Message
    String notUsSince(String when, String who);

    @Message
    String notUsLocked();

    @Message
    String notUsUnlocked();

    @Message
    String notUsStopped();

    @Message
    String notUsBeyond();

    @Message
    String notUsHow();

    @Message
    String notUsHowPin();

    @Message
    String notUsHowUnlock();

    @Message
    String locks();

    @Message
    String does();

    @Message
    String doesLock();

    @Message
    String doesLockAlready();

    @Message
    String doesRefuse();

    @Message
    String doesStop(String pon);

    @Message
    String doesBeyond(String pon);

    @Message
    String doesPin();

    @Message
    String doesPinNot();

    @Message
    String doesTell();

    @Message
    String doesOnce();

    @Message
    String cancel();

    @Message
    String checksTitle();

    @Message
    String checksNone();

    @Message
    String awaited();

    @Message
    String factsTitle();

    @Message
    String channelTitle();

    @Message
    String receivedTitle();

    @Message
    String lastAskedTitle();

    @Message
    String timesTitle();

    @Message
    String decidedTitle();

    @Message
    String decidedByTitle();

    @Message
    String orderTitle();

    @Message
    String enteredByTitle();

    @Message
    String numbersMasked();

    @Message
    String numbersUnread();

    @Message
    String numbersNone();

    @Message
    String unknownNumbers(int count, String formatted);

    @Message
    String unknownDigest(String digest);

    @Message
    String notOurs();

    @Message
    String notTold(RequestPage.Untold why);

    @Message
    String flash(RequestFlash flash);
}
