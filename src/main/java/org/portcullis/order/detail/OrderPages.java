package org.portcullis.order.detail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.calendar.BusinessDays;
import org.portcullis.mail.Notice;
import org.portcullis.order.CommentForm;
import org.portcullis.order.Deadline;
import org.portcullis.order.OrderAction;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderComment;
import org.portcullis.order.document.Document;
import org.portcullis.settings.Settings;

/** Assembles the contents of an order's page. */
@ApplicationScoped
class OrderPages {

    private final int noNewsAfter;
    private final BusinessDays businessDays;
    private final Clock clock;

    OrderPages(Settings settings, BusinessDays businessDays, Clock clock) {
        this.noNewsAfter = settings.order().noNewsAfter();
        this.businessDays = businessDays;
        this.clock = clock;
    }

    OrderPage of(PortOrder order, Person person, int numberPage, Set<OrderFlash> words, CommentForm comment) {
        var now = clock.instant();
        var comments = PortOrderComment.of(order, person.isDesk());
        var lastNews = lastNews(order, comments);
        return new OrderPage(order, Deadline.of(order, businessDays).orElse(null), Timeline.of(order),
                NumberLines.of(order.getNumbers(), numberPage), OrderAction.buttons(order, person, now),
                comments, NotificationGroup.of(Notice.ofOrder(order.id)), Document.of(order.id), words, comment,
                lastNews, isSilent(order, lastNews, now), now);
    }

    private static Instant lastNews(PortOrder order, List<PortOrderComment> comments) {
        var said = comments.stream().filter(PortOrderComment::isNews).map(comment -> comment.at);
        return Stream.concat(Stream.of(order.getChangedAt()), said)
                .max(Comparator.naturalOrder()).orElseThrow();
    }

    /** If the customer has to act, or a date is confirmed, no notification is expected. */
    private boolean isSilent(PortOrder order, Instant lastNews, Instant now) {
        return switch (order.getWaiting()) {
            case DESK, LOSING_CARRIER, CARRIERS ->
                businessDays.between(lastNews, now, order.organization) >= noNewsAfter;
            case CUSTOMER, DATE, NOBODY -> false;
        };
    }
}
