package org.portcullis.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.organization.Organization;

/** The person that a request comes from, for resources and for the frame around every page. */
@Named("signedIn")
@RequestScoped
public class SignedIn {

    static final String PERSON = "portcullis.person";

    private final SecurityIdentity identity;

    @Inject
    SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean isPresent() {
        return identity.getAttribute(PERSON) != null;
    }

    /** @throws IllegalStateException if nobody is signed in */
    public Person getPerson() {
        Person person = identity.getAttribute(PERSON);
        if (person == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return person;
    }

    /**
     * A person as they were when the request began.
     *
     * @param organizationId of their organization; absent for the porting desk
     */
    public record Person(UUID id, String name, String email, String role, UUID organizationId,
            String organizationName) {

        /**
         * @param named the organization that an address names, or null; only the desk may name one, and it has to
         * @return the organization that the person means, if they may
         */
        public Optional<Organization> organization(UUID named) {
            return isDesk() == (named == null) ? Optional.empty()
                    : Optional.ofNullable(Organization.byId(isDesk() ? named : organizationId));
        }

        /** @return whom costly work counts for: all of an organization together, each of the porting desk alone */
        public String asCaller() {
            return isDesk() ? asPersonalCaller() : "organization:" + organizationId;
        }

        /** @return the same for what each person does with their own account */
        public String asPersonalCaller() {
            return "person:" + id;
        }

        public boolean isAdmin() {
            return Role.ADMIN.equals(role);
        }

        public boolean isViewer() {
            return Role.VIEWER.equals(role);
        }

        public boolean isDesk() {
            return Role.DESK.equals(role);
        }

        public Actor asActor() {
            return new Actor(id, name, organizationId);
        }
    }
}
