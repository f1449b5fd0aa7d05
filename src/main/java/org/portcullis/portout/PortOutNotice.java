package org.portcullis.portout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.portcullis.account.User;
import org.portcullis.mail.Notice;
import org.portcullis.mail.Recipient;
import org.portcullis.order.OrderNews;
import org.portcullis.organization.Organization;
import org.portcullis.settings.Settings;
import org.portcullis.settings.SiteUrl;
import org.portcullis.web.i18n.Languages;

/**
 * Mails an organization's admins at once which carrier wants which numbers, what was decided, and what to do if the
 * organization did not want it. The e-mail is sent before anything takes effect (47 CFR 64.2010).
 */
@ApplicationScoped
public class PortOutNotice {

    /** A flood of refused requests must not hide the e-mail that matters; the page lists all of them. */
    private static final int REFUSALS_TOLD = 5;
    private static final Duration REFUSALS_COUNTED = Duration.ofHours(1);

    private final Settings settings;

    PortOutNotice(Settings settings) {
        this.settings = settings;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance mail(Letter letter, PortOutRequest request, PortOutNews news);

        private Templates() {
        }
    }

    /**
     * The content of an e-mail, apart from the request's own data.
     *
     * @param name of the reader
     * @param desk whether the reader is of the porting desk, which has its own pages
     * @param link to the request
     * @param locksLink to the page of the locks; null if locks do not help
     * @param pinLink null if the reader can't set a PIN
     */
    record Letter(String name, boolean desk, String organization, String link, String locksLink, String pinLink) {
    }

    /** Queues an e-mail to each admin, in the transaction of the event. */
    void tell(PortOutNews news, PortOutRequest request, Organization organization, Instant now) {
        User.adminsOf(organization).forEach(reader -> write(news, request, organization, reader, now));
    }

    /** Queues an e-mail to each user of the porting desk. */
    void tellDesk(PortOutNews news, PortOutRequest request, Organization organization, Instant now) {
        User.ofTheDesk().stream().filter(reader -> reader.active)
                .forEach(reader -> write(news, request, organization, reader, now));
    }

    /** @return whether the admins got an e-mail; in a flood of refusals they don't get one for each */
    boolean tellOfRefusal(PortOutRequest request, Organization organization, Instant now) {
        long told = PortOutRequest.countTold(organization.id, now.minus(REFUSALS_COUNTED));
        if (told > REFUSALS_TOLD) {
            return false;
        }
        tell(told == REFUSALS_TOLD ? PortOutNews.REFUSED_OFTEN : PortOutNews.REFUSED, request, organization, now);
        return true;
    }

    private void write(PortOutNews news, PortOutRequest request, Organization organization, User reader, Instant now) {
        var words = Languages.words(PortOutMessages.class, reader.noticeLanguage());
        var letter = news.isForDesk()
                ? new Letter(reader.name, true, organization.name,
                        SiteUrl.of(settings, PortOutPaths.DESK_REQUESTS + "/" + request.id),
                        news == PortOutNews.NOT_US
                                ? SiteUrl.of(settings, PortOutPaths.LOCKS + "?organization=" + organization.id)
                                : null,
                        null)
                : new Letter(reader.name, false, organization.name,
                        SiteUrl.of(settings, PortOutPaths.REQUESTS + "/" + request.id),
                        SiteUrl.of(settings, PortOutPaths.LOCKS),
                        organization.isInUnitedStates() ? SiteUrl.of(settings, PortOutPaths.PIN) : null);
        var subject = words.subject(words.news(news), request.askerName, request.getSummary());
        // The order's page shows the recipients to the organization, so the desk's e-mails are not attached to it.
        var about = new Notice.About(news == PortOutNews.ALLOWED ? request.orderId : null, topic(news), request.id);
        Notice.write(Recipient.of(reader), about, subject, Templates.mail(letter, request, news), now);
    }

    /**
     * @return the key that the e-mails about it are found by; that numbers are to leave is also listed with their order
     */
    public static String topic(PortOutNews news) {
        return news == PortOutNews.ALLOWED ? OrderNews.RECEIVED.name() : news.name();
    }
}
