package org.portcullis.account;

import java.time.Duration;
import java.util.Set;
import org.portcullis.web.http.LocalPath;

/**
 * The sign-in form as it is shown: the name comes back after an error, the password never.
 *
 * @param waitSeconds how long the next try has to wait, where the problem is that
 */
record SignInForm(String username, String to, SignInProblem problem, long waitSeconds, Set<AccountFlash> flash) {

    /** What somebody sends as a name may be of any length; no address is longer. */
    private static final int LONGEST_NAME = 254;

    static SignInForm empty(String to, Set<AccountFlash> flash) {
        return new SignInForm("", LocalPath.of(to), null, 0, flash);
    }

    static SignInForm sent(String username, String to) {
        var shown = username == null || username.length() > LONGEST_NAME ? "" : username.strip();
        return new SignInForm(shown, LocalPath.of(to), null, 0, Set.of());
    }

    SignInForm with(SignInProblem found) {
        return new SignInForm(username, to, found, 0, Set.of());
    }

    SignInForm waiting(Duration wait) {
        return new SignInForm(username, to, SignInProblem.DELAYED, wait.toSeconds() + 1, Set.of());
    }

    public boolean isFailed() {
        return problem != null;
    }

    /** @return whether the problem belongs to that field; a refusal belongs to neither, so as to tell nothing */
    public boolean isAbout(String id) {
        return problem == SignInProblem.USERNAME_MISSING && id.equals("username")
                || problem == SignInProblem.PASSWORD_MISSING && id.equals("password");
    }

    /** @return the id of the field to go to */
    public String getField() {
        return problem == SignInProblem.PASSWORD_MISSING ? "password" : "username";
    }

    /** @return the wait in whole minutes, where it is longer than a minute, else 0 */
    public long getWaitMinutes() {
        return waitSeconds > 60 ? (waitSeconds + 59) / 60 : 0;
    }
}
