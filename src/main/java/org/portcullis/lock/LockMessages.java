package org.portcullis.lock;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of port-out locks: their page, and the e-mails about them. */
@MessageBundle("lock")
public interface LockMessages {

    @Message
    String heading();

    @Message
    String link();

    @Message
    String intro();

    @Message
    String wholeTitle();

    @Message
    String wholeLocked();

    @Message
    String wholeOpen();

    @Message
    String wholeOpenMeans();

    @Message
    String setBy(String when, String who);

    @Message
    String setAt(String when);

    @Message
    String lockAll();

    @Message
    String unlockAll();

    @Message
    String onlyAdmins();

    @Message
    String underWay();

    @Message
    String againTitle();

    @Message
    String again();

    @Message
    String numbersTitle();

    @Message
    String noNumbers();

    @Message
    String staysLocked();

    @Message
    String unlockChosen();

    @Message
    String unlockEach();

    @Message
    String choose();

    @Message
    String chooseNumber(String number);

    @Message
    String number();

    @Message
    String since();

    @Message
    String sinceBy(String day, String who);

    @Message
    String addTitle();

    @Message
    String addField();

    @Message
    String addHint();

    @Message
    String addButton();

    @Message
    String incomplete();

    @Message
    String notYours();

    @Message
    String moreForeign(int count);

    @Message
    String line(int place);

    @Message
    String tooMany();

    @Message
    String problem(LocksPage.Problem problem);

    @Message
    String done(LockFlash done);

    @Message
    String numberCount(int count);

    @Message
    String removalHeading(LockRemoval.Scope scope);

    @Message
    String removalMeans();

    @Message
    String removalButton();

    @Message
    String cancel();

    @Message
    String helpLink();

    /** @param locked how many numbers of a port-out order are locked */
    @Message
    String orderLocked(int locked);

    @Message
    String deskAll();

    @Message
    String deskNone();

    @Message
    String deskNumbers(long count);

    @Message
    String setSubject(String organization);

    @Message
    String removedSubject(String organization);

    @Message
    String mailChange(LockChange change);

    @Message
    String mailBy(String organization, String who, String when);

    @Message
    String mailMore(int count);

    @Message
    String mailMeansSet();

    @Message
    String mailMeansRemoved();

    @Message
    String mailAdviceSet();

    @Message
    String mailAdviceRemoved();
}
