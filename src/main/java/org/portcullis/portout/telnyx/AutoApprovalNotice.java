package org.portcullis.portout.telnyx;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.account.User;
import org.portcullis.mail.Notice;
import org.portcullis.organization.Organization;
import org.portcullis.portout.PortOutPaths;
import org.portcullis.portout.PortOutRequest;
import org.portcullis.settings.Settings;
import org.portcullis.settings.SiteUrl;
import org.portcullis.web.i18n.Languages;

/** Warns an organization's admins and the porting desk of an automatic approval, in the current transaction. */
@ApplicationScoped
class AutoApprovalNotice {

    private final Settings settings;

    AutoApprovalNotice(Settings settings) {
        this.settings = settings;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance mail(Letter letter);

        private Templates() {
        }
    }

    /**
     * The content of an e-mail.
     *
     * @param name of the reader
     * @param desk whether the reader is of the porting desk
     * @param portOut Telnyx's id, or null
     * @param numbers the first ones, or null
     * @param link to the request; null if there is none
     */
    record Letter(String name, boolean desk, AutoApprovalNews news, String carrier, String portOut, String numbers,
            Instant silenceEndsAt,
            String link) {
    }

    void tell(AutoApprovalNews news, TelnyxPortOut portOut, Instant now) {
        var request = Optional.ofNullable(portOut.requestId).flatMap(PortOutRequest::byId);
        var organization = request.map(found -> found.organizationId).map(Organization::byId);
        organization.map(User::adminsOf).orElse(List.of())
                .forEach(reader -> write(news, portOut, request.orElse(null), reader, false, now));
        User.ofTheDesk().stream().filter(reader -> reader.active)
                .forEach(reader -> write(news, portOut, request.orElse(null), reader, true, now));
    }

    /** Warns only the desk, since the organization is not known. */
    void tellOfUnusable(String carrier, Instant silenceEndsAt, Instant now) {
        User.ofTheDesk().stream().filter(reader -> reader.active).forEach(reader -> write(reader,
                new Letter(reader.name, true, AutoApprovalNews.UNREADABLE, carrier, null, null, silenceEndsAt, null),
                now));
    }

    private void write(AutoApprovalNews news, TelnyxPortOut portOut, PortOutRequest request, User reader,
            boolean isDesk, Instant now) {
        var pages = isDesk ? PortOutPaths.DESK_REQUESTS : PortOutPaths.REQUESTS;
        write(reader,
                new Letter(reader.name, isDesk, news, portOut.carrierName, portOut.id,
                        request == null ? null : request.getSummary(),
                        portOut.silenceEndsAt, request == null ? null : SiteUrl.of(settings, pages + "/" + request.id)),
                now);
    }

    private static void write(User reader, Letter letter, Instant now) {
        var words = Languages.words(TelnyxMessages.class, reader.noticeLanguage());
        Notice.write(reader, words.subject(words.news(letter.news), letter.carrier), Templates.mail(letter), now);
    }
}
