package org.portcullis.order.list;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.util.List;
import java.util.Locale;
import org.portcullis.account.SignedIn;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.Limits;
import org.portcullis.order.OrderMessages;
import org.portcullis.order.OrderPaths;
import org.portcullis.order.PortOrder;
import org.portcullis.organization.Organization;
import org.portcullis.web.http.Downloads;
import org.portcullis.web.i18n.Languages;
import org.portcullis.web.i18n.RequestContext;

/** The list as a file for spreadsheets: all of what is filtered, in the list's order. */
@Path(OrderExportResource.PATH)
@Authenticated
@Blocking
@Produces("text/csv")
class OrderExportResource {

    static final String PATH = OrderPaths.LIST + ".csv";

    /** Orders that are in memory at once. */
    private static final int BATCH = 1_000;

    private final SignedIn signedIn;
    private final RequestContext context;
    private final Limits limits;
    private final Clock clock;
    private final Downloads downloads;

    OrderExportResource(SignedIn signedIn, RequestContext context, Limits limits, Clock clock, Downloads downloads) {
        this.signedIn = signedIn;
        this.context = context;
        this.limits = limits;
        this.clock = clock;
        this.downloads = downloads;
    }

    @GET
    public Response export(@BeanParam OrderListParameters parameters) {
        var query = parameters.toQuery().fromStart();
        var person = signedIn.getPerson();
        if (query.dates().isFailed() || person.isDesk() && query.organizationId() == null) {
            throw new BadRequestException();
        }
        var organization = OrderListParameters.organization(query, person).orElseThrow(NotFoundException::new);
        var language = context.getLanguage();
        var zone = context.getZone();
        var today = LocalDate.ofInstant(clock.instant(), zone).toString();
        var name = Languages.words(OrderMessages.class, language).exportName(today);
        var rows = limits.streaming(CostlyWork.EXPORT, person.asCaller(),
                output -> write(output, organization, query, language, zone, person.isDesk()));
        return Response.ok(downloads.file(rows), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build();
    }

    private static void write(OutputStream output, Organization organization, OrderQuery query, Locale language,
            ZoneId zone,
            boolean withOrganization) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        var csv = new OrderCsv(writer, language, zone, withOrganization);
        csv.header();
        for (var place = query; place != null;) {
            place = batch(csv, organization, place);
        }
        writer.flush();
    }

    /** Each batch is a transaction, so that only one is in memory. */
    private static OrderQuery batch(OrderCsv csv, Organization organization, OrderQuery query) {
        List<PortOrder> orders = QuarkusTransaction.requiringNew()
                .call(() -> OrderFinder.page(organization, query, BATCH));
        for (var order : orders) {
            order.organization = organization;
            csv.row(order);
        }
        return orders.size() < BATCH ? null : query.after(query.sort().cursor(orders.get(orders.size() - 1)));
    }
}
