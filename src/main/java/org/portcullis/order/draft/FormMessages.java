package org.portcullis.order.draft;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.numbers.NumberRemark;
import org.portcullis.numbers.NumberSource;
import org.portcullis.order.draft.LetterPage.SignatureProblem;
import org.portcullis.order.draft.NumberCheck.Reason;
import org.portcullis.order.draft.NumbersPage.EntryProblem;
import org.portcullis.order.draft.Readiness.Lack;

/** Texts for the forms in which orders are made and corrected. */
@MessageBundle("orderform")
interface FormMessages {

    @Message
    String newTitle();

    @Message
    String newIntro();

    @Message
    String stepsTitle();

    /** @param number the place of the step, from 1 on */
    @Message
    String stepOf(int number, int count);

    @Message
    String step(DraftStep step);

    @Message
    String label(FormField field);

    @Message
    String hint(FormField field);

    /** Of the other carrier, where numbers leave. */
    @Message
    String gainingHint();

    @Message
    String option(Choice option);

    @Message
    String optionHint(Choice option);

    @Message
    String optional();

    @Message
    String problem(FieldProblem problem);

    @Message
    String tooEarly(String earliest);

    @Message
    String earliest(String date);

    @Message
    String pinKept();

    @Message
    String forgetPin();

    @Message
    String portOutElsewhere();

    @Message
    String outForgets();

    @Message
    String saveAndGoOn();

    @Message
    String saveAndGoBack();

    @Message
    String saveForLater();

    @Message
    String cancel();

    @Message
    String goBack();

    @Message
    String finishLater();

    @Message
    String versionsTitle();

    @Message
    String versionField();

    @Message
    String versionYours();

    @Message
    String versionNow();

    /** For a stale form. */
    @Message
    String late(String state);

    @Message
    String addNumbers();

    @Message
    String numbersText();

    @Message
    String numbersHint();

    @Message
    String textCut(int longest);

    @Message
    String numbersFile();

    @Message
    String numbersFileHint();

    @Message
    String addButton();

    @Message
    String keptNumbers();

    @Message
    String rangeCount();

    @Message
    String rangeTitle();

    @Message
    String remove();

    @Message
    String removeRange(String range);

    @Message
    String removeChosen();

    @Message
    String removeAll();

    @Message
    String noNumbersYet();

    @Message
    String entryProblem(EntryProblem problem);

    @Message
    String unreadable(int count);

    @Message
    String unportable(int count);

    @Message
    String added(int count);

    @Message
    String noneAdded();

    /** On the page after the numbers: how many entries were refused. */
    @Message
    String leftOut(int count);

    @Message
    String remarked(NumberRemark remark);

    @Message
    String checkNumbers();

    /** Above the reasons why the entries in the field were refused before. */
    @Message
    String recalled();

    /** Beside numbers of the order. */
    @Message
    String keptRemark(NumberRemark remark);

    /** On the review, of entries that are still in the field of the numbers. */
    @Message
    String stillLeftOut();

    @Message
    String howToGoOn();

    @Message
    String unreadableTitle();

    @Message
    String unportableTitle();

    @Message
    String notAddedTitle();

    @Message
    String stuck(int count);

    @Message
    String removeStuck(int count);

    @Message
    String known(int count);

    @Message
    String source(NumberSource source);

    /** Lines of the list follow. */
    @Message
    String repeated();

    @Message
    String moreLines();

    @Message
    String line();

    @Message
    String written();

    @Message
    String wrong();

    @Message
    String reason(Reason reason);

    @Message
    String backToCorrection();

    @Message
    String backToDocuments();

    @Message
    String letterVoid();

    @Message
    String letterNeeded();

    @Message
    String billHelps();

    @Message
    String removeDocument();

    @Message
    String readAndSign();

    @Message
    String cantSignYet();

    @Message
    String uploadLetter();

    @Message
    String uploadBill();

    @Message
    String uploadOther();

    @Message
    String signReplaces();

    @Message
    String uploadHint();

    @Message
    String upload();

    @Message
    String documentsAsTheyAre();

    @Message
    String signIntro();

    @Message
    String signature();

    @Message
    String signatureHint();

    @Message
    String sign();

    @Message
    String signatureProblem(SignatureProblem problem);

    /** @param characters those of the name that no font of the PDF has */
    @Message
    String nameUndrawable(String characters);

    @Message
    String undrawable();

    @Message
    String undrawableNext();

    @Message
    String ready();

    @Message
    String notReady();

    @Message
    String lack(Lack lack);

    @Message
    String allInLetter();

    @Message
    String moreRanges(int count);

    @Message
    String noDocument();

    @Message
    String sendOrder();

    @Message
    String againTitle();

    @Message
    String again();

    @Message
    String correctTitle();

    @Message
    String was();

    @Message
    String correctNumbers();

    @Message
    String correctDocuments();

    @Message
    String compare();

    @Message
    String compareTitle();

    @Message
    String sentValue();

    @Message
    String newValue();

    @Message
    String nothingChanged();

    @Message
    String nothingToCorrect();

    @Message
    String sendAgain();

    @Message
    String movedStay();

    @Message
    String removeAllToMove();

    @Message
    String movedAlready();
}
