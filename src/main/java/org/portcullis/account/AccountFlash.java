package org.portcullis.account;

/** What the next page reports about an account. */
public enum AccountFlash {
    SIGNED_OUT, PROFILE_SAVED, PASSWORD_CHANGED, PASSWORD_CHOSEN, FIRST_ACCOUNT_CREATED,
    /** A form was sent after its session had ended; its fields are kept. */
    FORM_KEPT,
    /** As {@link #FORM_KEPT}, but the form is too large to be kept. */
    FORM_TOO_LARGE,
    /** A form was sent by a browser that is not signed in; it is not kept. */
    NOT_SAVED,
    /** The sign-in page was open for too long. */
    SIGN_IN_TOO_OLD;

    /** @return whether the message reports a completed action rather than a failed one */
    public boolean isDone() {
        return compareTo(FORM_KEPT) < 0;
    }
}
