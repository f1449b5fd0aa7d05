package org.portcullis.account;

/** What a person may do. The constants are what {@code @RolesAllowed} names. */
public final class Role {

    /** Telephony admin of an organization: sees its orders, sets its port-out PIN. */
    public static final String ADMIN = "admin";
    /** Sees what the admin sees, changes nothing. */
    public static final String VIEWER = "viewer";
    /** Porting desk of the provider: any organization's orders, nobody's PIN. */
    public static final String DESK = "desk";

    private Role() {
    }
}
