package org.portcullis.account;

import java.time.Duration;
import java.util.Set;
import org.portcullis.web.http.LocalPath;

/**
 * The sign-in form as shown. After an error, it shows the name again, but never the password.
 *
 * @param waitSeconds time until the next attempt, if the problem is a delay
 */
record SignInForm(String username, String to, SignInProblem problem, long waitSeconds, Set<AccountFlash> flash) {

    /** The submitted name may be of any length, but no e-mail address is longer than this. */
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

    /**
     * @return whether the problem belongs to that field; a refusal belongs to neither, so as not to reveal which was
     * wrong
     */
    public boolean isAbout(String id) {
        return problem == SignInProblem.USERNAME_MISSING && id.equals("username")
                || problem == SignInProblem.PASSWORD_MISSING && id.equals("password");
    }

    /** @return the id of the field to focus */
    public String getField() {
        return problem == SignInProblem.PASSWORD_MISSING ? "password" : "username";
    }

    /** @return the delay in whole minutes if it exceeds a minute, else 0 */
    public long getWaitMinutes() {
        return waitSeconds > 60 ? (waitSeconds + 59) / 60 : 0;
    }
}
