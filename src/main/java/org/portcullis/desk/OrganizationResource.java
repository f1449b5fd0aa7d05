package org.portcullis.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.Role;
import org.portcullis.account.User;
import org.portcullis.lock.PortOutLock;
import org.portcullis.organization.Organization;
import org.portcullis.organization.TelephoneNumber;
import org.portcullis.web.Flash;
import org.portcullis.web.Parameters;

/** The provider's customers: all of them, and one with what belongs to it. */
@Path(OrganizationResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class OrganizationResource {

    static final String PATH = "/desk/organizations";

    private static final int PAGE_SIZE = 50;

    private final Flash flash;

    OrganizationResource(Flash flash) {
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(List<Organization> organizations, String search, Paging paging);

        static native TemplateInstance detail(Organization organization, long numbers, long people, Locks locks,
                Set<OrganizationFlash> flash);

        private Templates() {
        }
    }

    /**
     * An organization's port-out locks.
     *
     * @param whole whether all its numbers are locked
     * @param numbers how many are locked one by one
     */
    public record Locks(boolean whole, long numbers) {
    }

    /** @throws NotFoundException if there is none with this id */
    static Organization found(UUID id) {
        return Optional.ofNullable(Organization.byId(id)).orElseThrow(NotFoundException::new);
    }

    /** @return the address of an organization's page */
    static String path(UUID id) {
        return PATH + "/" + id;
    }

    @GET
    public TemplateInstance list(@RestQuery String q, @RestQuery String page) {
        var search = Parameters.search(q);
        var paging = Paging.of(page, Organization.countNamed(search), PAGE_SIZE, PATH, Map.of("q", search));
        return Templates.list(Organization.named(search, paging.index(), PAGE_SIZE), search, paging);
    }

    @GET
    @Path("{id}")
    public TemplateInstance detail(@RestPath UUID id) {
        var organization = found(id);
        return Templates.detail(organization, TelephoneNumber.countOf(id, ""), User.countOf(organization),
                new Locks(PortOutLock.isWhole(id), PortOutLock.countNumbers(id)), flash.take(OrganizationFlash.class));
    }
}
