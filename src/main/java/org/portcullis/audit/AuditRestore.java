package org.portcullis.audit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.portcullis.audit.AuditFinding.Kind;
import org.portcullis.audit.AuditSealer.Fault;

/**
 * A restore of the database as an operator recorded it, in an entry of the trail: who, why, and exactly what it explains. It
 * explains nothing that happened after it was recorded, and no other gap than the one that it names.
 *
 * @param at the moment of the restore: the last entry that is left was written before, and the next one after
 * @param anchor the number of the last entry that was left; 0 where none was
 * @param link of that entry, so that the record is good for no other trail
 * @param firstLost the first of the numbers that are missing since; 0 where none are, since the ends were restored with the entries
 * @param lastLost the last one
 * @param recordedAt when it was recorded
 */
public record AuditRestore(Instant at, long anchor, String link, long firstLost, long lastLost, Instant recordedAt) {

    /** A running portal notices within a second; one that had to wait for the database, when it is there again. */
    private static final Duration NOTICED_WITHIN = Duration.ofHours(1);
    private static final Set<Fault> BY_A_RESTORE = Set.of(Fault.SHORTENED, Fault.ENTRY_MISSING);
    private static final int PARTS = 5;

    /** @return what the entry says, if it is a record of a restore and can be read */
    public static Optional<AuditRestore> of(AuditEntry entry) {
        if (!AuditEvent.RESTORE_RECORDED.name().equals(entry.event) || entry.detail == null) {
            return Optional.empty();
        }
        var parts = entry.detail.split(" ");
        try {
            return parts.length == PARTS
                    ? Optional.of(new AuditRestore(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2],
                            Long.parseLong(parts[3]), Long.parseLong(parts[4]), entry.at))
                    : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @return how the entry's detail keeps it */
    String text() {
        return at + " " + anchor + " " + link + " " + firstLost + " " + lastLost;
    }

    public boolean hasLost() {
        return firstLost > 0;
    }

    /** @return whether it says why these numbers are missing */
    boolean explains(long first, long last) {
        return hasLost() && first >= firstLost && last <= lastLost;
    }

    /** @return whether it says why a running portal noticed that */
    boolean explains(AuditFinding noticed) {
        if (noticed.kind() != Kind.NOTICED || noticed.at().isBefore(at) || noticed.at().isAfter(recordedAt)
                || noticed.at().isAfter(at.plus(NOTICED_WITHIN)) || noticed.detail() == null) {
            return false;
        }
        var words = noticed.detail().split(" ");
        if (BY_A_RESTORE.stream().noneMatch(fault -> fault.name().equals(words[0]))) {
            return false;
        }
        return words[0].equals(Fault.SHORTENED.name()) ? endsAt(words) >= anchor : isFromBefore(words);
    }

    private static long endsAt(String[] words) {
        return words.length == 2 && words[1].matches("[0-9]{1,18}") ? Long.parseLong(words[1]) : -1;
    }

    /** What was written after the restore was not lost by it. */
    private boolean isFromBefore(String[] words) {
        try {
            return !Instant.parse(words[words.length - 1]).isAfter(at);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
