package org.portcullis.organization.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts for the desk's pages of organizations. */
@MessageBundle("organization")
interface OrganizationMessages {

    @Message
    String heading();

    @Message
    String intro();

    @Message
    String navigation();

    @Message
    String people();

    @Message
    String newOrganization();

    @Message
    String search();

    @Message
    String searchButton();

    @Message
    String clear();

    @Message
    String found(long count, String search);

    @Message
    String filter();

    @Message
    String all();

    @Message
    String guessable();

    @Message
    String noneGuessableTitle();

    @Message
    String noneGuessableAdvice();

    @Message
    String pin();

    @Message
    String pinNone();

    @Message
    String pinSet(String when, String who);

    @Message
    String pinGuessable();

    @Message
    String name();

    @Message
    String place();

    @Message
    String timeZone();

    @Message
    String emptyTitle();

    @Message
    String emptyAdvice();

    @Message
    String notFoundTitle(String search);

    @Message
    String notFoundAdvice();

    @Message
    String back();

    @Message
    String edit();

    @Message
    String editHeading();

    @Message
    String orders();

    @Message
    String ordersHint();

    @Message
    String numbers();

    @Message
    String numberCount(long count);

    @Message
    String peopleHint(long count);

    @Message
    String facts();

    @Message
    String address();

    @Message
    String country();

    @Message
    String btn();

    @Message
    String accountNumbers();

    @Message
    String mainAccountNumber();

    @Message
    String noAccountNumber();

    @Message
    String changedBy(String who, String when);

    @Message
    String flash(OrganizationFlash flash);

    @Message
    String newIntro();

    @Message
    String editIntro();

    @Message
    String field(OrganizationField field);

    @Message
    String hint(OrganizationField field);

    @Message
    String choose();

    @Message
    String problem(OrganizationProblem problem);

    @Message
    String overtakenTitle();

    @Message
    String overtaken(String who, String when);

    @Message
    String overtakenAdvice();

    @Message
    String now();

    @Message
    String nothing();

    @Message
    String create();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String page(String number, String pages);

    @Message
    String previous();

    @Message
    String next();

    @Message
    String pages();
}
