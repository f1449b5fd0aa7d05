package org.portcullis.account;

/** The form behind a one-time link: whose password it is, and what is wrong with the one that was typed. */
record PasswordLinkForm(String email, PasswordProblem problem) {

    public boolean isFailed() {
        return problem != null;
    }
}
