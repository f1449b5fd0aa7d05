package org.portcullis.account;

/** Why somebody is not signed in. */
enum SignInProblem {
    USERNAME_MISSING, PASSWORD_MISSING, REFUSED, DELAYED
}
