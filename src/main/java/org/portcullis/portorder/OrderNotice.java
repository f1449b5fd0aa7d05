package org.portcullis.portorder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import org.portcullis.account.User;
import org.portcullis.notice.Notice;
import org.portcullis.notice.Recipient;
import org.portcullis.settings.Settings;
import org.portcullis.settings.SiteUrl;
import org.portcullis.web.Languages;

/** Tells the organization's admins and the order's extra addresses of a step, each in their own language. */
@ApplicationScoped
public class OrderNotice {

    private final Settings settings;
    private final Clock clock;

    OrderNotice(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance mail(Letter letter, PortOrder order, PortOrderTransition step);

        private Templates() {
        }
    }

    /**
     * What an e-mail about an order says beside what the order itself knows.
     *
     * @param name of the reader; absent for an address that belongs to no account
     * @param link to the order
     * @param pinLink to where the port-out PIN is changed; absent unless numbers leave an organization that has use for one
     */
    record Letter(String name, String news, String link, String pinLink) {
    }

    /** Writes the e-mails, in the transaction of the step. An address gets one, however many reasons there are to write to it. */
    public void tell(PortOrder order, PortOrderTransition step) {
        OrderNews.of(step.from, step.to).ifPresent(news -> {
            var told = new HashSet<String>();
            for (User admin : User.adminsOf(order.organization)) {
                told.add(folded(admin.email));
                write(order, step, news, Recipient.of(admin), admin.name);
            }
            for (String address : order.getNoticeAddressList()) {
                if (told.add(folded(address))) {
                    var organization = order.organization;
                    write(order, step, news, new Recipient(address, organization.language(), organization.timeZone), null);
                }
            }
        });
    }

    private static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private void write(PortOrder order, PortOrderTransition step, OrderNews news, Recipient reader, String name) {
        var words = Languages.words(OrderNoticeMessages.class, reader.language());
        var headline = order.isIn() ? words.news(news) : words.newsOut(news);
        var letter = new Letter(name, headline, SiteUrl.of(settings, PortOrderResource.PATH + "/" + order.pon),
                order.isIn() || !order.organization.isInUnitedStates() ? null : SiteUrl.of(settings, PinPanelResource.PATH));
        var subject = words.subject(headline, order.name, order.pon);
        Notice.write(reader, order.id, subject, Templates.mail(letter, order, step), clock.instant());
    }
}
