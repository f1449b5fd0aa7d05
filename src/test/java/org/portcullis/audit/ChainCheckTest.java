package org.portcullis.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.portcullis.settings.TestKeys;

class ChainCheckTest {

    private final AuditDigest digest = new AuditDigest(TestKeys.ring("test"));
    private final List<AuditEntry> chain = new ArrayList<>();

    ChainCheckTest() {
        var link = AuditDigest.BEGINNING;
        for (long sequence = 1; sequence <= 10; sequence++) {
            var entry = AuditDigestTest.entry();
            entry.id = new UUID(0, sequence);
            entry.at = entry.at.plusSeconds(sequence);
            digest.digest(entry);
            seal(entry, link, sequence);
            link = entry.link;
            chain.add(entry);
        }
    }

    private void seal(AuditEntry entry, String before, long sequence) {
        entry.sequence = sequence;
        entry.linkKeyId = "test";
        entry.link = digest.link("test", before, sequence, entry.digestOrNone());
    }

    private AuditEntry at(long sequence) {
        return chain.stream().filter(entry -> entry.sequence == sequence).findFirst().orElseThrow();
    }

    /** @return each finding as its kind and the numbers of the entries */
    private List<String> findings() {
        return findings(digest);
    }

    private List<String> findings(AuditDigest with) {
        var found = new ArrayList<String>();
        Consumer<AuditFinding> findings = finding -> found.add(finding.kind() + " " + finding.sequence()
                + (finding.lastSequence().equals(finding.sequence()) ? "" : "-" + finding.lastSequence()));
        var check = new ChainCheck(with, 1, AuditDigest.BEGINNING, findings);
        chain.sort(Comparator.<AuditEntry, Long>comparing(entry -> entry.sequence).thenComparing(entry -> entry.at));
        chain.forEach(check::next);
        check.endsAt(10);
        return found;
    }

    @Test
    void findsNothingInAWholeChain() {
        assertEquals(List.of(), findings());
    }

    @Test
    void findsWhatWasChanged() {
        at(4).detail = "something else";
        assertEquals(List.of("CHANGED 4"), findings());
    }

    @Test
    void findsAChangedDigestAndLinkAndKey() {
        at(2).digest = "f".repeat(64);
        at(5).link = "f".repeat(64);
        at(8).digest = null;
        assertEquals(List.of("CHANGED 2", "OUT_OF_PLACE 5", "CHANGED 8"), findings());
    }

    @Test
    void findsWhatWasRemovedWhereverItWas() {
        chain.removeIf(entry -> List.of(1L, 5L, 6L, 10L).contains(entry.sequence));
        assertEquals(List.of("REMOVED 1", "REMOVED 5-6", "REMOVED 10"), findings());
    }

    @Test
    void findsTwoThatChangedPlaces() {
        var one = at(4);
        var other = at(5);
        one.sequence = 5L;
        other.sequence = 4L;
        assertEquals(List.of("OUT_OF_PLACE 4", "OUT_OF_PLACE 5"), findings());
    }

    @Test
    void findsTwoThatChangedPlacesAndLinks() {
        var one = at(4);
        var other = at(5);
        one.sequence = 5L;
        other.sequence = 4L;
        var link = one.link;
        one.link = other.link;
        other.link = link;
        assertEquals(List.of("OUT_OF_PLACE 4", "OUT_OF_PLACE 5"), findings());
    }

    @Test
    void findsANewNumber() {
        at(4).sequence = 5L;
        assertEquals(List.of("OUT_OF_PLACE 5"), findings());
    }

    @Test
    void findsANumberFarAway() {
        at(4).sequence = 20L;
        assertEquals(List.of("REMOVED 4", "REMOVED 11-19"), findings());
    }

    @Test
    void findsWhatWasPutIn() {
        var made = AuditDigestTest.entry();
        made.id = UUID.randomUUID();
        made.at = at(6).at.minusSeconds(1);
        made.sequence = 6L;
        made.keyId = "test";
        made.digest = "e".repeat(64);
        made.linkKeyId = "test";
        made.link = "e".repeat(64);
        chain.add(made);
        assertEquals(List.of("CHANGED 6"), findings());
    }

    @Test
    void findsAnotherHistory() {
        // The end was put back, and the portal sealed something else with the same number.
        var other = AuditDigestTest.entry();
        other.id = UUID.randomUUID();
        other.at = at(10).at.plusSeconds(1);
        digest.digest(other);
        seal(other, at(9).link, 10);
        chain.add(other);
        assertEquals(List.of("INSERTED 10"), findings());
    }

    @Test
    void saysWhichKeyIsMissing() {
        assertEquals(List.of("KEY_MISSING 1"), findings(new AuditDigest(TestKeys.ring("other"))));
    }

    @Test
    void saysWhatThePortalNoticedItself() {
        var entry = at(10);
        entry.event = AuditEvent.TRAIL_BROKEN.name();
        digest.digest(entry);
        seal(entry, at(9).link, 10);
        assertEquals(List.of("NOTICED 10"), findings());
    }

    @Test
    void findsEveryShuffledOrder() {
        var numbers = new ArrayList<>(chain.stream().map(entry -> entry.sequence).toList());
        Collections.rotate(numbers, 1);
        for (int i = 0; i < chain.size(); i++) {
            chain.get(i).sequence = numbers.get(i);
        }
        assertEquals(10, findings().size());
    }
}
