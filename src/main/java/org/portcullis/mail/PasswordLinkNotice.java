package org.portcullis.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.portcullis.account.PasswordLinkMade;
import org.portcullis.account.PasswordLinkMessages;
import org.portcullis.account.PasswordLinks;
import org.portcullis.web.i18n.Languages;

/** Sends a person the one-time link with which they choose a password: their first one, or a new one. */
@ApplicationScoped
class PasswordLinkNotice {

    private final Clock clock;

    PasswordLinkNotice(Clock clock) {
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance mail(String name, String email, boolean first, String link, Instant expiresAt);

        private Templates() {
        }
    }

    void write(@Observes PasswordLinkMade event) {
        var reader = event.user();
        var words = Languages.words(PasswordLinkMessages.class, reader.noticeLanguage());
        var isFirst = !reader.hasChosenPassword();
        var letter = Templates.mail(reader.name, reader.email, isFirst, PasswordLinks.placeholder(event.linkId()),
                event.expiresAt());
        Notice.write(reader, event.linkId(), isFirst ? words.firstSubject() : words.newSubject(), letter,
                clock.instant());
    }
}
