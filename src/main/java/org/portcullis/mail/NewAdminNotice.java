package org.portcullis.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.portcullis.account.AdminMade;
import org.portcullis.account.User;
import org.portcullis.web.i18n.Languages;

/** Tells those who may do the same of each new telephony admin of their organization, or of each new colleague at the porting desk. */
@ApplicationScoped
class NewAdminNotice {

    private final Clock clock;

    NewAdminNotice(Clock clock) {
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance mail(String name, User admin, String by, Instant when);

        private Templates() {
        }
    }

    void write(@Observes AdminMade event) {
        var admin = event.user();
        var now = clock.instant();
        var readers = admin.isOfTheDesk() ? User.ofTheDesk() : User.adminsOf(admin.organization);
        readers.stream().filter(reader -> reader.active && !reader.id.equals(admin.id)).forEach(reader -> {
            var words = Languages.words(NoticeMessages.class, reader.noticeLanguage());
            Notice.write(reader, admin.isOfTheDesk() ? words.newDeskPersonSubject() : words.newAdminSubject(),
                    Templates.mail(reader.name, admin, event.by(), now), now);
        });
    }
}
