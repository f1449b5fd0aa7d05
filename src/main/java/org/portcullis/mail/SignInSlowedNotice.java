package org.portcullis.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.portcullis.account.SignInSlowed;
import org.portcullis.web.i18n.Languages;

/** Tells a person that passwords are being tried for their account, and where they can still sign in. */
@ApplicationScoped
class SignInSlowedNotice {

    private final Clock clock;

    SignInSlowedNotice(Clock clock) {
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance mail(String name, Instant when);

        private Templates() {
        }
    }

    void write(@Observes SignInSlowed event) {
        var reader = event.user();
        var words = Languages.words(NoticeMessages.class, reader.noticeLanguage());
        var now = clock.instant();
        Notice.write(reader, words.signInSlowedSubject(), Templates.mail(reader.name, now), now);
    }
}
