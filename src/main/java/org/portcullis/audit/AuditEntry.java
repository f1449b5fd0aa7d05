package org.portcullis.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One thing that happened. It is added once and never changed; it never holds a PIN, a password or a key. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry extends PanacheEntityBase {

    @Id
    @Column(updatable = false)
    public UUID id;

    @Column(updatable = false)
    public Instant at;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    public AuditEvent event;

    /** Who did it; absent where nobody was signed in and no account is concerned. */
    @Column(name = "actor_id", updatable = false)
    public UUID actorId;

    /** The name at that time, so that the row still tells it when the account is gone. */
    @Column(name = "actor_name", updatable = false)
    public String actorName;

    @Column(name = "organization_id", updatable = false)
    public UUID organizationId;

    /** What or whom it was done to, where that is not who did it. */
    @Column(name = "subject_id", updatable = false)
    public UUID subjectId;

    @Column(name = "subject_name", updatable = false)
    public String subjectName;

    /** What the event alone does not say, such as from which state to which; never anything secret. */
    @Column(updatable = false)
    public String detail;

    /** The network address that it was asked for from. */
    @Column(updatable = false)
    public String address;
}
