package org.portcullis.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;

/** The trail tampered with in each way, behind the portal's back; afterwards it is put back as it was. */
@QuarkusTest
class AuditVerificationTest extends PortalTest {

    private static final String COLUMNS = "id, at, event, actor_id, actor_name, organization_id, address, subject_id, subject_name,"
            + " detail, key_id, digest, adopted, sequence, link_key_id, link";

    @Inject
    AuditTrail trail;

    @Inject
    AuditSealer sealer;

    @Inject
    AuditWitness witness;

    @Inject
    AuditPruning pruning;

    @Inject
    AuditVerification verification;

    @Inject
    AuditRestores restores;

    @Inject
    TestClock clock;

    private long last;

    private static boolean areOthersSealed;

    @BeforeEach
    void write() {
        if (!areOthersSealed) {
            // Other classes wrote at times that they moved their clock to: those entries get their places first.
            clock.reset();
            sealer.seal();
            areOthersSealed = true;
        }
        for (int i = 0; i < 8; i++) {
            record("Entry " + i);
        }
        sealer.seal();
        last = number("select max(sequence) as n from audit_entry");
        assertEquals(List.of(), findings(), "nothing was wrong before");
        Row.update("create table kept_entry as select * from audit_entry");
        Row.update("create table kept_head as select * from audit_head");
    }

    @AfterEach
    void putBack() {
        Row.update("delete from audit_entry");
        Row.update("insert into audit_entry (" + COLUMNS + ") select " + COLUMNS + " from kept_entry");
        Row.update("delete from audit_head");
        Row.update("insert into audit_head select * from kept_head");
        Row.update("drop table kept_entry");
        Row.update("drop table kept_head");
        clock.reset();
        // What was written and put back in this test is nobody else's.
        QuarkusTransaction.requiringNew().run(() -> witness.missing());
        witness.isShorter(last);
    }

    private void record(String detail) {
        QuarkusTransaction.requiringNew().run(() -> trail.record(AuditEvent.SIGNED_IN,
                new Actor(UUID.randomUUID(), "Ana; \"O’Neil\" 李", null), new Subject(null, "a|b,\n", UUID.randomUUID()),
                detail, "192.0.2.1"));
    }

    private static long number(String sql, Object... parameters) {
        return Long.parseLong(Row.select(sql, parameters).get(0).get("n"));
    }

    private List<AuditFinding> all() {
        var found = new ArrayList<AuditFinding>();
        verification.sections().forEach(section -> found.addAll(verification.verify(section, 100).findings()));
        return found;
    }

    /** @return each finding as its kind and how far from the last entry it is */
    private List<String> findings() {
        return all().stream().map(finding -> finding.kind() + (finding.sequence() == null ? ""
                : " " + (finding.sequence() - last)
                        + (finding.lastSequence().equals(finding.sequence()) ? ""
                                : " to " + (finding.lastSequence() - last))))
                .toList();
    }

    private int update(String what, long fromLast) {
        return Row.update("update audit_entry set " + what + " where sequence = ?", last + fromLast);
    }

    private void remove(long first, long end) {
        Row.update("delete from audit_entry where sequence between ? and ?", last + first, last + end);
    }

    @Test
    void findsEachChangedField() {
        for (String change : List.of("event = 'SIGNED_OUT'", "event = 'NEVER_KNOWN'", "actor_name = 'Eve'",
                "actor_name = null", "actor_id = null",
                "organization_id = null", "subject_name = ''", "subject_id = organization_id", "detail = null",
                "address = '192.0.2.2'",
                "adopted = true", "digest = '0'", "digest = null", "at = at + interval '1' second")) {
            update(change, -3);
            assertEquals(List.of("CHANGED -3"), findings(), change);
            assertEquals(id(-3), all().get(0).id().toString());
            Row.update("delete from audit_entry where sequence = ?", last - 3);
            Row.update("insert into audit_entry (" + COLUMNS + ") select " + COLUMNS
                    + " from kept_entry where sequence = ?", last - 3);
            assertEquals(List.of(), findings());
        }
    }

    private String id(long fromLast) {
        return Row.select("select id from audit_entry where sequence = ?", last + fromLast).get(0).get("id");
    }

    @Test
    void findsWhatWasRemoved() {
        remove(-2, -2);
        assertEquals(List.of("REMOVED -2"), findings());
    }

    @Test
    void findsWhatWasRemovedAtTheEnd() {
        remove(-2, 0);
        assertEquals(List.of("REMOVED -2 to 0"), findings());
    }

    @Test
    void findsWhatWasRemovedAtTheBeginning() {
        var first = number("select min(sequence) as n from audit_entry");
        Row.update("delete from audit_entry where sequence < ?", first + 2);
        assertEquals(List.of("REMOVED " + (first - last) + " to " + (first + 1 - last)), findings());
    }

    @Test
    void findsThatAllWasRemoved() {
        var first = number("select min(sequence) as n from audit_entry");
        Row.update("delete from audit_entry");
        assertEquals(List.of("REMOVED " + (first - last) + " to 0"), findings());
    }

    @Test
    void findsWhatWasPutIn() {
        Row.update("insert into audit_entry (" + COLUMNS
                + ") select ?, at, 'PIN_SET', actor_id, actor_name, organization_id, address, subject_id,"
                + " subject_name, detail, key_id, digest, adopted, sequence, link_key_id, link from audit_entry where sequence = ?",
                UUID.randomUUID(), last - 4);
        assertEquals(List.of("CHANGED -4"), findings());
    }

    @Test
    void findsWhatWasPutInAfterTheEnd() {
        Row.update("insert into audit_entry (" + COLUMNS
                + ") select ?, at, 'PIN_SET', actor_id, actor_name, organization_id, address, subject_id,"
                + " subject_name, detail, key_id, digest, adopted, sequence + 1, link_key_id, link from audit_entry where sequence = ?",
                UUID.randomUUID(), last);
        assertEquals(List.of("CHANGED 1", "BEYOND_END 1"), findings());
    }

    @Test
    void findsWhatWasPutInWithoutAPlace() {
        Row.update("insert into audit_entry (id, at, event) values (?, ?, 'PIN_SET')", UUID.randomUUID(),
                Instant.now().atOffset(ZoneOffset.UTC));
        assertEquals(List.of("CHANGED"), findings());
        sealer.seal();
        assertEquals(List.of("CHANGED 1"), findings(), "to be sealed makes nothing genuine");
    }

    @Test
    void findsWhatWasChangedBeforeItHadItsPlace() {
        record("waiting");
        Row.update("update audit_entry set detail = 'other' where sequence is null");
        assertEquals(List.of("CHANGED"), findings());
        sealer.seal();
        assertEquals(List.of("CHANGED 1"), findings());
    }

    @Test
    void noticesWhatWasRemovedBeforeItHadItsPlace() {
        record("waiting");
        Row.update("delete from audit_entry where sequence is null");
        sealer.seal();
        sealer.seal();
        var found = all();
        assertEquals(List.of("NOTICED 1"), findings());
        assertTrue(found.get(0).detail().startsWith("ENTRY_MISSING SIGNED_IN "), found.get(0).detail());
    }

    @Test
    void findsTwoThatChangedPlaces() {
        update("sequence = -1", -3);
        update("sequence = sequence - 1", -2);
        Row.update("update audit_entry set sequence = ? where sequence = -1", last - 2);
        assertEquals(List.of("OUT_OF_PLACE -3", "OUT_OF_PLACE -2"), findings());
    }

    @Test
    void findsANewNumber() {
        update("sequence = sequence + 1", -3);
        assertEquals(List.of("OUT_OF_PLACE -2"), findings().stream().distinct().toList());
    }

    @Test
    void findsNumbersMovedAllTogether() {
        Row.update("update audit_entry set sequence = sequence + 1");
        assertTrue(findings().size() > 8);
    }

    @Test
    void findsAnEndThatWasPutBack() {
        var before = Row.select("select * from audit_head").get(0);
        record("later");
        sealer.seal();
        assertEquals(List.of(), findings());
        Row.update("update audit_head set sequence = ?, link = ?, digest = ?", last, before.get("link"),
                before.get("digest"));
        assertEquals(List.of("BEYOND_END 1"), findings());
        record("another");
        sealer.seal();
        assertTrue(findings().contains("INSERTED 1"), findings().toString());
        sealer.seal();
        assertTrue(findings().stream().noneMatch(finding -> finding.startsWith("ENDS")), findings().toString());
    }

    @Test
    void noticesATrailThatWasPutBackAsAWhole() {
        var before = Row.select("select * from audit_head").get(0);
        record("later");
        record("and later");
        sealer.seal();
        remove(1, 2);
        Row.update("update audit_head set sequence = ?, link = ?, digest = ?", last, before.get("link"),
                before.get("digest"));
        assertEquals(List.of(), findings(), "nothing in the database can tell");
        sealer.seal();
        sealer.seal();
        assertEquals(List.of("NOTICED 1"), findings());
        assertTrue(all().get(0).detail().startsWith("SHORTENED"));
    }

    @Test
    void findsAChangedEnd() {
        for (String change : List.of("sequence = sequence - 1", "link = '0'", "adopting = true", "adopted_count = 7",
                "since = null",
                "pruned_count = 3", "key_id = null")) {
            Row.update("update audit_head set " + change);
            assertTrue(findings().contains("ENDS_CHANGED"), change + findings());
            Row.update("delete from audit_head");
            Row.update("insert into audit_head select * from kept_head");
        }
    }

    @Test
    void findsAnEntryDeletedWithABeginningMadeUp() {
        var first = Row.select("select sequence, link from audit_entry where sequence is not null order by sequence")
                .get(0);
        Row.update("delete from audit_entry where sequence = ?", Long.parseLong(first.get("sequence")));
        Row.update("update audit_head set pruned_sequence = ?, pruned_link = ?, pruned_count = 1",
                Long.parseLong(first.get("sequence")), first.get("link"));
        assertEquals(List.of("ENDS_CHANGED"), findings());
    }

    @Test
    void goesOnAfterTheEndsWereTampered() {
        Row.update("delete from audit_head");
        assertEquals(List.of("ENDS_MISSING"), findings());
        record("goes on");
        sealer.seal();
        sealer.seal();
        assertEquals(0, number("select count(*) as n from audit_entry where sequence is null"));
        assertTrue(findings().stream().allMatch(finding -> finding.startsWith("NOTICED")), findings().toString());
        assertTrue(all().get(0).detail().startsWith("ENDS_CHANGED"), all().toString());
    }

    @Test
    void saysWhichKeyIsMissing() {
        update("key_id = 'lost'", -3);
        var found = all();
        assertEquals(List.of("KEY_MISSING"), found.stream().map(finding -> finding.kind().name()).toList());
        assertEquals("lost", found.get(0).detail());
    }

    @Test
    void prunesWhatIsOldAndStaysWhole() {
        clock.pass(Duration.between(Instant.now(),
                Instant.now().atOffset(ZoneOffset.UTC).plus(Period.ofYears(10)).toInstant()));
        record("young");
        sealer.seal();
        pruning.prune();
        sealer.seal();
        assertEquals(2, number("select count(*) as n from audit_entry"), "the young one, and that it was pruned");
        assertEquals(last, number("select pruned_sequence as n from audit_head"));
        assertEquals(List.of(), findings());
        var entry = Row.select("select event, detail from audit_entry order by sequence desc").get(0);
        assertEquals("TRAIL_PRUNED", entry.get("event"));
        assertTrue(entry.get("detail").matches("[0-9]+ 20[0-9]{2}-[0-9]{2}-[0-9]{2}"), entry.get("detail"));
        pruning.prune();
        assertEquals(2, number("select count(*) as n from audit_entry"));
        Row.update("delete from audit_entry where sequence = ?", last + 1);
        assertEquals(List.of("REMOVED 1"), findings(), "that was not the pruning");
        Row.update(
                "insert into audit_entry (" + COLUMNS + ") select " + COLUMNS + " from kept_entry where sequence = ?",
                last);
        assertEquals(List.of("INSERTED 0", "REMOVED 1"), findings(), "what was pruned has come back");
    }

    @Test
    void keepsTheTracesOfWhatItPrunes() {
        update("detail = 'other'", -3);
        clock.pass(Duration.between(Instant.now(),
                Instant.now().atOffset(ZoneOffset.UTC).plus(Period.ofYears(10)).toInstant()));
        pruning.prune();
        sealer.seal();
        assertEquals(1, all().size());
        assertTrue(all().get(0).detail().startsWith("FOUND_BEFORE_PRUNING 1 CHANGED "), all().toString());
    }

    @Test
    void adoptsWhatWasThereBefore() {
        Row.update("delete from audit_entry");
        Row.update(
                "update audit_head set sequence = 0, link = ?, adopting = true, since = null, key_id = null, digest = null, pruned_sequence = 0,"
                        + " pruned_link = ?, pruned_count = 0, adopted_count = 0, pruned_before = null, pruned_at = null",
                AuditDigest.BEGINNING, AuditDigest.BEGINNING);
        var start = Instant.parse("2025-01-01T00:00:00.123456Z").atOffset(ZoneOffset.UTC);
        Row.insertAll("insert into audit_entry (id, at, event) values (?, ?, 'SIGNED_IN')",
                IntStream.range(0, 2_500)
                        .mapToObj(i -> new Object[] {UUID.randomUUID(), start.plus(2_500 - i, ChronoUnit.MICROS)})
                        .toList());
        record("new");
        sealer.seal();
        last = 2_501;
        assertEquals(List.of(), findings());
        assertEquals(2_500, number("select count(*) as n from audit_entry where adopted"));
        assertEquals(0, number(
                "select count(*) as n from audit_entry a join audit_entry b on b.sequence = a.sequence + 1 where b.at < a.at"));
        Row.update("insert into audit_entry (id, at, event) values (?, ?, 'PIN_SET')", UUID.randomUUID(), start);
        sealer.seal();
        assertEquals(List.of("CHANGED 1"), findings(), "too late to be adopted");
        last = number("select max(sequence) as n from kept_entry");
    }

    @Test
    void staysWholeWithManyWritersAndTwoSealers() {
        var threads = Executors.newFixedThreadPool(10);
        var writers = IntStream.range(0, 8).mapToObj(writer -> CompletableFuture.runAsync(
                () -> IntStream.range(0, 50).forEach(i -> record(writer + " " + i)), threads))
                .toArray(CompletableFuture[]::new);
        var sealers = Stream.generate(() -> CompletableFuture.runAsync(() -> {
            while (!CompletableFuture.allOf(writers).isDone()) {
                sealer.seal();
            }
        }, threads)).limit(2).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(writers).join();
        CompletableFuture.allOf(sealers).join();
        threads.shutdown();
        sealer.seal();
        assertEquals(List.of(), findings());
        assertEquals(last + 400, number("select max(sequence) as n from audit_entry"));
        assertEquals(last + 400, number("select sequence as n from audit_head"));
    }

    @Test
    void keepsNobodyWaitingWhoWrites() {
        QuarkusTransaction.requiringNew().run(() -> {
            AuditHead.locked();
            AuditEntry.unsealed(1);
            var written = CompletableFuture.runAsync(() -> {
                record("meanwhile");
                sealer.seal();
            });
            written.join();
        });
        assertEquals(1, number("select count(*) as n from audit_entry where sequence is null"));
    }

    @Test
    void measuresHowLongTheOldestEntryHasWaitedForItsPlace() {
        assertEquals(0, sealer.lag());
        record("Waiting");
        clock.pass(Duration.ofSeconds(90));
        record("Newer");
        assertEquals(90, sealer.lag());
        sealer.seal();
        assertEquals(0, sealer.lag());
    }

    /** As a standby would that lagged behind: the newest entries are gone, and the end is what the first one had written. */
    private Instant failOver(int lost) {
        remove(1 - lost, 0);
        clock.pass(Duration.ofSeconds(10));
        var at = clock.instant();
        clock.pass(Duration.ofSeconds(10));
        record("after the restore");
        sealer.seal();
        return at;
    }

    private AuditRestores.Recording recordRestore(Instant at) {
        var recording = restores.record(at, "Ana Ruiz", "The standby lagged behind");
        sealer.seal();
        return recording;
    }

    private AuditVerification.Verdict verdict() {
        return verification.sections().stream().map(section -> verification.verify(section, 100).verdict())
                .reduce(AuditVerification.Verdict.WHOLE, AuditVerification.Verdict::and);
    }

    @Test
    void tellsAKnownRestoreFromTampering() {
        var at = failOver(3);
        assertEquals(List.of("REMOVED -2 to 0"), findings());
        assertEquals(AuditVerification.Verdict.TAMPERED, verdict());
        var recording = recordRestore(at);
        assertTrue(recording.refusal().isEmpty(), recording.toString());
        assertEquals(List.of("LOST_IN_RESTORE -2 to 0"), findings());
        assertEquals(AuditVerification.Verdict.RESTORED, verdict());
        var entry = Row.select(
                "select actor_name, subject_name, digest, sequence from audit_entry where event = 'RESTORE_RECORDED'")
                .get(0);
        assertEquals("Ana Ruiz", entry.get("actor_name"));
        assertEquals("The standby lagged behind", entry.get("subject_name"));
        assertEquals(64, entry.get("digest").length());
    }

    @Test
    void isOfTheSameMindBeforeTheRecordIsSealed() {
        var at = failOver(2);
        restores.record(at, "Ana Ruiz", "The standby lagged behind");
        assertEquals(List.of("LOST_IN_RESTORE -1 to 0"), findings());
    }

    @Test
    void findsTamperingBesideAKnownRestore() {
        recordRestore(failOver(3));
        update("actor_name = 'Eve'", -5);
        assertEquals(List.of("CHANGED -5", "LOST_IN_RESTORE -2 to 0"), findings());
        assertEquals(AuditVerification.Verdict.TAMPERED, verdict());
    }

    @Test
    void hidesNothingThatIsRemovedLater() {
        recordRestore(failOver(3));
        remove(1, 1);
        assertEquals(List.of("LOST_IN_RESTORE -2 to 0", "REMOVED 1"), findings());
        remove(-5, -5);
        assertEquals(List.of("REMOVED -5", "LOST_IN_RESTORE -2 to 0", "REMOVED 1"), findings());
        remove(-3, -3);
        assertEquals(List.of("REMOVED -5", "REMOVED -3 to 1"), findings(),
                "a record is good for the entry alone that it goes on from");
    }

    @Test
    void findsTheGapAgainWhereTheRecordIsRemovedOrChanged() {
        recordRestore(failOver(3));
        var record = "where event = 'RESTORE_RECORDED'";
        for (String change : List.of("set detail = replace(detail, ' " + (last - 2) + " ', ' " + (last - 4) + " ')",
                "set actor_name = 'Eve'",
                "set subject_name = 'Another reason'", "set at = at + interval '1' hour")) {
            Row.update("create table kept_record as select * from audit_entry " + record);
            assertEquals(1, Row.update("update audit_entry " + change + " " + record), change);
            assertTrue(findings().contains("REMOVED -2 to 0"), change + findings());
            assertTrue(findings().contains("CHANGED 2"), change + findings());
            Row.update("delete from audit_entry " + record);
            assertTrue(findings().containsAll(List.of("REMOVED -2 to 0", "REMOVED 2")), findings().toString());
            Row.update("insert into audit_entry (" + COLUMNS + ") select " + COLUMNS + " from kept_record");
            Row.update("drop table kept_record");
            assertEquals(List.of("LOST_IN_RESTORE -2 to 0"), findings());
        }
    }

    @Test
    void believesNoRecordThatWasMadeUp() {
        var at = failOver(3);
        var link = Row.select("select link from audit_entry where sequence = ?", last - 3).get(0).get("link");
        Row.update(
                "insert into audit_entry (id, at, event, actor_name, detail, key_id, digest, adopted) values (?, ?, 'RESTORE_RECORDED', 'Eve', ?,"
                        + " 'test', ?, false)",
                UUID.randomUUID(), clock.instant().atOffset(ZoneOffset.UTC),
                at + " " + (last - 3) + " " + link + " " + (last - 2) + " " + last, "0".repeat(64));
        assertEquals(List.of("REMOVED -2 to 0", "CHANGED"), findings());
    }

    @Test
    void recordsNoRestoreThatDoesNotExplainWhatIsMissing() {
        var at = failOver(3);
        assertEquals(AuditRestores.Refusal.NOT_EXPLAINED,
                recordRestore(at.minus(Duration.ofDays(1))).refusal().orElseThrow());
        assertEquals(AuditRestores.Refusal.NOT_EXPLAINED, recordRestore(clock.instant()).refusal().orElseThrow());
        assertEquals(AuditRestores.Refusal.IN_FUTURE,
                recordRestore(clock.instant().plusSeconds(1)).refusal().orElseThrow());
        assertEquals(List.of("REMOVED -2 to 0"), findings());
    }

    @Test
    void recordsNoRestoreOverEndsThatWereChanged() {
        var at = failOver(3);
        Row.update("update audit_head set adopted_count = 7");
        assertEquals(AuditRestores.Refusal.ENDS_NOT_GENUINE, recordRestore(at).refusal().orElseThrow());
    }

    @Test
    void explainsAGapInTheMiddleByNoRestoreAtAnotherTime() {
        remove(-4, -4);
        var at = failOver(2);
        var recording = recordRestore(at);
        assertEquals(List.of("REMOVED -4", "LOST_IN_RESTORE -1 to 0"), findings());
        assertEquals(1, recording.left().size());
    }

    @Test
    void explainsWhatARunningPortalNoticedOfARestore() {
        var before = Row.select("select * from audit_head").get(0);
        clock.pass(Duration.ofSeconds(5));
        record("later");
        record("and later");
        sealer.seal();
        record("not sealed yet");
        clock.pass(Duration.ofSeconds(5));
        var at = clock.instant();
        Row.update("delete from audit_entry where sequence > ? or sequence is null", last);
        Row.update("update audit_head set sequence = ?, link = ?, digest = ?", last, before.get("link"),
                before.get("digest"));
        clock.pass(Duration.ofSeconds(5));
        sealer.seal();
        sealer.seal();
        assertEquals(List.of("NOTICED 1", "NOTICED 2"), findings());
        assertTrue(recordRestore(at).refusal().isEmpty());
        assertEquals(List.of("RESTORE_NOTICED 1", "RESTORE_NOTICED 2"), findings());
        assertEquals(AuditVerification.Verdict.RESTORED, verdict());
        clock.pass(Duration.ofSeconds(5));
        record("waiting");
        Row.update("delete from audit_entry where sequence is null");
        sealer.seal();
        sealer.seal();
        assertEquals(List.of("RESTORE_NOTICED 1", "RESTORE_NOTICED 2", "NOTICED 4"), findings(), "that was no restore");
    }

    @Test
    void prunesAKnownRestoreWithoutATrace() {
        var recording = recordRestore(failOver(3));
        assertTrue(recording.refusal().isEmpty() && recording.left().isEmpty(), recording.toString());
        clock.pass(Duration.between(clock.instant(),
                Instant.now().atOffset(ZoneOffset.UTC).plus(Period.ofYears(10)).toInstant()));
        pruning.prune();
        sealer.seal();
        assertEquals(List.of(), findings());
        assertEquals(0, number("select count(*) as n from audit_entry where event = 'TRAIL_BROKEN'"));
    }

    private static Page finished(Visitor desk) {
        var report = desk.get("/desk/trail").submit("/desk/trail/verifications", Map.of()).redirect();
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> desk.get(report),
                page -> page.text().contains("Finished"));
    }

    @Test
    void showsTheDeskAKnownRestoreInItsOwnWords() {
        clock.reset();
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        var french = Visitor.inFrench().signedInAs(Fixtures.desk());
        sealer.seal();
        last = number("select max(sequence) as n from audit_entry");
        var at = failOver(2);
        assertTrue(finished(desk).text().contains("Somebody tampered with the audit trail"));
        recordRestore(at);
        var page = finished(desk);
        assertTrue(page.text().contains("The audit trail is whole, but for a known restore"), page.text());
        assertTrue(
                page.text().contains((last - 1) + " to " + last + " Lost in a restore that is recorded in the trail"),
                page.text());
        var list = desk.get("/desk/trail?kind=trail").text();
        assertTrue(list.contains("Restore of the database recorded") && list.contains("Ana Ruiz")
                && list.contains("The standby lagged behind"), list);
        assertTrue(list.contains("to entry no. " + (last - 2) + ". Lost: no. " + (last - 1) + " to " + last + "."),
                list);
        assertTrue(list.contains("Audit trail verified Whole, but for a known restore"), list);
        var inFrench = french.get("/desk/trail?kind=trail").text();
        assertTrue(inFrench.contains("Restauration de la base de données consignée")
                && inFrench.contains("à une restauration connue près"), inFrench);
        update("actor_name = 'Eve'", -5);
        assertTrue(finished(desk).text().contains("Somebody tampered with the audit trail"));
    }
}
