package org.portcullis.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.portcullis.account.PasswordChanged;
import org.portcullis.web.i18n.Languages;

/** Tells a person that their password was changed (47 CFR 64.2010(f), adopted as good practice). */
@ApplicationScoped
class PasswordChangedNotice {

    private final Clock clock;

    PasswordChangedNotice(Clock clock) {
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance mail(String name, Instant when);

        private Templates() {
        }
    }

    void write(@Observes PasswordChanged event) {
        var reader = event.user();
        var words = Languages.words(NoticeMessages.class, reader.noticeLanguage());
        var now = clock.instant();
        Notice.write(reader, words.passwordChangedSubject(), Templates.mail(reader.name, now), now);
    }
}
