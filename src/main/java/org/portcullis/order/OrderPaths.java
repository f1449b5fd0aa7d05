package org.portcullis.order;

/** Addresses of the port order pages that other pages link to. */
public final class OrderPaths {

    public static final String LIST = "/port-orders";
    public static final String PIN = LIST + "/pin";
    public static final String COMPROMISED_PIN = PIN + "/compromised";

    private OrderPaths() {
    }
}
