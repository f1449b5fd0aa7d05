package org.portcullis.portout.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.Limits;
import org.portcullis.portout.YearlyCounts;
import org.portcullis.web.i18n.Languages;
import org.portcullis.web.i18n.RequestContext;
import org.portcullis.web.i18n.Spreadsheet;

/** The counts of port-out requests of each year, as listed in 47 CFR 52.37, for spreadsheets. */
@Path(YearlyCountsResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces("text/csv")
class YearlyCountsResource {

    static final String PATH = "/desk/port-out-counts.csv";

    private final SignedIn signedIn;
    private final Limits limits;
    private final RequestContext context;
    private final Clock clock;

    YearlyCountsResource(SignedIn signedIn, Limits limits, RequestContext context, Clock clock) {
        this.signedIn = signedIn;
        this.limits = limits;
        this.context = context;
        this.clock = clock;
    }

    @GET
    public Response counts() throws IOException {
        var words = Languages.words(CountMessages.class, context.getLanguage());
        var text = new StringWriter();
        var csv = Spreadsheet.open(text, context.getLanguage());
        csv.row(words.year(), words.requests(), words.successful(), words.failed(), words.awaiting(),
                words.fraudulent(), words.reported());
        var all = limits.within(CostlyWork.EXPORT, signedIn.getPerson().asCaller(),
                () -> YearlyCounts.all(clock.instant()));
        for (YearlyCounts counts : all) {
            csv.row(counts.year(), counts.requests(), counts.successful(), counts.failed(), counts.awaiting(),
                    counts.fraudulent(),
                    counts.reported());
        }
        return Response.ok(text.toString(), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + words.file() + "\"").build();
    }
}
