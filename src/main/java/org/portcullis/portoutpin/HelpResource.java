package org.portcullis.portoutpin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The help article on the port-out PIN, for everybody, signed in or not. */
@Path("/help/port-out-pin")
@Produces(MediaType.TEXT_HTML)
class HelpResource {

    private final PortOutPinPolicy policy;
    private final PortOutPinLife life;

    HelpResource(PortOutPinPolicy policy, PortOutPinLife life) {
        this.policy = policy;
        this.life = life;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance portOutPin(PortOutPinPolicy policy, PortOutPinLife life);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance article() {
        return Templates.portOutPin(policy, life);
    }
}
