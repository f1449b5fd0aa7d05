package org.portcullis.pin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.portcullis.account.User;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.mail.Notice;
import org.portcullis.organization.Organization;
import org.portcullis.settings.Settings;
import org.portcullis.settings.SiteUrl;
import org.portcullis.web.i18n.Languages;

/**
 * Queues e-mails about the PIN to every admin of an organization, in the current transaction. They never contain the
 * PIN.
 */
@ApplicationScoped
class PinNotices {

    private final PortOutPinLife life;
    private final Settings settings;

    PinNotices(PortOutPinLife life, Settings settings) {
        this.life = life;
        this.settings = settings;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance mail(Story story, String link);

        private Templates() {
        }
    }

    /**
     * The content of the e-mail.
     *
     * @param reader the admin's name
     * @param who caused the change; null if it was not a user of the portal
     * @param when it happened, or will happen
     * @param setAt when the PIN was set
     */
    public record Story(String reader, String organization, PinNews news, String who, Instant when, Instant setAt) {
    }

    void tell(PinNews news, PortOutPin pin, Organization organization, Actor by, Instant now) {
        var when = news == PinNews.EXPIRES_SOON || news == PinNews.EXPIRED ? life.expiresAt(pin).orElse(now) : now;
        for (User reader : User.adminsOf(organization)) {
            var words = Languages.words(PortOutPinMessages.class, reader.noticeLanguage());
            var subject = words.newsSubject(organization.name, words.news(news));
            var story = new Story(reader.name, organization.name, news, by.name(), when, pin.setAt);
            Notice.write(reader, subject, Templates.mail(story, SiteUrl.of(settings, PortOutPinChange.PANEL)), now);
        }
    }
}
