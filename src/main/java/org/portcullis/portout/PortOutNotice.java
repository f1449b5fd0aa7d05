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
 * Tells an organization's admins at once who asks for which numbers, what was decided, and what to do if nobody of
 * them wanted it: before anything takes effect (47 CFR 64.2010).
 */
@ApplicationScoped
public class PortOutNotice {

    /** A flood of refused requests must not drown the e-mail that matters; all of them are on the page. */
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
     * What an e-mail says beside what the request itself knows.
     *
     * @param name of the reader
     * @param desk whether the reader is of the porting desk, which has pages of its own
     * @param link to the request
     * @param locksLink to where numbers are locked; null where that is no answer to the news
     * @param pinLink null where the reader can't set a PIN
     */
    record Letter(String name, boolean desk, String organization, String link, String locksLink, String pinLink) {
    }

    /** Writes to each admin, in the transaction of what they are told. */
    void tell(PortOutNews news, PortOutRequest request, Organization organization, Instant now) {
        User.adminsOf(organization).forEach(reader -> write(news, request, organization, reader, now));
    }

    /** Writes to everybody of the porting desk. */
    void tellDesk(PortOutNews news, PortOutRequest request, Organization organization, Instant now) {
        User.ofTheDesk().stream().filter(reader -> reader.active)
                .forEach(reader -> write(news, request, organization, reader, now));
    }

    /** @return whether the admins were written to: of a flood they are not told one by one */
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
        // An order's own page names its readers to the organization: the desk's have no place there.
        var about = new Notice.About(news == PortOutNews.ALLOWED ? request.orderId : null, topic(news), request.id);
        Notice.write(Recipient.of(reader), about, subject, Templates.mail(letter, request, news), now);
    }

    /** @return under which the e-mails about it are found; that numbers are to leave is news of their order as well */
    public static String topic(PortOutNews news) {
        return news == PortOutNews.ALLOWED ? OrderNews.RECEIVED.name() : news.name();
    }
}
