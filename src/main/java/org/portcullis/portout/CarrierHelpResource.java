package org.portcullis.portout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.portcullis.settings.Settings;

/** The help article for carriers that ask for numbers: for everybody. */
@Path("/help/carriers")
@Produces(MediaType.TEXT_HTML)
class CarrierHelpResource {

    private final Settings settings;

    CarrierHelpResource(Settings settings) {
        this.settings = settings;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance article(List<Refusal> reasons, Duration longestDelay);

        private Templates() {
        }
    }

    /** Only what outsiders ever read. */
    @GET
    public TemplateInstance article() {
        return Templates.article(Refusal.ofReadRequests(), settings.portOut().longestDelay());
    }
}
