package org.portcullis.portout.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limited;
import org.portcullis.limit.Limits;
import org.portcullis.portout.Answer;
import org.portcullis.portout.ClosedFailures;
import org.portcullis.portout.PortOutDecider;
import org.portcullis.portout.PortOutQuestion;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/**
 * The form where the desk types in a request that a carrier mailed or phoned in; it is decided like one that the
 * carrier sent.
 */
@Path(EntryResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class EntryResource {

    static final String PATH = DeskRequestResource.PATH + "/new";

    private final SignedIn signedIn;
    private final PortOutDecider decider;
    private final ClosedFailures failures;
    private final FormFields fields;
    private final RequestContext context;
    private final Limits limits;
    private final Limited limited;

    EntryResource(SignedIn signedIn, PortOutDecider decider, ClosedFailures failures, FormFields fields,
            RequestContext context, Limits limits,
            Limited limited) {
        this.signedIn = signedIn;
        this.decider = decider;
        this.failures = failures;
        this.fields = fields;
        this.context = context;
        this.limits = limits;
        this.limited = limited;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance form(EntryForm form);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance form() {
        return Templates.form(EntryForm.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@RestForm String id, @RestForm String pin) {
        var typed = EntryForm.typed(Parameters.uuid(id), fields);
        var form = typed;
        var numbers = EntryNumbers.read(form.problem(EntryField.NUMBERS) == null ? form.value(EntryField.NUMBERS) : "");
        if (!numbers.problems().isEmpty()) {
            form = form.refusing(numbers.problems());
        }
        if (form.isFailed()) {
            return answer(Status.BAD_REQUEST, form);
        }
        try {
            return Redirect.to(DeskRequestResource.PATH + "/" + ask(form, numbers, pin == null ? "" : pin).id());
        } catch (LimitReachedException e) {
            return limited.answer(e, () -> Templates.form(typed));
        } catch (RuntimeException e) {
            failures.count(PortOutChannel.DESK, form.value(EntryField.CARRIER), e);
            return answer(Status.SERVICE_UNAVAILABLE, form.leftUndecided());
        }
    }

    private Answer ask(EntryForm form, EntryNumbers numbers, String pin) {
        var question = new PortOutQuestion(
                new RequestingCarrier(null, form.value(EntryField.CARRIER), PortOutChannel.DESK), numbers.numbers())
                .withPon(form.given(EntryField.PON))
                .withPin(pin)
                .withAccount(form.given(EntryField.ACCOUNT_NUMBER), form.given(EntryField.ZIP))
                .withSubscriber(form.given(EntryField.SUBSCRIBER))
                .withBody(form.body(pin))
                .enteredBy(signedIn.getPerson().asActor())
                .from(context.getAddress());
        return limits.within(CostlyWork.VERDICT, signedIn.getPerson().asCaller(), () -> decider.decide(question));
    }

    private static Response answer(Status status, EntryForm form) {
        return Response.status(status).entity(Templates.form(form)).build();
    }
}
