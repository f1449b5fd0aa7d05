package org.portcullis.account.desk;

import jakarta.ws.rs.BadRequestException;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.AccountProblem;
import org.portcullis.account.Role;
import org.portcullis.organization.Organization;
import org.portcullis.web.http.Addresses;

/**
 * The form of a new account.
 *
 * @param organization null for the porting desk, whose people all have the same role
 * @param id of the new account, chosen with the empty form, so that a form sent twice creates one account
 */
record PersonForm(Organization organization, UUID id, String name, String email, String role,
        AccountProblem nameProblem,
        AccountProblem emailProblem, AccountProblem roleProblem) {

    private static final Set<String> ROLES = Set.of(Role.ADMIN, Role.VIEWER);

    /** The form's fields as the browser sends them. */
    static class Sent {

        @RestForm
        public UUID id;
        @RestForm
        public String name;
        @RestForm
        public String email;
        @RestForm
        public String role;
    }

    /** The fields that were typed before the password was asked for again. */
    static class Typed {

        @RestQuery
        public String name;
        @RestQuery
        public String email;
        @RestQuery
        public String role;
    }

    static PersonForm of(Organization organization, Typed typed) {
        return new PersonForm(organization, UUID.randomUUID(), typed.name == null ? "" : typed.name,
                typed.email == null ? "" : typed.email,
                isRole(typed.role) ? typed.role : "", null, null, null);
    }

    /** @throws BadRequestException if the portal can't have produced this form */
    static PersonForm checked(Organization organization, Sent sent) {
        if (sent.id == null) {
            throw new BadRequestException();
        }
        var role = organization == null ? Role.DESK : sent.role == null ? "" : sent.role;
        return new PersonForm(organization, sent.id, sent.name == null ? "" : sent.name.strip(),
                sent.email == null ? "" : sent.email.strip(), role,
                AccountProblem.ofName(sent.name).orElse(null), AccountProblem.ofEmail(sent.email).orElse(null),
                organization == null || isRole(role) ? null : AccountProblem.ROLE_MISSING);
    }

    /** @return whether a member of an organization can have this role; false for null */
    static boolean isRole(String role) {
        return role != null && ROLES.contains(role);
    }

    PersonForm withTakenEmail() {
        return new PersonForm(organization, id, name, email, role, null, AccountProblem.EMAIL_TAKEN, null);
    }

    public boolean isFailed() {
        return !isValid();
    }

    boolean isValid() {
        return nameProblem == null && emailProblem == null && roleProblem == null;
    }

    /** @return the address of the form, to which it is also sent */
    public String getAction() {
        return getList() + "/new";
    }

    /** @return the address of the form including the typed fields */
    String getAddress() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("name", name);
        typed.put("email", email);
        typed.put("role", organization == null ? "" : role);
        return Addresses.with(getAction(), typed);
    }

    /** @return the address of the list that the new person will appear in */
    public String getList() {
        return organization == null ? PeopleResource.PATH : OrganizationPeopleResource.path(organization.id);
    }
}
