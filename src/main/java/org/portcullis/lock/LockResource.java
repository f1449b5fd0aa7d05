package org.portcullis.lock;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.SignedIn;
import org.portcullis.lock.LockRemoval.Scope;
import org.portcullis.lock.LocksPage.Problem;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/**
 * The locks of the user's organization; the desk names the organization in the address. Setting a lock needs no
 * password, removing one does.
 */
@Path(LockResource.PATH)
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
class LockResource {

    static final String PATH = "/port-orders/locks";

    /** Prefix of a number's digits in the name of its checkbox. */
    private static final String NUMBER = "number_";

    private final SignedIn signedIn;
    private final RecentSignIn recent;
    private final PortOutLocks locks;
    private final FormFields posted;
    private final RequestContext context;
    private final Flash flash;

    LockResource(SignedIn signedIn, RecentSignIn recent, PortOutLocks locks, FormFields posted, RequestContext context,
            Flash flash) {
        this.signedIn = signedIn;
        this.recent = recent;
        this.locks = locks;
        this.posted = posted;
        this.context = context;
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(LocksPage page, String again);

        static native TemplateInstance removal(LockRemoval removal);

        private Templates() {
        }
    }

    @GET
    public Response page(@RestQuery UUID organization, @RestQuery String numbers) {
        return answer(Status.OK, page(organization, Parameters.page(numbers)).told(flash.takeCounts(LockFlash.class)));
    }

    /** Target of a reload after a form was answered with a page. */
    @GET
    @Path("{form: numbers|removal}")
    public Response back(@RestQuery UUID organization) {
        return Redirect.to(page(organization, 1).getAddress());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lockAll(@RestQuery UUID organization) {
        var page = editable(organization);
        locks.lockAll(page.organization().id, signedIn.getPerson().asActor(), context.getAddress());
        flash.leaveCounts(Map.of(LockFlash.LOCKED_ALL, 1));
        return Redirect.to(page.getAddress());
    }

    /** Locks the numbers that can be locked, and explains why the others can't. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("numbers")
    public Response lock(@RestQuery UUID organization, @RestForm String text) {
        var page = editable(organization);
        var entry = LockEntry.of(page.organization(), text == null ? "" : text.strip());
        if (entry.isMissing()) {
            return answer(Status.BAD_REQUEST, page.refused(Problem.NOTHING_TYPED));
        }
        var counts = new EnumMap<LockFlash, Integer>(LockFlash.class);
        if (!entry.own().isEmpty()) {
            int locked = locks.lock(page.organization().id, entry.own(), signedIn.getPerson().asActor(),
                    context.getAddress());
            counts.put(LockFlash.LOCKED, locked);
            counts.put(LockFlash.KNOWN, entry.own().size() - locked);
            counts.values().removeIf(count -> count == 0);
        }
        if (!entry.isComplete()) {
            return answer(Status.BAD_REQUEST, page(organization, 1).refused(entry, counts));
        }
        flash.leaveCounts(counts);
        return Redirect.to(page.getAddress());
    }

    /** Asks for confirmation before it removes locks. A form that arrives too long after the password is discarded. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("removal")
    public Response remove(@RestQuery UUID organization, @RestForm String scope, @RestForm String confirmed) {
        var page = editable(organization);
        if (!recent.isRecent()) {
            return recent.redirect(page.getAddress());
        }
        var removal = new LockRemoval(page, scope(scope), chosen());
        if (removal.scope() == Scope.CHOSEN && removal.numbers().isEmpty()) {
            return answer(Status.BAD_REQUEST, page.refused(Problem.NOTHING_CHOSEN));
        }
        if (confirmed == null) {
            return Response.ok(Templates.removal(removal)).build();
        }
        flash.leaveCounts(remove(removal));
        return Redirect.to(page.getAddress());
    }

    private Map<LockFlash, Integer> remove(LockRemoval removal) {
        var id = removal.page().organization().id;
        var actor = signedIn.getPerson().asActor();
        return switch (removal.scope()) {
            case WHOLE -> {
                locks.unlockAll(id, actor, context.getAddress());
                yield Map.of(LockFlash.UNLOCKED_ALL, 1);
            }
            case EACH -> Map.of(LockFlash.UNLOCKED, locks.unlockEachNumber(id, actor, context.getAddress()));
            case CHOSEN -> Map.of(LockFlash.UNLOCKED, locks.unlock(id, removal.numbers(), actor, context.getAddress()));
        };
    }

    private static Scope scope(String text) {
        return Parameters.known(text, name -> Parameters.constant(Scope.class, name))
                .orElseThrow(BadRequestException::new);
    }

    private List<String> chosen() {
        return posted.named(NUMBER).stream().filter(digits -> digits.matches("\\d{5,15}")).map(digits -> "+" + digits)
                .toList();
    }

    private LocksPage editable(UUID organization) {
        var page = page(organization, 1);
        if (!page.isEditable()) {
            throw new ForbiddenException();
        }
        return page;
    }

    private LocksPage page(UUID named, int page) {
        var person = signedIn.getPerson();
        var organization = person.organization(named).orElseThrow(NotFoundException::new);
        return LocksPage.of(organization, person, recent.isRecent(), page);
    }

    private Response answer(Status status, LocksPage page) {
        return Response.status(status).entity(Templates.page(page, recent.address(page.getAddress()))).build();
    }
}
