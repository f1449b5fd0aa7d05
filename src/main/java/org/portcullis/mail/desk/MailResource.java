package org.portcullis.mail.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.PasswordLinks;
import org.portcullis.account.Role;
import org.portcullis.mail.Notice;
import org.portcullis.mail.Stage;
import org.portcullis.mail.Undelivered;
import org.portcullis.settings.Settings;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Redirect;

/** The outgoing mail: what could not be delivered, what waits, what was sent. */
@Path(MailList.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class MailResource {

    private final Undelivered undelivered;
    private final PasswordLinks links;
    private final Settings settings;
    private final Flash flash;
    private final Clock clock;

    MailResource(Undelivered undelivered, PasswordLinks links, Settings settings, Flash flash, Clock clock) {
        this.undelivered = undelivered;
        this.links = links;
        this.settings = settings;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(MailList list, Set<MailFlash> flash);

        static native TemplateInstance letter(Notice mail, String body);

        private Templates() {
        }
    }

    /** What could not be delivered comes first, if there is any. */
    @GET
    public TemplateInstance list(@RestQuery String stage, @RestQuery UUID after) {
        undelivered.countAnew();
        var shown = stage != null ? Stage.byValue(stage).orElseThrow(BadRequestException::new)
                : undelivered.getFailed() > 0 ? Stage.FAILED : Stage.SENT;
        return Templates.list(MailList.of(shown, after), flash.take(MailFlash.class));
    }

    /** Only in the demo, where mail goes nowhere else: a real e-mail is its reader's, and may hold a one-time link. */
    @GET
    @Path("{id}")
    public TemplateInstance letter(@RestPath UUID id) {
        Notice mail = settings.demo() ? Notice.findById(id) : null;
        if (mail == null) {
            throw new NotFoundException();
        }
        return Templates.letter(mail, links.fill(mail.body, mail.passwordLinkId));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/attempts")
    public Response tryAgain(@RestPath UUID id) {
        var isTriedAgain = QuarkusTransaction.requiringNew().call(() -> Notice.tryAgain(id, clock.instant()));
        flash.leave(EnumSet.of(isTriedAgain ? MailFlash.TRIED_AGAIN : MailFlash.NOT_GIVEN_UP));
        return Redirect.to(MailList.PATH);
    }
}
