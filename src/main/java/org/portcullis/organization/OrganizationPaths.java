package org.portcullis.organization;

import java.util.UUID;

/** Addresses of the desk's pages of organizations that other pages lead to. */
public final class OrganizationPaths {

    public static final String DESK = "/desk/organizations";

    private OrganizationPaths() {
    }

    /** @return the desk's page of the organization */
    public static String of(UUID id) {
        return DESK + "/" + id;
    }
}
