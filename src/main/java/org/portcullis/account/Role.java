package org.portcullis.account;

/** What a person may do. {@code @RolesAllowed} names these constants. */
public final class Role {

    /** Telephony admin of an organization: sees its orders and sets its port-out PIN. */
    public static final String ADMIN = "admin";
    /** Sees what the admin sees, but can't edit anything. */
    public static final String VIEWER = "viewer";
    /** Porting desk of the provider: sees the orders of every organization, but no port-out PIN. */
    public static final String DESK = "desk";

    private Role() {
    }
}
