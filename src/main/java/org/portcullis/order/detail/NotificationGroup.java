package org.portcullis.order.detail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.portcullis.mail.Notice;
import org.portcullis.order.OrderNews;

/**
 * One piece of news of an order, and who was told of it by e-mail.
 *
 * @param news null where only the e-mail's subject says it
 */
public record NotificationGroup(OrderNews news, String subject, Instant at, List<Notice> notices) {

    private record Event(String topic, Instant at) {
    }

    /** @param notices in the order of telling; those of one event were written at one moment */
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
