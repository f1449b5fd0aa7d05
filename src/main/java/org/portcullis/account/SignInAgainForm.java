package org.portcullis.account;

import java.time.Duration;
import org.portcullis.web.http.LocalPath;

/**
 * The form that asks a signed-in person for their password; it never holds the password.
 *
 * @param to the page to return to
 * @param problem why the last password was refused, or null
 * @param waitMinutes time until the next attempt, if the problem is a delay
 */
record SignInAgainForm(String to, SignInProblem problem, long waitMinutes) {

    static SignInAgainForm empty(String to) {
        return new SignInAgainForm(LocalPath.of(to), null, 0);
    }

    SignInAgainForm with(SignInProblem found) {
        return new SignInAgainForm(to, found, 0);
    }

    SignInAgainForm waiting(Duration wait) {
        return new SignInAgainForm(to, SignInProblem.DELAYED, wait.toMinutes() + 1);
    }

    public boolean isFailed() {
        return problem != null;
    }
}
