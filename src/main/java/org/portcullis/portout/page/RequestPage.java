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
 * Everything that the page of one request shows.
 *
 * @param organization whose numbers these are; absent where they are nobody's or of several
 * @param order that the numbers leave with; absent where there is none
 * @param pinThreatened whether the PIN that came with it is right, and the organization's to this day
 * @param locked whether the whole organization is locked
 * @param told the e-mails about it
 * @param comments what its carrier said of it
 */
public record RequestPage(PortOutRequest request, RequestNumbers numbers, Organization organization, PortOrder order,
        boolean pinThreatened,
        boolean locked, List<Telling> told, List<PortOrderComment> comments, Instant now) {

    /** One piece of news, and who was told of it. */
    public record Telling(PortOutNews news, Instant at, List<Notice> notices) {
    }

    /** A check, how it went, and what speaks against it. */
    public record Line(PortOutCheck check, PortOutCheck.Outcome outcome, List<Refusal> reasons) {

        /** @return whether an admin has still to say something to it */
        public boolean isAwaited() {
            return reasons.contains(Refusal.AWAITING_APPROVAL);
        }
    }

    /** Where a request stands, in more words than its verdict has. */
    public enum Situation {
        /** What the carrier sent is no request of its protocol. */
        UNREADABLE,
        DECIDING, AWAITING_APPROVAL,
        /** The time for a word is up; in a moment it is decided without one. */
        TIME_UP,
        /** The numbers leave with an order. */
        ALLOWED,
        /** As soon as its carrier asks once more. */
        ALLOWED_ONCE_ASKED,
        /** The same, because nobody of the organization said anything. */
        ALLOWED_BY_SILENCE,
        /** The order was cancelled. */
        STOPPED,
        REFUSED,
        /** Every check was passed, but an admin said no, or nobody said anything. */
        REFUSED_BY_ADMIN;

        public boolean isRefused() {
            return this == REFUSED || this == REFUSED_BY_ADMIN || this == UNREADABLE;
        }
    }

    /** Why nobody was written to. */
    public enum Untold {
        NOT_YET,
        /** There were so many refused requests that they are only on the page. */
        TOO_MANY,
        NO_ADMIN
    }

    /** @param masked whether the reader may not know the numbers */
    public static RequestPage of(PortOutRequest request, boolean masked, int numberPage, Instant now) {
        var owner = request.organizationId;
        var order = Optional.ofNullable(request.orderId).flatMap(PortOrder::byId).orElse(null);
        return new RequestPage(request, RequestNumbers.of(request, masked, numberPage),
                owner == null ? null : Organization.byId(owner), order,
                owner != null && request.isPinRight() && PortOutPin.revisionOf(owner) == request.pinRevision,
                owner != null && PortOutLock.isWhole(owner), told(Notice.ofRequest(request.id)),
                PortOrderComment.ofRequest(request.id), now);
    }

    /** The people of the desk are not named to customers. */
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

    /** @return whether an admin's word still counts */
    public boolean isAwaited() {
        return getSituation() == Situation.AWAITING_APPROVAL;
    }

    /** @return how long there is for a word */
    public Duration getLeft() {
        return Duration.between(now, request.answerBy);
    }

    /** @return the reasons as its carrier may know them */
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

    /** @return whether saying that nobody wanted this would stop the order */
    public boolean isOrderStoppable() {
        return order != null && order.canBeCancelled(now);
    }

    /** @return whether the numbers leave with an order that nothing here stops any more */
    public boolean isOrderBeyond() {
        return order != null && order.getState() != PortOrderState.CANCELLED && !order.canBeCancelled(now);
    }
}
