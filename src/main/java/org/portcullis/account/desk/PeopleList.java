package org.portcullis.account.desk;

import java.util.List;
import org.portcullis.account.Role;
import org.portcullis.account.User;
import org.portcullis.organization.Organization;

/**
 * The people of an organization or of the porting desk.
 *
 * @param organization null for the porting desk
 */
record PeopleList(Organization organization, List<User> people) {

    /** @return whether the organization has no person with an open admin account */
    public boolean isWithoutAdmin() {
        return organization != null
                && people.stream().noneMatch(person -> person.active && Role.ADMIN.equals(person.role));
    }
}
