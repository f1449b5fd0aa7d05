package org.portcullis.order.detail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.portcullis.settings.Settings;

/**
 * The porting desk's contact data, if the provider has configured it: shown wherever a user is referred to the desk.
 */
@Named("deskContact")
@ApplicationScoped
public class DeskContact {

    private final String telephone;
    private final String email;

    /** For the client proxy. */
    DeskContact() {
        this.telephone = null;
        this.email = null;
    }

    @Inject
    DeskContact(Settings settings) {
        this.telephone = settings.desk().telephone().orElse(null);
        this.email = settings.desk().email().orElse(null);
    }

    public boolean isKnown() {
        return telephone != null || email != null;
    }

    /** @return in E.164, or null */
    public String getTelephone() {
        return telephone;
    }

    /** @return the e-mail address, or null */
    public String getEmail() {
        return email;
    }
}
