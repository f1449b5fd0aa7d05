package org.portcullis.order.draft;

/** An order was to be sent that still lacks something; nothing was changed. */
class NotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReadyException() {
        super("The order still lacks something");
    }
}
