package org.portcullis.account;

/** The form behind a one-time link: the account's e-mail address, and the problem of the typed password. */
record PasswordLinkForm(String email, PasswordProblem problem) {

    public boolean isFailed() {
        return problem != null;
    }
}
