package org.portcullis.order;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.portcullis.account.User;
import org.portcullis.mail.Notice;
import org.portcullis.mail.Recipient;
import org.portcullis.settings.Settings;
import org.portcullis.settings.SiteUrl;
import org.portcullis.web.i18n.Languages;

/**
 * Sends notifications about an order to the organization's admins and to the order's confirmed extra addresses, and to
 * the porting desk about events that it must act on but did not cause; each in the recipient's language.
 */
@ApplicationScoped
public class OrderNotice {

    private final NoticeAddresses addresses;
    private final Settings settings;
    private final Clock clock;

    OrderNotice(NoticeAddresses addresses, Settings settings, Clock clock) {
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance mail(Letter letter, PortOrder order);

        static native TemplateInstance desk(Letter letter, PortOrder order);

        private Templates() {
        }
    }

    /**
     * The event that a notification reports.
     *
     * @param reasons of a rejection; empty for all other events
     * @param note on the transition, or null
     * @param comment without a transition, or null
     */
    record Event(OrderNews news, List<RejectionReason> reasons, String note, PortOrderComment comment) {
    }

    /**
     * The contents of an e-mail about an order, in addition to the order itself.
     *
     * @param name of the recipient; null for an address without an account
     * @param link to the order
     * @param pinLink to the page where the port-out PIN is changed; null except for a port out of an organization that
     * uses a PIN
     */
    record Letter(String name, String headline, Event event, String link, String pinLink) {
    }

    /**
     * Sends the notifications of a transition, in its transaction. Each address gets only one e-mail, even if it is a
     * recipient for several reasons.
     */
    public void tell(PortOrder order, PortOrderTransition step) {
        OrderNews.of(step.from, step.to)
                .ifPresent(news -> tellAll(order, new Event(news, step.getRejectionReasons(), step.note, null)));
        if (order.isToBeWithdrawn()) {
            var event = new Event(OrderNews.TO_WITHDRAW, List.of(), step.note, null);
            User.ofTheDesk().stream().filter(reader -> reader.active)
                    .forEach(reader -> writeToDesk(order, event, reader));
        }
    }

    /**
     * Notifies that the losing carrier confirmed another date, or keeps the confirmed one, in the transaction of that
     * change.
     */
    void tellOfDate(PortOrder order, OrderNews news) {
        tellAll(order, new Event(news, List.of(), null, null));
    }

    /** Notifies the admins of a comment by the desk. Other recipients can't read comments. */
    void tellOfComment(PortOrder order, PortOrderComment comment) {
        tellAdmins(order, new Event(OrderNews.COMMENTED, List.of(), null, comment), clock.instant());
    }

    /** Notifies the assignee of a comment by the customer or the other carrier. */
    void tellAssignee(PortOrder order, PortOrderComment comment) {
        var news = comment.isByCarrier() ? OrderNews.CARRIER_COMMENTED : OrderNews.CUSTOMER_COMMENTED;
        User.ofTheDesk().stream().filter(reader -> reader.active && reader.id.equals(order.getAssigneeId()))
                .forEach(reader -> writeToDesk(order, new Event(news, List.of(), null, comment), reader));
    }

    /**
     * Members of the desk are not listed among the order's notifications, because the organization can read that list.
     */
    private void writeToDesk(PortOrder order, Event event, User reader) {
        var words = Languages.words(OrderNoticeMessages.class, reader.noticeLanguage());
        var headline = order.isIn() ? words.news(event.news) : words.newsOut(event.news);
        var letter = new Letter(reader.name, headline, event, SiteUrl.of(settings, OrderPaths.LIST + "/" + order.pon),
                null);
        Notice.write(reader, words.subject(headline, order.name, order.pon), Templates.desk(letter, order),
                clock.instant());
    }

    private void tellAll(PortOrder order, Event event) {
        // The same timestamp for all, so that the order's page groups them.
        var now = clock.instant();
        var told = new HashSet<>(tellAdmins(order, event, now));
        // Sorted, so that concurrent transactions lock addresses in the same order and can't deadlock.
        for (String address : order.getNoticeAddressList().stream().sorted(Comparator.comparing(OrderNotice::folded))
                .toList()) {
            if (told.add(folded(address)) && addresses.admit(order.organization, address, now)) {
                write(order, event, new Recipient(address, order.organization.language(), order.organization.timeZone),
                        null, now);
            }
        }
    }

    /** @return the addresses to which e-mails were sent */
    private List<String> tellAdmins(PortOrder order, Event event, Instant now) {
        var admins = User.adminsOf(order.organization);
        admins.forEach(admin -> write(order, event, Recipient.of(admin), admin.name, now));
        return admins.stream().map(admin -> folded(admin.email)).toList();
    }

    private static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private void write(PortOrder order, Event event, Recipient reader, String name, Instant now) {
        var words = Languages.words(OrderNoticeMessages.class, reader.language());
        var headline = order.isIn() ? words.news(event.news) : words.newsOut(event.news);
        var letter = new Letter(name, headline, event, SiteUrl.of(settings, OrderPaths.LIST + "/" + order.pon),
                order.isIn() || !order.organization.isInUnitedStates() ? null : SiteUrl.of(settings, OrderPaths.PIN));
        var subject = words.subject(headline, order.name, order.pon);
        Notice.write(reader, new Notice.About(order.id, event.news.name()), subject, Templates.mail(letter, order),
                now);
    }
}
