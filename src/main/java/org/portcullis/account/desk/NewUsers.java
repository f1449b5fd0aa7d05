package org.portcullis.account.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.Locale;
import org.portcullis.account.People;
import org.portcullis.account.SignedIn;
import org.portcullis.account.User;
import org.portcullis.web.i18n.RequestContext;

/** Creates accounts for the desk: each only once, and each with a unique e-mail address. */
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
     * Creates the account, unless the form has a problem.
     *
     * @return the form; it names a problem if the e-mail address is taken
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
            // Another request came first: the same form sent twice, or another one with the same address.
            if (isMade(form)) {
                return form;
            }
            if (isTaken(form)) {
                return form.withTakenEmail();
            }
            throw e;
        }
    }

    /**
     * New members of the desk start with the desk's language, others with their organization's, until they choose one.
     */
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
