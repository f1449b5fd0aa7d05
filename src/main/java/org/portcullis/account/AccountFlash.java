package org.portcullis.account;

/** What the next page says about an account. */
public enum AccountFlash {
    SIGNED_OUT, PROFILE_SAVED, PASSWORD_CHANGED, PASSWORD_CHOSEN, FIRST_ACCOUNT_CREATED,
    /** A form came after its session had ended, and is kept. */
    FORM_KEPT,
    /** The same with more than is kept. */
    FORM_TOO_LARGE,
    /** A form came from a browser that is not signed in, and is not kept. */
    NOT_SAVED,
    /** The sign-in page was open for too long. */
    SIGN_IN_TOO_OLD;

    /** @return whether it tells of something that was done; else of something that was not */
    public boolean isDone() {
        return compareTo(FORM_KEPT) < 0;
    }
}
