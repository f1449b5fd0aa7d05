package org.portcullis.account;

import java.time.Duration;

/** The problems of a password change, field by field. The typed passwords are not kept. */
record PasswordForm(CurrentProblem current, long waitMinutes, PasswordProblem next) {

    enum CurrentProblem {
        MISSING, WRONG, DELAYED
    }

    static final PasswordForm EMPTY = new PasswordForm(null, 0, null);

    static PasswordForm refused(CurrentProblem problem) {
        return new PasswordForm(problem, 0, null);
    }

    static PasswordForm waiting(Duration wait) {
        return new PasswordForm(CurrentProblem.DELAYED, wait.toMinutes() + 1, null);
    }

    public boolean isFailed() {
        return !isValid();
    }

    boolean isValid() {
        return current == null && next == null;
    }
}
