package org.portcullis.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.Limits;
import org.portcullis.web.Downloads;
import org.portcullis.web.Visit;
import org.portcullis.work.Work;

/** How far long work is, and its report, on the page and as a file. */
@Path(WorkResource.PATH + "/{id}")
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class WorkResource {

    static final String PATH = "/desk/work";

    /** So that the page follows the work without a script. */
    private static final int SECONDS_TO_NEXT_LOOK = 3;

    private final SignedIn signedIn;
    private final Limits limits;
    private final Visit visit;
    private final Clock clock;
    private final Downloads downloads;

    WorkResource(SignedIn signedIn, Limits limits, Visit visit, Clock clock, Downloads downloads) {
        this.signedIn = signedIn;
        this.limits = limits;
        this.visit = visit;
        this.clock = clock;
        this.downloads = downloads;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance progress(WorkPage page);

        private Templates() {
        }
    }

    @GET
    public Response progress(@RestPath UUID id, @RestQuery String outcome, @RestQuery String page) {
        var shown = WorkPage.of(id, outcome, page, clock.instant());
        var answer = Response.ok(Templates.progress(shown));
        return (shown.isRunning() ? answer.header("Refresh", SECONDS_TO_NEXT_LOOK) : answer).build();
    }

    @GET
    @Path("report.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response report(@RestPath UUID id) {
        var work = QuarkusTransaction.requiringNew().call(() -> Work.byId(id)).orElseThrow(NotFoundException::new);
        var report = new ReportFile(id, ReportKind.byName(work.kind).orElseThrow(NotFoundException::new), visit.getLanguage());
        return Response.ok(downloads.file(limits.streaming(CostlyWork.EXPORT, signedIn.getPerson().asCaller(), report::write)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report.csv\"").build();
    }
}
