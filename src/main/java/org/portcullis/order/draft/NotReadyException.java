package org.portcullis.order.draft;

/** An incomplete order was to be submitted; nothing was changed. */
class NotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReadyException() {
        super("The order still lacks something");
    }
}
