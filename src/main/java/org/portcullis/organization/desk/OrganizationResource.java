package org.portcullis.organization.desk;

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
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.Role;
import org.portcullis.account.User;
import org.portcullis.lock.PortOutLock;
import org.portcullis.organization.Organization;
import org.portcullis.organization.OrganizationPaths;
import org.portcullis.organization.TelephoneNumber;
import org.portcullis.pin.PortOutPin;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.Paging;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Addresses;

/** The provider's customers: all of them, and one with what belongs to it. */
@Path(OrganizationPaths.DESK)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class OrganizationResource {

    private static final int PAGE_SIZE = 50;

    private final Flash flash;

    OrganizationResource(Flash flash) {
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(List<Organization> organizations, String search, PinFilter pins,
                Paging paging);

        static native TemplateInstance detail(Organization organization, long numbers, long people, PortOutPin pin,
                Locks locks,
                Set<OrganizationFlash> flash);

        private Templates() {
        }
    }

    /**
     * Which organizations the list shows.
     *
     * @param chosen whether only those whose PIN was warned about as easy to guess
     * @param count of those
     * @param all the address of the list without the filter
     * @param guessable the address of the list with it
     */
    public record PinFilter(boolean chosen, long count, String all, String guessable) {

        private static final String PARAMETER = "pin";
        private static final String GUESSABLE = "guessable";

        static PinFilter of(String pin, String search) {
            var query = search.isEmpty() ? Map.<String, String>of() : Map.of("q", search);
            var filtered = new TreeMap<>(query);
            filtered.put(PARAMETER, GUESSABLE);
            return new PinFilter(GUESSABLE.equals(pin), Organization.countNamedAmong(search, PortOutPin.IDS_GUESSABLE),
                    query.isEmpty() ? OrganizationPaths.DESK : Addresses.with(OrganizationPaths.DESK, query),
                    Addresses.with(OrganizationPaths.DESK, filtered));
        }

        Map<String, String> parameters(String search) {
            return Map.of("q", search, PARAMETER, chosen ? GUESSABLE : "");
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
    @GET
    public TemplateInstance list(@RestQuery String q, @RestQuery String pin, @RestQuery String page) {
        var search = Parameters.search(q);
        var pins = PinFilter.of(pin, search);
        var paging = Paging.of(page, pins.chosen() ? pins.count() : Organization.countNamed(search), PAGE_SIZE,
                OrganizationPaths.DESK, pins.parameters(search));
        var organizations = pins.chosen()
                ? Organization.namedAmong(search, PortOutPin.IDS_GUESSABLE, paging.index(), PAGE_SIZE)
                : Organization.named(search, paging.index(), PAGE_SIZE);
        return Templates.list(organizations, search, pins, paging);
    }

    @GET
    @Path("{id}")
    public TemplateInstance detail(@RestPath UUID id) {
        var organization = found(id);
        return Templates.detail(organization, TelephoneNumber.countOf(id, ""), User.countOf(organization),
                PortOutPin.of(id).orElse(null),
                new Locks(PortOutLock.isWhole(id), PortOutLock.countNumbers(id)), flash.take(OrganizationFlash.class));
    }
}
