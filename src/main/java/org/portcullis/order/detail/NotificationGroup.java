package org.portcullis.order.detail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.portcullis.mail.Notice;
import org.portcullis.order.OrderNews;

/**
 * One event of an order, and who was notified of it by e-mail.
 *
 * @param news null if only the e-mail's subject tells it
 */
public record NotificationGroup(OrderNews news, String subject, Instant at, List<Notice> notices) {

    private record Event(String topic, Instant at) {
    }

    /** @param notices in chronological order; those of one event have the same timestamp */
    public static List<NotificationGroup> of(List<Notice> notices) {
        var events = new LinkedHashMap<Event, List<Notice>>();
        notices.forEach(notice -> events.computeIfAbsent(
                new Event(notice.topic == null ? notice.subject : notice.topic, notice.createdAt),
                event -> new ArrayList<>()).add(notice));
        return events.values().stream().map(NotificationGroup::ofEvent).toList();
    }

    private static NotificationGroup ofEvent(List<Notice> notices) {
        var first = notices.get(0);
        return new NotificationGroup(news(first), first.subject, first.createdAt, List.copyOf(notices));
    }

    private static OrderNews news(Notice notice) {
        return notice.topic == null ? null : OrderNews.valueOf(notice.topic);
    }
}
