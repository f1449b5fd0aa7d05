package org.portcullis.portout;

/** Addresses of the pages about port-out requests, for e-mails and links. */
public final class PortOutPaths {

    public static final String REQUESTS = "/port-out-requests";
    public static final String DESK_REQUESTS = "/desk/port-out-requests";
    static final String LOCKS = "/port-orders/locks";
    static final String PIN = "/port-orders/pin";

    private PortOutPaths() {
    }
}
