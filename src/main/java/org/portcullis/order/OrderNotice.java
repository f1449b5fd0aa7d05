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
 * Tells the organization's admins and those of the order's extra addresses that are confirmed what happened to it, and the porting desk what it has to
 * do without having been there; each in their own language.
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
     * What is told of an order.
     *
     * @param reasons why it was rejected; empty for all other news
     * @param note what was said to the step, or null
     * @param comment what was said without any step, or null
     */
    record Event(OrderNews news, List<RejectionReason> reasons, String note, PortOrderComment comment) {
    }

    /**
     * What an e-mail about an order says beside what the order itself knows.
     *
     * @param name of the reader; absent for an address that belongs to no account
     * @param link to the order
     * @param pinLink to where the port-out PIN is changed; absent unless numbers leave an organization that has use for one
     */
    record Letter(String name, String headline, Event event, String link, String pinLink) {
    }

    /** Writes of a step, in its transaction. An address gets one e-mail, however many reasons there are to write to it. */
    public void tell(PortOrder order, PortOrderTransition step) {
        OrderNews.of(step.from, step.to)
                .ifPresent(news -> tellAll(order, new Event(news, step.getRejectionReasons(), step.note, null)));
        if (order.isToBeWithdrawn()) {
            var event = new Event(OrderNews.TO_WITHDRAW, List.of(), step.note, null);
            User.ofTheDesk().stream().filter(reader -> reader.active)
                    .forEach(reader -> writeToDesk(order, event, reader));
        }
    }

    /** Writes that the losing carrier confirmed another date, or keeps the one it confirmed, in the transaction of that change. */
    void tellOfDate(PortOrder order, OrderNews news) {
        tellAll(order, new Event(news, List.of(), null, null));
    }

    /** Writes of what the desk said to the admins alone: nobody else can read comments. */
    void tellOfComment(PortOrder order, PortOrderComment comment) {
        tellAdmins(order, new Event(OrderNews.COMMENTED, List.of(), null, comment), clock.instant());
    }

    /** Writes of what the customer, or the other carrier, said to whoever of the desk works on the order. */
    void tellAssignee(PortOrder order, PortOrderComment comment) {
        var news = comment.isByCarrier() ? OrderNews.CARRIER_COMMENTED : OrderNews.CUSTOMER_COMMENTED;
        User.ofTheDesk().stream().filter(reader -> reader.active && reader.id.equals(order.getAssigneeId()))
                .forEach(reader -> writeToDesk(order, new Event(news, List.of(), null, comment), reader));
    }

    /** An order's own page names its readers to the organization: the desk's have no place there. */
    private void writeToDesk(PortOrder order, Event event, User reader) {
        var words = Languages.words(OrderNoticeMessages.class, reader.noticeLanguage());
        var headline = order.isIn() ? words.news(event.news) : words.newsOut(event.news);
        var letter = new Letter(reader.name, headline, event, SiteUrl.of(settings, OrderPaths.LIST + "/" + order.pon),
                null);
        Notice.write(reader, words.subject(headline, order.name, order.pon), Templates.desk(letter, order),
                clock.instant());
    }

    private void tellAll(PortOrder order, Event event) {
        // One moment for all, so that the order's page shows them together.
        var now = clock.instant();
        var told = new HashSet<>(tellAdmins(order, event, now));
        // In one order for all transactions, so that no two wait for each other.
        for (String address : order.getNoticeAddressList().stream().sorted(Comparator.comparing(OrderNotice::folded))
                .toList()) {
            if (told.add(folded(address)) && addresses.admit(order.organization, address, now)) {
                write(order, event, new Recipient(address, order.organization.language(), order.organization.timeZone),
                        null, now);
            }
        }
    }

    /** @return the addresses that were written to */
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
