package org.portcullis.audit.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.Limits;
import org.portcullis.web.http.Downloads;
import org.portcullis.web.i18n.Languages;
import org.portcullis.web.i18n.RequestContext;

/** The trail as a file for spreadsheets: all of what is filtered, newest first. */
@Path(TrailExportResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces("text/csv")
class TrailExportResource {

    static final String PATH = TrailList.PATH + ".csv";

    /** Entries that are in memory at once. */
    private static final int BATCH = 1_000;

    private final SignedIn signedIn;
    private final RequestContext context;
    private final Limits limits;
    private final Clock clock;
    private final Downloads downloads;

    TrailExportResource(SignedIn signedIn, RequestContext context, Limits limits, Clock clock, Downloads downloads) {
        this.signedIn = signedIn;
        this.context = context;
        this.limits = limits;
        this.clock = clock;
        this.downloads = downloads;
    }

    @GET
    public Response export(@BeanParam TrailParameters parameters) {
        var query = parameters.toQuery().after(null);
        if (query.problem().isPresent()) {
            throw new BadRequestException();
        }
        var language = context.getLanguage();
        var zone = context.getZone();
        var name = Languages.words(TrailMessages.class, language)
                .exportName(LocalDate.ofInstant(clock.instant(), zone).toString());
        var rows = limits.streaming(CostlyWork.EXPORT, signedIn.getPerson().asCaller(),
                output -> write(output, query, language, zone));
        return Response.ok(downloads.file(rows), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build();
    }

    private static void write(OutputStream output, TrailQuery query, Locale language, ZoneId zone) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        var csv = new TrailCsv(writer, language, zone);
        csv.header();
        for (var place = query; place != null;) {
            place = batch(csv, place, zone);
        }
        writer.flush();
    }

    /** Each batch is a transaction, so that only one is in memory. */
    private static TrailQuery batch(TrailCsv csv, TrailQuery query, ZoneId zone) throws IOException {
        var items = QuarkusTransaction.requiringNew().call(() -> TrailList.items(query.read(zone, BATCH), csv.words()));
        for (var item : items) {
            csv.row(item);
        }
        return items.size() < BATCH ? null : query.after(TrailPlace.of(items.get(items.size() - 1).entry()));
    }
}
