package org.portcullis.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.security.jpa.Password;
import io.quarkus.security.jpa.PasswordType;
import io.quarkus.security.jpa.Roles;
import io.quarkus.security.jpa.UserDefinition;
import io.quarkus.security.jpa.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.organization.Organization;

/** A person's account. */
@Entity
@Table(name = "portal_user")
@UserDefinition
public class User extends PanacheEntityBase {

    /** Digest of a random, unknown text, at the same cost. */
    private static final String UNUSABLE_PASSWORD = "$2a$12$WjjahjFovUgRkKL.5vw87.Y45.6k7Vbgetb6UwVbJ3uWjMVmLKPuW";

    @Id
    public UUID id;

    /** Used for signing in and for notifications; in lower case. */
    @Username
    public String email;

    public String name;

    /** See {@link PasswordDigest}. */
    @Password(value = PasswordType.CUSTOM, provider = PasswordDigest.class)
    String password;

    /** A constant of {@link Role}. */
    @Roles
    public String role;

    /** Null for the porting desk. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Organization organization;

    /** BCP 47 tag of the chosen language, or null. */
    public String language;

    /** The chosen time zone; null means the organization's. */
    @Column(name = "time_zone")
    public ZoneId timeZone;

    public boolean active;

    @Column(name = "created_at")
    public Instant createdAt;

    @Version
    public int version;

    public static User create(String email, String name, String role, Organization organization, String password,
            Instant now) {
        var user = new User();
        user.id = UUID.randomUUID();
        user.email = normalized(email);
        user.name = name;
        user.role = role;
        user.organization = organization;
        user.active = true;
        user.createdAt = now;
        user.changePassword(hashOf(password));
        user.persist();
        return user;
    }

    /** An account without a password: its owner chooses one by a one-time link. */
    static User invited(UUID id, String email, String name, String role, Organization organization, Instant now) {
        var user = new User();
        user.id = id;
        user.email = normalized(email);
        user.name = name;
        user.role = role;
        user.organization = organization;
        user.active = true;
        user.createdAt = now;
        user.password = UNUSABLE_PASSWORD;
        user.persistAndFlush();
        return user;
    }

    public static User byId(UUID id) {
        return User.<User>find("from User u left join fetch u.organization where u.id = ?1", id).firstResult();
    }

    /** Reads the current account and locks it until the transaction ends. */
    static User byIdForUpdate(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    public static Optional<User> byEmail(String email) {
        return find("email", normalized(email)).firstResultOptional();
    }

    /** @return the organization's people, open accounts first */
    public static List<User> of(Organization organization) {
        return list("organization = ?1 order by active desc, name, email", organization);
    }

    /** @return the people of the porting desk, open accounts first */
    public static List<User> ofTheDesk() {
        return list("role = ?1 order by active desc, name, email", Role.DESK);
    }

    public static long countOf(Organization organization) {
        return count("organization = ?1 and active = true", organization);
    }

    /** The desk's open accounts, locked until the transaction ends. */
    static List<User> activeOfTheDeskForUpdate() {
        return User.<User>find("role = ?1 and active = true order by id", Role.DESK)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    public static boolean existAny() {
        return find("").page(0, 1).firstResult() != null;
    }

    /** @return the people who receive notifications about the organization */
    public static List<User> adminsOf(Organization organization) {
        return list("organization = ?1 and role = ?2 and active = true order by email", organization, Role.ADMIN);
    }

    static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** @return whether the person has ever chosen a password; until then, signing in is impossible */
    public boolean hasChosenPassword() {
        return !UNUSABLE_PASSWORD.equals(password);
    }

    public boolean isOfTheDesk() {
        return Role.DESK.equals(role);
    }

    /** Slow on purpose: call it before taking locks that others wait for. */
    static String hashOf(String newPassword) {
        return PasswordDigest.of(newPassword);
    }

    /** @param newHash by {@link #hashOf} */
    void changePassword(String newHash) {
        password = newHash;
    }

    /** @return the tried password, in the form from which the stored digest was made */
    String prepared(String tried) {
        return PasswordDigest.prepared(tried, password);
    }

    /** @return whether the account is open and still has the password that was compared */
    boolean isAsVerified(User verified) {
        return active && password.equals(verified.password);
    }

    /** Takes as long as comparing a password, so that response times don't reveal whether an account exists. */
    static void takeAsLongAsAPassword(String tried) {
        PasswordDigest.matches(tried, UNUSABLE_PASSWORD);
    }

    /** @return the language of e-mails to this person */
    public Locale noticeLanguage() {
        return language != null ? Locale.forLanguageTag(language)
                : organization != null ? organization.language() : Locale.US;
    }

    public ZoneId zone() {
        return timeZone != null ? timeZone : organization != null ? organization.timeZone : ZoneId.of("UTC");
    }

    public Actor asActor() {
        return new Actor(id, name, organization == null ? null : organization.id);
    }
}
