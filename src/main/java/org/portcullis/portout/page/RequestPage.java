package org.portcullis.portout.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.portcullis.lock.PortOutLock;
import org.portcullis.mail.Notice;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderComment;
import org.portcullis.order.PortOrderState;
import org.portcullis.organization.Organization;
import org.portcullis.pin.PortOutPin;
import org.portcullis.portout.PortOutCheck;
import org.portcullis.portout.PortOutNews;
import org.portcullis.portout.PortOutNotice;
import org.portcullis.portout.PortOutRequest;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.RequestNumbers;

/**
 * The page of one request.
 *
 * @param organization the owner of the numbers; absent if they belong to none or to several
 * @param order the order that the numbers leave with; absent if there is none
 * @param pinThreatened whether the PIN that came with the request is right and still in use
 * @param locked whether the whole organization is locked
 * @param told the e-mails about it
 * @param comments of the carrier
 */
public record RequestPage(PortOutRequest request, RequestNumbers numbers, Organization organization, PortOrder order,
        boolean pinThreatened,
        boolean locked, List<Telling> told, List<PortOrderComment> comments, Instant now) {

    /** An event and the e-mails about it. */
    public record Telling(PortOutNews news, Instant at, List<Notice> notices) {
    }

    /** A check, its outcome, and the reasons against the request. */
    public record Line(PortOutCheck check, PortOutCheck.Outcome outcome, List<Refusal> reasons) {

        /** @return whether the request awaits the admin's approval */
        public boolean isAwaited() {
            return reasons.contains(Refusal.AWAITING_APPROVAL);
        }
    }

    /** The state of a request, in more detail than its verdict. */
    public enum Situation {
        /** The request is no valid request of its carrier's protocol. */
        UNREADABLE,
        DECIDING, AWAITING_APPROVAL,
        /** The time for the admin's approval is over; the request is decided in a moment. */
        TIME_UP,
        /** The numbers leave with an order. */
        ALLOWED,
        /** The numbers leave when the carrier asks again. */
        ALLOWED_ONCE_ASKED,
        /** The same, because no admin answered. */
        ALLOWED_BY_SILENCE,
        /** The order was cancelled. */
        STOPPED,
        REFUSED,
        /** All checks passed, but an admin refused, or none answered. */
        REFUSED_BY_ADMIN;

        public boolean isRefused() {
            return this == REFUSED || this == REFUSED_BY_ADMIN || this == UNREADABLE;
        }
    }

    /** Why no e-mail was sent. */
    public enum Untold {
        NOT_YET,
        /** There were so many refused requests that they are only shown on the page. */
        TOO_MANY,
        NO_ADMIN
    }

    /** @param masked whether the reader may not see the full numbers */
    public static RequestPage of(PortOutRequest request, boolean masked, int numberPage, Instant now) {
        var owner = request.organizationId;
        var order = Optional.ofNullable(request.orderId).flatMap(PortOrder::byId).orElse(null);
        return new RequestPage(request, RequestNumbers.of(request, masked, numberPage),
                owner == null ? null : Organization.byId(owner), order,
                owner != null && request.isPinRight() && PortOutPin.revisionOf(owner) == request.pinRevision,
                owner != null && PortOutLock.isWhole(owner), told(Notice.ofRequest(request.id)),
                PortOrderComment.ofRequest(request.id), now);
    }

    /** The names of desk users are not shown to customers. */
    private static List<Telling> told(List<Notice> notices) {
        return Arrays.stream(PortOutNews.values()).filter(news -> !news.isForDesk()).flatMap(news -> {
            var topic = PortOutNotice.topic(news);
            var those = notices.stream().filter(notice -> topic.equals(notice.topic)).toList();
            return those.stream().findFirst().map(first -> new Telling(news, first.createdAt, those)).stream();
        }).toList();
    }

    public List<Line> getChecks() {
        return request.getChecks().entrySet().stream().map(entry -> new Line(entry.getKey(), entry.getValue(),
                request.getRefusals().stream().filter(refusal -> refusal.getCheck() == entry.getKey()).toList()))
                .toList();
    }

    public Situation getSituation() {
        return switch (request.getVerdict()) {
            case DECIDING -> Situation.DECIDING;
            case AWAITING_APPROVAL -> request.answerBy.isAfter(now) ? Situation.AWAITING_APPROVAL : Situation.TIME_UP;
            case REFUSED -> request.fault != null ? Situation.UNREADABLE
                    : isRefusedByAdmin() ? Situation.REFUSED_BY_ADMIN : Situation.REFUSED;
            case ALLOWED ->
                order == null ? request.decidedBy == null ? Situation.ALLOWED_BY_SILENCE : Situation.ALLOWED_ONCE_ASKED
                        : order.getState() == PortOrderState.CANCELLED ? Situation.STOPPED : Situation.ALLOWED;
        };
    }

    private boolean isRefusedByAdmin() {
        var refusals = request.getRefusals();
        return !refusals.isEmpty() && refusals.stream().allMatch(refusal -> refusal.getCheck() == PortOutCheck.WORD);
    }

    /** @return whether an admin can still decide */
    public boolean isAwaited() {
        return getSituation() == Situation.AWAITING_APPROVAL;
    }

    /** @return the time left for the admin's approval */
    public Duration getLeft() {
        return Duration.between(now, request.answerBy);
    }

    /** @return the reasons as the carrier sees them */
    public List<Refusal> getReasonsOutside() {
        return request.getRefusals().stream().map(Refusal::outside).distinct().toList();
    }

    public Untold getUntold() {
        return switch (request.getVerdict()) {
            case DECIDING -> Untold.NOT_YET;
            case REFUSED -> request.told || request.answerBy != null ? Untold.NO_ADMIN : Untold.TOO_MANY;
            default -> Untold.NO_ADMIN;
        };
    }

    public String getOrderPon() {
        return order == null ? null : order.pon;
    }

    public String getOrderName() {
        return order == null ? null : order.name;
    }

    /** @return whether reporting the request as unwanted would cancel the order */
    public boolean isOrderStoppable() {
        return order != null && order.canBeCancelled(now);
    }

    /** @return whether the numbers leave with an order that can't be cancelled here any more */
    public boolean isOrderBeyond() {
        return order != null && order.getState() != PortOrderState.CANCELLED && !order.canBeCancelled(now);
    }
}
