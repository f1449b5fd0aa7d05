package org.portcullis.lock;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.portcullis.account.User;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.mail.Notice;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.organization.Organization;
import org.portcullis.settings.Settings;
import org.portcullis.settings.SiteUrl;
import org.portcullis.web.i18n.Languages;

/** Queues an e-mail about changed locks to every admin of the organization, in the transaction of the change. */
@ApplicationScoped
class LockNotices {

    /** Readers skip longer lists. */
    private static final int RANGES_LISTED = 20;

    private final Settings settings;

    LockNotices(Settings settings) {
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
     * @param who made the change; null if it was not made by a user of the portal
     * @param listed the numbers that the e-mail names
     * @param unlisted how many more numbers there are
     */
    public record Story(String reader, String organization, LockChange change, String who, Instant when,
            List<NumberRange> listed,
            int unlisted) {
    }

    void tell(Organization organization, LockChange change, Collection<String> numbers, Actor by, Instant now) {
        var ranges = NumberRanges.compact(numbers);
        var listed = ranges.subList(0, Math.min(RANGES_LISTED, ranges.size()));
        int unlisted = numbers.size() - listed.stream().mapToInt(NumberRange::count).sum();
        for (User reader : User.adminsOf(organization)) {
            var words = Languages.words(LockMessages.class, reader.noticeLanguage());
            var story = new Story(reader.name, organization.name, change, by.name(), now, listed, unlisted);
            var subject = change.isRemoval() ? words.removedSubject(organization.name)
                    : words.setSubject(organization.name);
            Notice.write(reader, subject, Templates.mail(story, SiteUrl.of(settings, LockResource.PATH)), now);
        }
    }
}
