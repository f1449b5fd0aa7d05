package org.portcullis.portout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.portcullis.settings.Settings;

/** The help article on port-out requests for organizations, for everybody, signed in or not. */
@Path("/help/port-out-requests")
@Produces(MediaType.TEXT_HTML)
class RequestHelpResource {

    private final Settings settings;

    RequestHelpResource(Settings settings) {
        this.settings = settings;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance article(List<Check> checks, Settings.PortOut settings);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance article() {
        return Templates.article(Arrays.stream(Check.values()).filter(check -> check != Check.READABLE).toList(), settings.portOut());
    }
}
