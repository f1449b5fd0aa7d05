package org.portcullis.help;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.portcullis.order.PortOrderState;
import org.portcullis.pin.PortOutPinLife;
import org.portcullis.pin.PortOutPinPolicy;
import org.portcullis.portout.PortOutCheck;
import org.portcullis.portout.Refusal;
import org.portcullis.settings.Settings;

/** The help articles, for everyone, signed in or not. None asks the database. */
@Path("/help")
@Produces(MediaType.TEXT_HTML)
class HelpResource {

    private final PortOutPinPolicy policy;
    private final PortOutPinLife life;
    private final Settings settings;

    HelpResource(PortOutPinPolicy policy, PortOutPinLife life, Settings settings) {
        this.policy = policy;
        this.life = life;
        this.settings = settings;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance portOutPin(PortOutPinPolicy policy, PortOutPinLife life);

        static native TemplateInstance portOrders(List<PortOrderState> states);

        static native TemplateInstance portOutRequests(List<PortOutCheck> checks, Settings.PortOut settings);

        static native TemplateInstance carriers(List<Refusal> reasons, Duration longestDelay);

        private Templates() {
        }
    }

    @GET
    @Path("port-out-pin")
    public TemplateInstance portOutPin() {
        return Templates.portOutPin(policy, life);
    }

    @GET
    @Path("port-orders")
    public TemplateInstance portOrders() {
        return Templates.portOrders(List.of(PortOrderState.values()));
    }

    @GET
    @Path("port-out-requests")
    public TemplateInstance portOutRequests() {
        var checks = Arrays.stream(PortOutCheck.values()).filter(check -> check != PortOutCheck.READABLE).toList();
        return Templates.portOutRequests(checks, settings.portOut());
    }

    /** For carriers that ask for numbers: only what outsiders ever read. */
    @GET
    @Path("carriers")
    public TemplateInstance carriers() {
        return Templates.carriers(Refusal.ofReadRequests(), settings.portOut().longestDelay());
    }
}
