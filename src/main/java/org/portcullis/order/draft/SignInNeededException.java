package org.portcullis.order.draft;

/** An order that moves numbers out was to be sent by somebody who did not give their password just now; nothing was changed. */
class SignInNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignInNeededException() {
        super("The password has to be given again");
    }
}
