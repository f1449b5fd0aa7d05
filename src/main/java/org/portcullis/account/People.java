package org.portcullis.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.organization.Organization;

/** The porting desk's actions on other people's accounts. Each runs in one transaction with its audit row. */
@ApplicationScoped
public class People {

    /** Why an account is not closed. */
    public enum Refusal {
        /** A person can't close their own account: a slip would lock them out. */
        ONESELF,
        /** At least one member of the desk must be able to open accounts again. */
        LAST_OF_THE_DESK
    }

    private final PasswordLinks links;
    private final AuditTrail audit;
    private final Event<PasswordLinkMade> linkMade;
    private final Event<AdminMade> adminMade;
    private final Clock clock;

    People(PasswordLinks links, AuditTrail audit, Event<PasswordLinkMade> linkMade, Event<AdminMade> adminMade,
            Clock clock) {
        this.links = links;
        this.audit = audit;
        this.linkMade = linkMade;
        this.adminMade = adminMade;
        this.clock = clock;
    }

    /**
     * Creates an account and sends its owner an e-mail with the link to choose a password.
     *
     * @param id of the new account; chosen with the form, so that a form sent twice creates one account
     * @param role a constant of {@link Role}
     * @param organization null for the porting desk
     * @param language of e-mails to the person; null for the organization's language
     * @throws PersistenceException if an account with this id or e-mail address was created meanwhile
     */
    @Transactional
    public void create(UUID id, String name, String email, String role, Organization organization, Locale language,
            Actor by,
            String address) {
        var user = User.invited(id, email, name, role, organization, clock.instant());
        user.language = language == null ? null : language.toLanguageTag();
        record(AuditEvent.ACCOUNT_CREATED, user, word(role), by, address);
        sendLink(user, by, address);
        announce(user, by);
    }

    /** @param role {@link Role#ADMIN} or {@link Role#VIEWER}, for a member of an organization */
    @Transactional
    public void changeRole(UUID id, String role, Actor by, String address) {
        var user = User.byIdForUpdate(id);
        if (!user.role.equals(role)) {
            record(AuditEvent.ROLE_CHANGED, user, word(user.role) + " → " + word(role), by, address);
            user.role = role;
            announce(user, by);
        }
    }

    /**
     * Closes an account and ends all its sessions and its one-time link.
     *
     * @return why the account was not closed, if it was not
     */
    @Transactional
    public Optional<Refusal> deactivate(UUID id, Actor by, String address) {
        if (id.equals(by.id())) {
            return Optional.of(Refusal.ONESELF);
        }
        // Locked before the account itself, so that two members of the desk can't close each other's account.
        var desk = User.activeOfTheDeskForUpdate();
        if (desk.size() == 1 && desk.get(0).id.equals(id)) {
            return Optional.of(Refusal.LAST_OF_THE_DESK);
        }
        var user = User.byIdForUpdate(id);
        if (user.active) {
            user.active = false;
            UserSession.endAllOf(id);
            PasswordLink.endOf(id);
            record(AuditEvent.ACCOUNT_DEACTIVATED, user, by, address);
        }
        return Optional.empty();
    }

    /** Opens a closed account again, with its former password. */
    @Transactional
    public void reactivate(UUID id, Actor by, String address) {
        var user = User.byIdForUpdate(id);
        if (!user.active) {
            user.active = true;
            record(AuditEvent.ACCOUNT_REACTIVATED, user, by, address);
            announce(user, by);
        }
    }

    /**
     * Sends a new one-time link, which replaces the previous one. The password stays valid until the link is used: a
     * link for the wrong person must not lock the right one out, and a compromised account is closed instead.
     *
     * @return whether the account is open
     */
    @Transactional
    public boolean renewLink(UUID id, Actor by, String address) {
        var user = User.byIdForUpdate(id);
        if (user.active) {
            sendLink(user, by, address);
        }
        return user.active;
    }

    private void announce(User user, Actor by) {
        if (!Role.VIEWER.equals(user.role)) {
            adminMade.fire(new AdminMade(user, by.name()));
        }
    }

    private void sendLink(User user, Actor by, String address) {
        var link = links.make(user);
        record(AuditEvent.PASSWORD_LINK_CREATED, user, by, address);
        linkMade.fire(new PasswordLinkMade(user, link.id, link.expiresAt));
    }

    private void record(AuditEvent event, User user, Actor by, String address) {
        record(event, user, null, by, address);
    }

    private void record(AuditEvent event, User user, String detail, Actor by, String address) {
        audit.record(event, by, new Subject(user.id, user.email, user.asActor().organizationId()), detail, address);
    }

    /** @return the role as a key that the audit trail translates for its readers */
    private static String word(String role) {
        return role.toUpperCase(Locale.ROOT);
    }
}
