package org.portcullis.account;

import java.time.Duration;
import org.portcullis.web.http.LocalPath;

/**
 * The form that asks a person who is signed in for their password; it never holds one.
 *
 * @param to where they came from
 * @param problem why the last one was not taken, or null
 * @param waitMinutes how long the next try has to wait, where the problem is that
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
