package org.portcullis.order.draft;

/** A port-out order was to be submitted by a person who did not give their password recently; nothing was changed. */
class SignInNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignInNeededException() {
        super("The password has to be given again");
    }
}
