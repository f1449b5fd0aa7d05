package org.portcullis.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.portcullis.web.i18n.LanguageChosen;

/** Stores the language that a signed-in person switches to, for later visits and e-mails. */
@ApplicationScoped
class LanguageKeeper {

    private final SignedIn signedIn;

    LanguageKeeper(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Transactional
    void keep(@Observes LanguageChosen choice) {
        if (signedIn.isPresent()) {
            User.byIdForUpdate(signedIn.getPerson().id()).language = choice.language().toLanguageTag();
        }
    }
}
