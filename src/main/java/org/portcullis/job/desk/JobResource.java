package org.portcullis.job.desk;

import io.quarkus.arc.All;
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
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.job.Job;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.Limits;
import org.portcullis.web.http.Downloads;
import org.portcullis.web.i18n.RequestContext;

/** How far long work is, and its report, on the page and as a file. */
@Path(JobPaths.ROOT + "/{id}")
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class JobResource {

    /** So that the page follows the work without a script. */
    private static final int SECONDS_TO_NEXT_LOOK = 3;

    private final SignedIn signedIn;
    private final Limits limits;
    private final RequestContext context;
    private final Clock clock;
    private final List<ReportOrigin> origins;
    private final Downloads downloads;

    JobResource(SignedIn signedIn, Limits limits, RequestContext context, Clock clock, Downloads downloads,
            @All List<ReportOrigin> origins) {
        this.signedIn = signedIn;
        this.limits = limits;
        this.context = context;
        this.clock = clock;
        this.origins = origins;
        this.downloads = downloads;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance progress(JobPage page);

        private Templates() {
        }
    }

    @GET
    public Response progress(@RestPath UUID id, @RestQuery String outcome, @RestQuery String page) {
        var shown = JobPage.of(id, outcome, page, clock.instant(), origins);
        var answer = Response.ok(Templates.progress(shown));
        return (shown.isRunning() ? answer.header("Refresh", SECONDS_TO_NEXT_LOOK) : answer).build();
    }

    @GET
    @Path("report.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response report(@RestPath UUID id) {
        var work = QuarkusTransaction.requiringNew().call(() -> Job.byId(id)).orElseThrow(NotFoundException::new);
        var report = new ReportFile(id, ReportKind.byName(work.kind).orElseThrow(NotFoundException::new),
                context.getLanguage());
        return Response
                .ok(downloads.file(limits.streaming(CostlyWork.EXPORT, signedIn.getPerson().asCaller(), report::write)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report.csv\"").build();
    }
}
