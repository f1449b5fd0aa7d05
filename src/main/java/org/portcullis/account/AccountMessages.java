package org.portcullis.account;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.account.PasswordForm.CurrentProblem;

/** Texts for signing in, for the first set-up and for a person's own account. */
@MessageBundle("account")
interface AccountMessages {

    @Message
    String signIn();

    @Message
    String signInIntro();

    @Message
    String username();

    @Message
    String password();

    @Message
    String signInProblem(SignInProblem problem);

    @Message
    String waitSeconds(long seconds);

    @Message
    String waitMinutes(long minutes);

    @Message
    String flash(AccountFlash flash);

    @Message
    String setUp();

    @Message
    String setUpIntro();

    @Message
    String name();

    @Message
    String email();

    @Message
    String emailHint();

    @Message
    String createAccount();

    @Message
    String passwordHint(int minimum);

    @Message
    String passwordProblem(PasswordProblem problem);

    @Message
    String problem(AccountProblem problem);

    @Message
    String account();

    @Message
    String accountIntro();

    @Message
    String language();

    @Message
    String languageDefault();

    @Message
    String timeZone();

    @Message
    String timeZoneDefault(String zone);

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String changePassword();

    @Message
    String changePasswordIntro();

    @Message
    String currentPassword();

    @Message
    String newPassword();

    @Message
    String currentProblem(CurrentProblem problem);

    @Message
    String role();

    @Message
    String roleName_admin();

    @Message
    String roleName_viewer();

    @Message
    String roleName_desk();

    @Message
    String organization();

    @Message
    String show();

    @Message
    String hide();

    @Message
    String signInAgain();

    @Message
    String signInAgainIntro();

    @Message
    String signInAgainWrong();

    @Message
    String sessionTitle();

    @Message
    String sessionText();

    @Message
    String sessionLeft();

    @Message
    String sessionTime();

    @Message
    String sessionStay();

    @Message
    String sessionNotNow();

    @Message
    String sessionLastText();

    @Message
    String sessionEndedTitle();

    @Message
    String sessionEndedText();

    @Message
    String sessionFailed();

    @Message
    String sessionClose();

    @Message
    String sessionNote(String moment);
}
