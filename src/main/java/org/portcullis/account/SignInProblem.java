package org.portcullis.account;

/** Why a sign-in was refused. */
enum SignInProblem {
    USERNAME_MISSING, PASSWORD_MISSING, REFUSED, DELAYED
}
