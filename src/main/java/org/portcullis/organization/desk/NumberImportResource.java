package org.portcullis.organization.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.job.desk.JobPaths;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limited;
import org.portcullis.limit.Limits;
import org.portcullis.organization.OrganizationPaths;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** Accepts a CSV file of telephone numbers; the page of the background job reports the result for each. */
@Path(OrganizationPaths.DESK + "/{id}/numbers/import")
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class NumberImportResource {

    private final NumberImport numberImport;
    private final SignedIn signedIn;
    private final AuditTrail audit;
    private final RequestContext context;
    private final Limits limits;
    private final Limited limited;

    NumberImportResource(NumberImport numberImport, SignedIn signedIn, AuditTrail audit, RequestContext context,
            Limits limits,
            Limited limited) {
        this.numberImport = numberImport;
        this.signedIn = signedIn;
        this.audit = audit;
        this.context = context;
        this.limits = limits;
        this.limited = limited;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance form(NumberImportForm form);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance form(@RestPath UUID id) {
        return Templates.form(new NumberImportForm(OrganizationResource.found(id), UUID.randomUUID(), null, ""));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestPath UUID id, @RestForm UUID work, @RestForm("file") FileUpload file) {
        var organization = OrganizationResource.found(id);
        if (work == null) {
            throw new BadRequestException();
        }
        NumberFile numbers;
        try {
            numbers = file == null || file.size() == 0 ? NumberFile.missing()
                    : limits.within(CostlyWork.NUMBER_LIST,
                            signedIn.getPerson().asCaller(), () -> NumberFile.read(file.uploadedFile(), organization));
        } catch (LimitReachedException e) {
            return limited.answer(e, () -> Templates.form(new NumberImportForm(organization, work, null, "")));
        }
        if (numbers.problem() != null) {
            return Response.status(Status.BAD_REQUEST)
                    .entity(Templates
                            .form(new NumberImportForm(organization, work, numbers.problem(), numbers.columns())))
                    .build();
        }
        audit.record(AuditEvent.NUMBERS_ADDED, signedIn.getPerson().asActor(), new Subject(id, organization.name, id),
                context.getAddress());
        numberImport.start(work, organization, signedIn.getPerson(), numbers.lines());
        return Redirect.to(JobPaths.of(work));
    }
}
