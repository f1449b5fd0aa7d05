package org.portcullis.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.portcullis.settings.TestKeys;

class AuditDigestTest {

    private final AuditDigest digest = new AuditDigest(TestKeys.ring("first"));

    static AuditEntry entry() {
        var entry = new AuditEntry();
        entry.id = UUID.fromString("00000000-0000-4000-8000-000000000001");
        entry.at = Instant.parse("2026-06-02T12:30:00.123456Z");
        entry.event = AuditEvent.SIGNED_IN.name();
        return entry;
    }

    @Test
    void differsForEachFieldThatDiffers() {
        List<Consumer<AuditEntry>> changes = List.of(entry -> {}, entry -> entry.id = UUID.randomUUID(),
                entry -> entry.at = entry.at.plusNanos(1_000), entry -> entry.event = "SIGNED_OUT",
                entry -> entry.actorId = new UUID(1, 1), entry -> entry.organizationId = new UUID(1, 1),
                entry -> entry.subjectId = new UUID(1, 1), entry -> entry.actorName = "",
                entry -> entry.actorName = "a",
                entry -> entry.subjectName = "", entry -> entry.subjectName = "a", entry -> entry.detail = "",
                entry -> entry.detail = "a", entry -> entry.address = "", entry -> entry.address = "a",
                entry -> entry.adopted = true);
        var digests = new HashSet<String>();
        for (var change : changes) {
            var entry = entry();
            change.accept(entry);
            digest.digest(entry);
            digests.add(entry.digest);
        }
        assertEquals(changes.size(), digests.size());
    }

    @Test
    void takesNoSeparatorForTheEndOfAField() {
        var one = entry();
        one.detail = "a";
        one.address = "b";
        var other = entry();
        other.detail = "ab";
        other.address = "";
        digest.digest(one);
        digest.digest(other);
        assertNotEquals(one.digest, other.digest);
    }

    @Test
    void goesOnKnowingWhatAnOlderKeyDigested() {
        var entry = entry();
        digest.digest(entry);
        assertTrue(new AuditDigest(TestKeys.ring("first", "second")).isGenuine(entry));
        assertFalse(new AuditDigest(TestKeys.ring("second")).knows(entry.keyId));
        entry.keyId = "second";
        assertFalse(new AuditDigest(TestKeys.ring("first", "second")).isGenuine(entry), "the key is digested too");
    }

    @Test
    void keepsTextAsBothDatabasesDo() {
        assertEquals("abc", AuditTrail.kept("abcd", 3));
        assertEquals("ab", AuditTrail.kept("ab\ud83d\ude00", 3), "no half of a character");
        assertEquals("ab", AuditTrail.kept("a\0b", 3));
        assertEquals("", AuditTrail.kept("", 3));
    }
}
