package org.portcullis.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.organization.Organization;

/** The person who makes the current request, for resources and for the page layout. */
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

    /** @throws IllegalStateException if the request is anonymous */
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
     * @param organizationId null for the porting desk
     */
    public record Person(UUID id, String name, String email, String role, UUID organizationId,
            String organizationName) {

        /**
         * @param named the organization named in the address, or null; required for the porting desk, and forbidden for
         * others
         * @return the organization that the request is about, if the person may access it
         */
        public Optional<Organization> organization(UUID named) {
            return isDesk() == (named == null) ? Optional.empty()
                    : Optional.ofNullable(Organization.byId(isDesk() ? named : organizationId));
        }

        /**
         * @return the key for rate limits of costly work: shared by an organization, but individual for members of the
         * porting desk
         */
        public String asCaller() {
            return isDesk() ? asPersonalCaller() : "organization:" + organizationId;
        }

        /** @return the key for rate limits of actions on the person's own account */
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
