package org.portcullis.order;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.order.PortOrderState.Waiting;

/** Texts for port orders: the list, the detail, and the meaning of each state. */
@MessageBundle("order")
public interface OrderMessages {

    @Message
    String heading();

    @Message
    String intro();

    @Message
    String headingFor(String organization);

    @Message
    String group(StateGroup group);

    @Message
    String filter();

    @Message
    String search();

    @Message
    String searchHint();

    @Message
    String searchButton();

    @Message
    String clear();

    @Message
    String name();

    @Message
    String pon();

    @Message
    String directionTitle();

    @Message
    String direction(Direction direction);

    @Message
    String otherCarrier();

    @Message
    String losingCarrier();

    @Message
    String gainingCarrier();

    @Message
    String numbers();

    @Message
    String stateTitle();

    @Message
    String state(PortOrderState state);

    @Message
    String meaning(PortOrderState state);

    @Message
    String nextAction(PortOrderState state);

    @Message
    String waiting(Waiting waiting);

    @Message
    String meaningOut(PortOrderState state);

    /** For an order whose confirmed date has passed before its numbers were ported. */
    @Message
    String meaningPast();

    @Message
    String nextActionOut(PortOrderState state);

    @Message
    String waitingGainingCarrier();

    @Message
    String dueApproved(String transfer, String pending);

    @Message
    String deskContact();

    @Message
    String note();

    @Message
    String found(long count, String search);

    @Message
    String requestedDate();

    @Message
    String focDate();

    @Message
    String changed();

    @Message
    String created();

    @Message
    String newer();

    @Message
    String older();

    @Message
    String pages();

    @Message
    String emptyTitle();

    @Message
    String emptyAdvice();

    @Message
    String emptyFilterTitle();

    @Message
    String emptyFilterAdvice();

    @Message
    String emptySearchTitle(String search);

    @Message
    String emptySearchAdvice();

    @Message
    String showAll();

    @Message
    String chooseOrganization();

    @Message
    String chooseOrganizationIntro();

    @Message
    String organizationName();

    @Message
    String noOrganizationTitle(String name);

    @Message
    String noOrganizationAdvice();

    @Message
    String noOrganizationAtAll();

    @Message
    String noOrganizationAtAllAdvice();

    @Message
    String moreOrganizations();

    @Message
    String otherOrganization();

    @Message
    String back();

    @Message
    String backOf(String organization);

    @Message
    String nowTitle();

    @Message
    String meaningTitle();

    @Message
    String nextTitle();

    @Message
    String waitingTitle();

    @Message
    String dueTitle();

    @Message
    String dueBy(String day);

    @Message
    String dueAt(String moment);

    @Message
    String dueCustomer();

    @Message
    String dueFinal();

    @Message
    String factsTitle();

    @Message
    String accountNumber();

    @Message
    String accountName();

    @Message
    String authorizedPerson();

    /** @param part of a name that is longer than a carrier's interface accepts */
    @Message
    String carrierKeeps(String part);

    @Message
    String serviceAddress();

    @Message
    String btn();

    @Message
    String replacementBtn();

    @Message
    String extentTitle();

    @Message
    String extent(Extent extent);

    @Message
    String kind();

    @Message
    String simple();

    @Message
    String complex();

    @Message
    String noticeAddresses();

    @Message
    String numberTitle();

    @Message
    String numberStatusTitle();

    @Message
    String numberStatus(NumberStatus status);

    @Message
    String historyTitle();

    @Message
    String byPerson(String name);

    @Message
    String byDesk(String name);

    @Message
    String byPortal();

    @Message
    String ahead();

    @Message
    String here();

    @Message
    String rejectionTitle();

    @Message
    String rejection(RejectionReason reason);

    @Message
    String rejectionField(RejectionReason reason);

    /** For a port out: this provider is the losing carrier. */
    @Message
    String rejectionOut(RejectionReason reason);

    @Message
    String rejectionFieldOut(RejectionReason reason);

    @Message
    String emptyAdviceOthers();

    @Message
    String newOrder();

    @Message
    String count(long count);

    @Message
    String byState();

    @Message
    String filters();

    @Message
    String apply();

    @Message
    String anyDirection();

    @Message
    String transferDate();

    @Message
    String transferDateHint();

    @Message
    String from();

    @Message
    String to();

    @Message
    String dateProblem(DateRange.Problem problem);

    @Message
    String sortTitle();

    @Message
    String sort(OrderSort sort);

    @Message
    String activeFilters();

    @Message
    String remove();

    @Message
    String since(String day);

    @Message
    String until(String day);

    @Message
    String between(String first, String last);

    @Message
    String clearAll();

    @Message
    String emptyFiltersTitle();

    @Message
    String emptyFiltersAdvice();

    @Message
    String previous();

    @Message
    String next();

    @Message
    String export();

    @Message
    String exportName(String day);

    @Message
    String organization();

    @Message
    String nextTitleDesk();

    @Message
    String returned();

    @Message
    String returnedByUs();

    @Message
    String returnedTitle();

    @Message
    String dueWithdrawal(String when);

    @Message
    String dueWish(String day, String when);

    /** For an order that a carrier requested. */
    @Message
    String askedFor();

    @Message
    String askedForBy(String carrier);
}
