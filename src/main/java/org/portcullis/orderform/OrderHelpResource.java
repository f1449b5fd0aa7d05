package org.portcullis.orderform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.portcullis.portorder.PortOrderState;

/** The help article on port orders, for everybody, signed in or not. */
@Path("/help/port-orders")
@Produces(MediaType.TEXT_HTML)
class OrderHelpResource {

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance article(List<PortOrderState> states);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance article() {
        return Templates.article(List.of(PortOrderState.values()));
    }
}
