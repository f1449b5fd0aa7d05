package org.portcullis.order;

/** Addresses of pages about port orders that others lead to. */
public final class OrderPaths {

    public static final String LIST = "/port-orders";
    public static final String PIN = LIST + "/pin";
    public static final String COMPROMISED_PIN = PIN + "/compromised";

    private OrderPaths() {
    }
}
