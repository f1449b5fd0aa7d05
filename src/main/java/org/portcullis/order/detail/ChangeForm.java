package org.portcullis.order.detail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.calendar.ClosedDay;
import org.portcullis.order.OrderAction;
import org.portcullis.order.OrderPaths;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderState;
import org.portcullis.order.StaleOrderException;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Length;

/**
 * A form for one change of an order in progress.
 *
 * @param action that the form performs
 * @param text as typed: the reason, or the date
 * @param version of the order that the form is made for
 * @param problem why the form was refused, or null
 * @param earliest the first possible date, if the form asks for a date
 * @param closed why no numbers are ported on the typed date, or null
 * @param stale who changed the order meanwhile, or null
 */
record ChangeForm(OrderAction action, String text, int version, ChangeProblem problem, LocalDate earliest,
        ClosedDay closed, Stale stale) {

    static final int LONGEST_REASON = 1_000;

    private static final int LATEST_YEARS = 1;

    /** Why a change is refused. */
    enum ChangeProblem {
        REASON_MISSING, REASON_TOO_LONG, DATE_MISSING, DATE_INVALID, DATE_TOO_EARLY, DATE_TOO_LATE,
        DATE_NO_BUSINESS_DAY, DATE_SAME
    }

    /** Who changed the order meanwhile, and when; {@code name} is null if the portal did automatically. */
    record Stale(String name, Instant at) {

        static Stale of(StaleOrderException exception) {
            return new Stale(exception.changedBy(), exception.changedAt());
        }
    }

    static ChangeForm of(OrderAction action, PortOrder order, LocalDate earliest) {
        var text = action == OrderAction.CHANGE_DATE && order.requestedDate != null ? order.requestedDate.toString()
                : "";
        return new ChangeForm(action, text, order.getVersion(), null, earliest, null, null);
    }

    ChangeForm typed(String typed, int madeFor) {
        return new ChangeForm(action, typed == null ? "" : FormFields.text(typed), madeFor, null, earliest, null, null);
    }

    ChangeForm refused(ChangeProblem why) {
        return new ChangeForm(action, text, version, why, earliest, null, null);
    }

    ChangeForm refused(ClosedDay day) {
        return new ChangeForm(action, text, version, ChangeProblem.DATE_NO_BUSINESS_DAY, earliest, day, null);
    }

    /** Keeps the typed values of a stale form, for the order's current version, so that it can be submitted again. */
    ChangeForm overtaken(StaleOrderException exception, int versionNow) {
        return new ChangeForm(action, text, versionNow, null, earliest, null, Stale.of(exception));
    }

    ChangeForm withReasonChecked() {
        if (text.isEmpty()) {
            return refused(ChangeProblem.REASON_MISSING);
        }
        return getLength() > LONGEST_REASON ? refused(ChangeProblem.REASON_TOO_LONG) : this;
    }

    public int getLongest() {
        return LONGEST_REASON;
    }

    /** @return the length of the typed text, in characters */
    public int getLength() {
        return Length.of(text);
    }

    /** @return the typed date, or null if it is invalid */
    LocalDate date() {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @return whether the date is further ahead than carriers confirm dates */
    boolean isTooLate() {
        return date().isAfter(earliest.plusYears(LATEST_YEARS));
    }

    public String address(PortOrder order) {
        return OrderPaths.LIST + "/" + order.pon + "/change/" + switch (action) {
            case CANCEL -> "cancellation";
            case CHANGE_DATE -> "date";
            case DISCARD -> "removal";
            default -> throw new IllegalStateException(action + " has no form");
        };
    }

    /** @return whether the same person has made this change already, because the form was sent twice */
    boolean isDone(PortOrder now, Person by) {
        return version != now.getVersion() && switch (action) {
            case CANCEL -> now.getState() == PortOrderState.CANCELLED && now.lastStep().isBy(by)
                    && text.equals(now.lastStep().note);
            case CHANGE_DATE ->
                now.isAnotherDateWished() && by.name().equals(now.getChangedBy()) && now.requestedDate.equals(date());
            default -> false;
        };
    }

    public boolean isFailed() {
        return problem != null || stale != null;
    }
}
