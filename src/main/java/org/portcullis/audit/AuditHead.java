package org.portcullis.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where the chain ends, and where it begins since older entries were pruned: one row, under a keyed digest, so that
 * entries cut off at either end are missed.
 */
@Entity
@Table(name = "audit_head")
public class AuditHead extends PanacheEntityBase {

    static final int ONLY = 1;
    /** What the standard takes for "leave out what is locked"; the constant is Hibernate's own. */
    private static final Map<String, Object> SKIP_LOCKED = Map.of("jakarta.persistence.lock.timeout", -2);

    @Id
    int id;

    /** Of the last entry; 0 where there is none. */
    public long sequence;

    String link;

    /** When the first entry was sealed; null before that. */
    public Instant since;

    /** Whether entries without a digest are those from before there were digests, and may still get theirs. */
    boolean adopting;

    /** How many were there before there were digests. */
    @Column(name = "adopted_count")
    public long adoptedCount;

    /** Of the last entry that was pruned; 0 where none was. */
    @Column(name = "pruned_sequence")
    public long prunedSequence;

    @Column(name = "pruned_link")
    String prunedLink;

    @Column(name = "pruned_count")
    public long prunedCount;

    /** What was pruned happened before that. */
    @Column(name = "pruned_before")
    public Instant prunedBefore;

    @Column(name = "pruned_at")
    public Instant prunedAt;

    @Column(name = "key_id")
    String keyId;

    String digest;

    /** @return the current head, or nothing if its row was removed */
    public static Optional<AuditHead> current() {
        return findByIdOptional(ONLY);
    }

    /** @return it, for this transaction alone; nothing where it is not there, or another process has it right now */
    static Optional<AuditHead> lockedUnlessTaken() {
        return Optional.ofNullable(
                getEntityManager().find(AuditHead.class, ONLY, LockModeType.PESSIMISTIC_WRITE, SKIP_LOCKED));
    }

    /** @return it, for this transaction alone, as soon as no other process has it */
    static Optional<AuditHead> locked() {
        return Optional.ofNullable(findById(ONLY, LockModeType.PESSIMISTIC_WRITE));
    }

    /** As the migration leaves it. */
    static AuditHead blank() {
        var head = new AuditHead();
        head.id = ONLY;
        head.link = AuditDigest.BEGINNING;
        head.prunedLink = AuditDigest.BEGINNING;
        head.adopting = true;
        return head;
    }

    /** @return what the last entry is sealed by; noted elsewhere, it tells a trail that was put back as a whole */
    public String getLink() {
        return link;
    }

    /** @return whether nothing was ever sealed */
    boolean isNew() {
        return digest == null && since == null && sequence == 0 && prunedSequence == 0;
    }
}
