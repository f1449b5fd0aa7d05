package org.portcullis.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.portcullis.calendar.BusinessDays;

/**
 * When the next event of an order is due: on a day of the organization's calendar, or at a moment. One of the two is
 * null.
 *
 * @param grace the time after it until the order is overdue
 */
public record Deadline(LocalDate day, Instant moment, Duration grace) {

    private static final int DAYS_TO_CHECK = 1;

    static Deadline day(LocalDate day) {
        return new Deadline(day, null, Duration.ZERO);
    }

    static Deadline moment(Instant moment) {
        return new Deadline(null, moment, Duration.ZERO);
    }

    /**
     * @return when the order should proceed by itself or by the carriers; empty if it waits for the customer, or for no
     * event
     */
    public static Optional<Deadline> of(PortOrder order, BusinessDays businessDays) {
        var since = order.getWaitingSince();
        var organization = order.organization;
        return switch (order.getWaiting()) {
            case DESK -> Optional
                    .of(beforeCutOff(day(businessDays.after(since, DAYS_TO_CHECK, organization)), order, businessDays));
            case LOSING_CARRIER -> Optional.of(day(businessDays.earliest(since, order.simple, organization).date()));
            case DATE -> Optional.of(moment(order.cancellableUntil()));
            // Without a date, the carriers are processing the order: the numbers should have been ported a day later.
            case CARRIERS ->
                Optional.of(order.getFocAt() == null ? day(businessDays.after(since, DAYS_TO_CHECK, organization))
                        : new Deadline(null, order.getFocAt(), PortOrder.MAY_MOVE_LATE_BY));
            case CUSTOMER, NOBODY -> Optional.empty();
        };
    }

    /** A request for another date, or a cancellation, is of no use to the carrier after the transfer begins. */
    private static Deadline beforeCutOff(Deadline due, PortOrder order, BusinessDays businessDays) {
        return (order.isAnotherDateWished() || order.isToBeWithdrawn() && order.getFocAt() != null)
                && order.cancellableUntil().isBefore(due.deadline(order, businessDays))
                        ? moment(order.cancellableUntil())
                        : due;
    }

    /**
     * @return the moment from which the order is overdue: for a day, the close of business; for a confirmed date, ten
     * days later
     */
    Instant deadline(PortOrder order, BusinessDays businessDays) {
        return moment != null ? moment.plus(grace) : businessDays.closeOfBusiness(day, order.organization);
    }
}
