package org.portcullis.organization.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts for an organization's telephone numbers. */
@MessageBundle("telephone")
interface NumberMessages {

    @Message
    String heading();

    @Message
    String intro(String organization);

    @Message
    String add();

    @Message
    String importFile();

    @Message
    String total(long count);

    @Message
    String search();

    @Message
    String searchHint();

    @Message
    String searchButton();

    @Message
    String clear();

    @Message
    String found(long count, String search);

    @Message
    String removeColumn();

    @Message
    String listHeading();

    @Message
    String emptyTitle();

    @Message
    String emptyAdvice();

    @Message
    String notFoundTitle(String search);

    @Message
    String notFoundAdvice();

    @Message
    String imports();

    @Message
    String importOf(String when, String who);

    @Message
    String flash(NumberFlash flash);

    @Message
    String entryHeading();

    @Message
    String entryIntro();

    @Message
    String entryField();

    @Message
    String entryHint(int most);

    @Message
    String entryButton();

    @Message
    String entryMissing();

    @Message
    String entryAdded(int count);

    @Message
    String entryKnown(int count);

    @Message
    String entryRefused(int count);

    @Message
    String foreign(int count);

    @Message
    String foreignTitle();

    @Message
    String owner();

    @Message
    String moreLines(int count);

    @Message
    String choose(String number);

    @Message
    String chooseAll(int count);

    @Message
    String removeChosen();

    @Message
    String removalsHeading(int count);

    @Message
    String removalsIntro(int count);

    @Message
    String removalsButton(int count);

    @Message
    String removalsDone(int count);

    @Message
    String removalsNone();

    @Message
    String removalsHeld(int count);

    @Message
    String removalsHeldAdvice();

    @Message
    String cancel();

    @Message
    String removalHeading(String number);

    @Message
    String removalIntro();

    @Message
    String removalButton();

    @Message
    String leavingTitle();

    @Message
    String leaving();

    @Message
    String leavingAdvice();

    @Message
    String importHeading();

    @Message
    String importIntro(int most);

    @Message
    String importField();

    @Message
    String importHint();

    @Message
    String importButton();

    @Message
    String fileProblem(NumberFile.Problem problem);

    @Message
    String columnsFound(String columns);

    @Message
    String outOfService();

    @Message
    String takeOut();

    @Message
    String putBack();
}
