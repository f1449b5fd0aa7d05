package org.portcullis.audit;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.portcullis.audit.AuditFinding.Kind;

/**
 * Reads entries in the order of the chain and says which are not as they were sealed. After something wrong it goes on in
 * such a way that the rest is not held to be wrong for it.
 */
final class ChainCheck {

    /** How many links are remembered after something wrong: an entry may follow one that was moved from just before it. */
    private static final int REMEMBERED = 8;

    private final AuditDigest digest;
    private final Consumer<AuditFinding> findings;
    private final Set<String> missingKeys = new HashSet<>();
    private final ArrayDeque<String> recent = new ArrayDeque<>();
    /** The number that comes next. */
    private long expected;
    /** The link of the entry before; null where it is not known, so that anything may follow. */
    private String previous;
    /** Whether the entry before stood where it was sealed. */
    private boolean certain;
    /** Whether its content was what the portal wrote. */
    private boolean genuine;

    /**
     * @param expected the number of the first entry
     * @param previous what it is linked to; null where that is not known
     */
    ChainCheck(AuditDigest digest, long expected, String previous, Consumer<AuditFinding> findings) {
        this.digest = digest;
        this.findings = findings;
        restart(expected, previous);
    }

    private void restart(long newExpected, String newPrevious) {
        expected = newExpected;
        previous = newPrevious;
        certain = true;
        genuine = true;
        recent.clear();
        remember(newPrevious);
    }

    long expected() {
        return expected;
    }

    /** What is before that number was pruned meanwhile. */
    void skipTo(long next, String link) {
        if (next > expected) {
            restart(next, link);
        }
    }

    /** The entry that comes next in the order of numbers. */
    void next(AuditEntry entry) {
        if (entry.sequence < expected) {
            again(entry, isGenuine(entry));
            return;
        }
        if (entry.sequence > expected) {
            if (previous != null && digest.knows(entry.linkKeyId) && fits(entry, expected, before())) {
                // It was sealed with the number that is missed here.
                findings.accept(AuditFinding.of(Kind.OUT_OF_PLACE, entry));
                follow(entry.link, expected + 1, true, isGenuine(entry));
                return;
            }
            endsAt(entry.sequence - 1);
        }
        var isGenuine = isGenuine(entry);
        var fits = previous == null || fits(entry, entry.sequence, before());
        if (!fits) {
            if (isGenuine) {
                findings.accept(AuditFinding.of(Kind.OUT_OF_PLACE, entry));
            }
            remember(computed(entry));
        }
        follow(entry.link, entry.sequence + 1, fits, isGenuine);
        if (isGenuine && AuditEvent.TRAIL_BROKEN.name().equals(entry.event)) {
            findings.accept(AuditFinding.noticed(entry));
        }
    }

    /** One more entry with a number that was there already, or is before the beginning. */
    private void again(AuditEntry entry, boolean isGenuine) {
        var isTheRightOne = isGenuine && !(certain && genuine) && entry.sequence == expected - 1
                && digest.knows(entry.linkKeyId)
                && fits(entry, entry.sequence, recent);
        if (isTheRightOne) {
            follow(entry.link, expected, true, true);
        } else if (isGenuine) {
            findings.accept(AuditFinding.of(Kind.INSERTED, entry));
        }
    }

    private void follow(String link, long next, boolean isCertain, boolean isGenuine) {
        expected = next;
        previous = link == null ? "" : link;
        remember(previous);
        certain = isCertain;
        genuine = isGenuine;
    }

    private void remember(String link) {
        if (link == null) {
            return;
        }
        recent.addLast(link);
        while (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
    }

    private String computed(AuditEntry entry) {
        return digest.knows(entry.linkKeyId)
                ? digest.link(entry.linkKeyId, previous, entry.sequence, entry.digestOrNone())
                : null;
    }

    private Collection<String> before() {
        return certain ? List.of(previous) : recent;
    }

    /** @return whether the entry was sealed with that number after one of those links; true where its key is not there */
    private boolean fits(AuditEntry entry, long sequence, Collection<String> before) {
        if (entry.link == null || entry.linkKeyId == null) {
            return false;
        }
        if (!isKeyKnown(entry.linkKeyId, entry)) {
            return true;
        }
        // The digest itself may be what was changed: then the entry still stands where it should.
        var own = digest.knows(entry.keyId) ? digest.of(entry) : entry.digestOrNone();
        return before.stream().anyMatch(
                link -> isLink(entry, link, sequence, entry.digestOrNone()) || isLink(entry, link, sequence, own));
    }

    private boolean isLink(AuditEntry entry, String before, long sequence, String content) {
        return AuditDigest.same(entry.link, digest.link(entry.linkKeyId, before, sequence, content));
    }

    /** Says so if it is not. @return whether its content is what the portal wrote, or nothing can be said of it */
    boolean isGenuine(AuditEntry entry) {
        if (entry.digest != null && entry.keyId != null && !isKeyKnown(entry.keyId, entry)) {
            return true;
        }
        var isGenuine = entry.keyId != null && digest.isGenuine(entry);
        if (!isGenuine) {
            findings.accept(AuditFinding.of(Kind.CHANGED, entry));
        }
        return isGenuine;
    }

    private boolean isKeyKnown(String keyId, AuditEntry entry) {
        if (digest.knows(keyId)) {
            return true;
        }
        if (missingKeys.add(keyId)) {
            findings.accept(AuditFinding.keyMissing(keyId, entry.sequence == null ? 0 : entry.sequence));
        }
        return false;
    }

    /** The entries that are left up to that number are gone. */
    void endsAt(long last) {
        if (expected <= last) {
            findings.accept(AuditFinding.removed(expected, last));
            restart(last + 1, null);
        }
    }

    /** @return whether the entry before the next one has that link; true where nothing is known of it */
    boolean isEndedBy(String link) {
        return previous == null || !certain || AuditDigest.same(previous, link);
    }
}
