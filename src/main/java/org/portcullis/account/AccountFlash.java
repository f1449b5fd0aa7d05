package org.portcullis.account;

/** What the next page says about an account. */
enum AccountFlash {
    SIGNED_OUT, PROFILE_SAVED, PASSWORD_CHANGED, PASSWORD_CHOSEN, FIRST_ACCOUNT_CREATED
}
