package org.portcullis.account.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.Role;
import org.portcullis.account.User;
import org.portcullis.account.desk.PeopleResource.Templates;
import org.portcullis.organization.Organization;
import org.portcullis.organization.OrganizationPaths;
import org.portcullis.web.form.Flash;

/** The people of an organization, and new accounts for them. */
@Path(OrganizationPaths.DESK + "/{id}/people")
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class OrganizationPeopleResource {

    private final NewUsers newUsers;
    private final RecentSignIn recent;
    private final Flash flash;

    OrganizationPeopleResource(NewUsers newUsers, RecentSignIn recent, Flash flash) {
        this.newUsers = newUsers;
        this.recent = recent;
        this.flash = flash;
    }

    static String path(UUID organizationId) {
        return OrganizationPaths.of(organizationId) + "/people";
    }

    private static Organization found(UUID id) {
        return Optional.ofNullable(Organization.byId(id)).orElseThrow(NotFoundException::new);
    }

    @GET
    public TemplateInstance list(@RestPath UUID id) {
        var organization = found(id);
        return Templates.list(new PeopleList(organization, User.of(organization)));
    }

    @GET
    @Path("new")
    public Response form(@RestPath UUID id, @BeanParam PersonForm.Typed typed) {
        return PeopleResource.form(PersonForm.of(found(id), typed), recent);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("new")
    public Response create(@RestPath UUID id, @BeanParam PersonForm.Sent sent) {
        var organization = found(id);
        return PeopleResource.create(PersonForm.checked(organization, sent), newUsers, recent, flash);
    }
}
