package org.portcullis.portout.carrier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;

/** Creates, rotates and revokes carriers' credentials, each with an audit row. */
@ApplicationScoped
public class Carriers {

    private final SecretDigest digest;
    private final AuditTrail audit;
    private final Clock clock;

    Carriers(SecretDigest digest, AuditTrail audit, Clock clock) {
        this.digest = digest;
        this.audit = audit;
        this.clock = clock;
    }

    /** The result of a change. */
    enum Done {
        DONE, NAME_TAKEN,
        /** The same form was submitted before. */
        BEFORE,
        /** Another user created a credential after the form was shown. */
        OVERTAKEN
    }

    /**
     * The result of creating a credential.
     *
     * @param secret to be shown in this answer only; null unless it was created now
     */
    record Made(Done done, NewSecret secret) {
    }

    /**
     * Creates a carrier with its first credential.
     *
     * @param id generated with the empty form, so that a repeated submission creates it once
     */
    Made create(UUID id, String name, Protocol protocol, Actor desk, String address) {
        return attempt(() -> {
            var made = digest.generate(protocol);
            insert(id, name, protocol, made, desk, address);
            return new Made(Done.DONE, made);
        }, () -> {
            if (Carrier.byId(id).isPresent()) {
                return Optional.of(new Made(Done.BEFORE, null));
            }
            return Carrier.named(name, protocol).map(other -> new Made(Done.NAME_TAKEN, null));
        });
    }

    /** For the demo, whose credentials are public: creates a carrier with exactly that credential, unless it exists. */
    public void createKnown(String name, Protocol protocol, String username, String secret, Actor desk) {
        QuarkusTransaction.joiningExisting().run(() -> {
            if (CarrierSecret.byUsername(username).isEmpty()) {
                insert(UUID.randomUUID(), name, protocol, new NewSecret(username, secret), desk, null);
            }
        });
    }

    private void insert(UUID id, String name, Protocol protocol, NewSecret made, Actor desk, String address) {
        var carrier = Carrier.create(id, name, protocol, desk.name(), clock.instant());
        add(carrier, UUID.randomUUID(), made, desk.name(), clock.instant());
        record(AuditEvent.CREDENTIAL_CREATED, carrier, made.username(), desk, address);
    }

    /**
     * Creates a credential; the valid ones stay valid during the overlap. For a revoked carrier, it ends the
     * revocation.
     *
     * @param secretId generated with the form, so that a repeated submission creates it once
     * @param latest the newest credential when the form was shown, or null
     */
    Made rotate(UUID carrierId, UUID secretId, UUID latest, Overlap overlap, Actor desk, String address) {
        return attempt(() -> {
            var carrier = Carrier.byIdForUpdate(carrierId);
            var before = CarrierSecret.of(carrierId);
            if (before.stream().anyMatch(secret -> secret.id.equals(secretId))) {
                return new Made(Done.BEFORE, null);
            }
            if (before.stream().findFirst().filter(newest -> !newest.id.equals(latest)).isPresent()) {
                return new Made(Done.OVERTAKEN, null);
            }
            var now = clock.instant();
            before.stream().filter(secret -> secret.state(now).isOpen())
                    .forEach(secret -> secret.expireAt(now.plus(overlap.duration())));
            carrier.revokedAt = null;
            carrier.revokedBy = null;
            var made = digest.generate(carrier.protocol);
            add(carrier, secretId, made, desk.name(), now);
            record(AuditEvent.CREDENTIAL_ROTATED, carrier, made.username() + ", " + overlap, desk, address);
            return new Made(Done.DONE, made);
        }, () -> CarrierSecret.byId(secretId).map(other -> new Made(Done.BEFORE, null)));
    }

    /** Revokes the carrier as a whole at once, and deletes its certificates. */
    void revoke(UUID carrierId, Actor desk, String address) {
        QuarkusTransaction.requiringNew().run(() -> {
            var carrier = Carrier.byIdForUpdate(carrierId);
            if (carrier.revokedAt == null) {
                var now = clock.instant();
                carrier.revokedAt = now;
                carrier.revokedBy = desk.name();
                CarrierSecret.of(carrierId).forEach(secret -> secret.revoke(desk.name(), now));
                CarrierCertificate.removeAll(carrierId);
                record(AuditEvent.CREDENTIAL_REVOKED, carrier, null, desk, address);
            }
        });
    }

    /** Revokes one credential at once. */
    void revokeSecret(UUID carrierId, UUID secretId, Actor desk, String address) {
        QuarkusTransaction.requiringNew().run(() -> {
            var carrier = Carrier.byIdForUpdate(carrierId);
            var now = clock.instant();
            CarrierSecret.of(carrierId).stream()
                    .filter(secret -> secret.id.equals(secretId) && secret.state(now).isOpen())
                    .forEach(secret -> {
                        secret.revoke(desk.name(), now);
                        record(AuditEvent.CREDENTIAL_REVOKED, carrier, secret.username, desk, address);
                    });
        });
    }

    /** @param explanation finds out in a new transaction why the database refused the change */
    private static Made attempt(Supplier<Made> work, Supplier<Optional<Made>> explanation) {
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } catch (PersistenceException e) {
            return QuarkusTransaction.requiringNew().call(explanation::get).orElseThrow(() -> e);
        }
    }

    private void add(Carrier carrier, UUID id, NewSecret made, String who, Instant now) {
        var secret = new CarrierSecret();
        secret.id = id;
        secret.carrier = carrier;
        secret.username = made.username();
        secret.keyId = digest.currentKeyId();
        secret.digest = digest.of(made);
        secret.createdAt = now;
        secret.createdBy = who;
        secret.persistAndFlush();
    }

    /**
     * @param detail the user name of the credential, which is no secret, and further details; null for all credentials
     */
    private void record(AuditEvent event, Carrier carrier, String detail, Actor desk, String address) {
        audit.record(event, desk, new Subject(carrier.id, carrier.name, null),
                carrier.protocol + (detail == null ? "" : " " + detail), address);
    }
}
