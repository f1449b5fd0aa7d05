package org.portcullis.account.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.Locale;
import org.portcullis.account.People;
import org.portcullis.account.SignedIn;
import org.portcullis.account.User;
import org.portcullis.web.i18n.RequestContext;

/** Makes the accounts that the desk asks for: each once, and none with an e-mail address that another one has. */
@ApplicationScoped
class NewUsers {

    private final People people;
    private final SignedIn signedIn;
    private final RequestContext context;

    NewUsers(People people, SignedIn signedIn, RequestContext context) {
        this.people = people;
        this.signedIn = signedIn;
        this.context = context;
    }

    /**
     * Makes the account, unless something is wrong with the form.
     *
     * @return the same form, with the problem that its e-mail address is taken where it is
     */
    PersonForm create(PersonForm form) {
        if (!form.isValid() || isMade(form)) {
            return form;
        }
        if (isTaken(form)) {
            return form.withTakenEmail();
        }
        try {
            people.create(form.id(), form.name(), form.email(), form.role(), form.organization(), language(form),
                    signedIn.getPerson().asActor(), context.getAddress());
            return form;
        } catch (PersistenceException e) {
            // Somebody was faster: the same form sent twice, or another one with the same address.
            if (isMade(form)) {
                return form;
            }
            if (isTaken(form)) {
                return form.withTakenEmail();
            }
            throw e;
        }
    }

    /** A colleague reads what the desk reads; everybody else their organization's language, until they choose one. */
    private Locale language(PersonForm form) {
        return form.organization() == null ? context.getLanguage() : null;
    }

    private static boolean isMade(PersonForm form) {
        return QuarkusTransaction.requiringNew()
                .call(() -> User.byEmail(form.email()).filter(user -> user.id.equals(form.id())).isPresent());
    }

    private static boolean isTaken(PersonForm form) {
        return QuarkusTransaction.requiringNew().call(() -> User.byEmail(form.email()).isPresent());
    }
}
