package org.portcullis.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * What a verification found wrong.
 *
 * @param sequence the number in the chain, of the first entry where there are several; null where there is none
 * @param lastSequence the number of the last one
 * @param id of the entry, as far as there is one; null otherwise
 * @param at when the entry says that it happened, or null
 * @param detail the id of a key, or what the trail's own entry says; or null
 */
public record AuditFinding(Kind kind, Long sequence, Long lastSequence, UUID id, Instant at, String detail) {

    /** What may be wrong. */
    public enum Kind {
        /** The content is not what the portal wrote: changed, or made up. */
        CHANGED,
        /** The portal wrote it, but it doesn't stand where it was sealed: moved, or its link to the one before changed. */
        OUT_OF_PLACE,
        /** Entries are missing. */
        REMOVED,
        /** A second entry has the same number, or one that was pruned has come back. */
        INSERTED,
        /** It stands after the end. */
        BEYOND_END,
        /** The record of where the trail begins and ends is not what the portal wrote. */
        ENDS_CHANGED,
        /** That record is gone. */
        ENDS_MISSING,
        /** A key isn't there, so that nothing can be said of what it digested. */
        KEY_MISSING,
        /** The running portal noticed that the audit trail was tampered with, and recorded that in it. */
        NOTICED,
        /** Entries are missing that a recorded restore of the database lost. */
        LOST_IN_RESTORE,
        /** The portal noticed while running what a recorded restore had done. */
        RESTORE_NOTICED
    }

    static AuditFinding of(Kind kind, AuditEntry entry) {
        return new AuditFinding(kind, entry.sequence, entry.sequence, entry.id, entry.at, null);
    }

    static AuditFinding noticed(AuditEntry entry) {
        return new AuditFinding(Kind.NOTICED, entry.sequence, entry.sequence, entry.id, entry.at, entry.detail);
    }

    static AuditFinding removed(long first, long last) {
        return new AuditFinding(Kind.REMOVED, first, last, null, null, null);
    }

    static AuditFinding keyMissing(String keyId, long sequence) {
        return new AuditFinding(Kind.KEY_MISSING, sequence, sequence, null, null, keyId);
    }

    static AuditFinding ofEnds(Kind kind) {
        return new AuditFinding(kind, null, null, null, null, null);
    }

    /** @return the same place, seen as something else */
    AuditFinding as(Kind other) {
        return new AuditFinding(other, sequence, lastSequence, id, at, detail);
    }

    /** @return whether this is tampering; a missing key only prevents the check, and a recorded restore is known */
    public boolean isTampering() {
        return kind != Kind.KEY_MISSING && !isOfRestore();
    }

    /** @return whether a recorded restore explains it */
    public boolean isOfRestore() {
        return kind == Kind.LOST_IN_RESTORE || kind == Kind.RESTORE_NOTICED;
    }
}
