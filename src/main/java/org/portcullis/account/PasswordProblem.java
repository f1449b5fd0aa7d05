package org.portcullis.account;

/** Why a new password is refused. */
enum PasswordProblem {
    MISSING, TOO_SHORT, TOO_LONG, COMMON, PERSONAL, UNUSABLE
}
