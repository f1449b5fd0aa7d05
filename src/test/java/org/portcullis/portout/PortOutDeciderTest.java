package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.lock.PortOutLocks;
import org.portcullis.organization.Organization;
import org.portcullis.pin.PortOutPinChange;
import org.portcullis.pin.PortOutPinEnd;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.portout.guess.GuessCount;
import org.portcullis.portout.guess.OverfullException;
import org.portcullis.portout.guess.PinAttemptLimiter.Outcome;
import org.portcullis.portout.guess.PinComparison;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.TestSettings;
import org.portcullis.testing.Visitor;

@QuarkusTest
class PortOutDeciderTest extends PortalTest {

    private static final String PIN = "73910482";
    private static final String WRONG = "73910483";
    private static final Actor ADMIN = new Actor(UUID.randomUUID(), "The admin", null);

    @Inject
    PortOutDecider desk;

    @Inject
    DecisionStore book;

    @Inject
    PinComparison comparison;

    @Inject
    AbandonedRequests left;

    @Inject
    LateOutcomes late;

    @Inject
    AnswerTiming timing;

    @Inject
    Guesses guessing;

    @Inject
    AdminApproval word;

    @Inject
    MeterRegistry metrics;

    @Inject
    PortOutPinChange pins;

    @Inject
    PortOutPinEnd pinEnd;

    @Inject
    PortOutLocks locks;

    @Inject
    TestClock clock;

    private final String number = number();
    private final String second = number();
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number)
            .withNumber(second).saved();
    private final RequestingCarrier carrier = new RequestingCarrier(UUID.randomUUID(), "Columbia Fiber",
            PortOutChannel.BANDWIDTH);

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private static String number() {
        return "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    }

    private void setPin(String pin, int revision) {
        assertTrue(pins.apply(pins.prepare(pin, organization.id(), Set.of()).orElseThrow(), revision, ADMIN, null));
    }

    /** A question that differs from every other one, unless its body is set. */
    private PortOutQuestion question(String pin, String... numbers) {
        return new PortOutQuestion(carrier, List.of(numbers)).withPin(pin).withPon("LSR-1")
                .withBody(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    }

    private Answer ask(String pin) {
        return desk.decide(question(pin, number));
    }

    private static Map<String, String> row(Answer answer) {
        return Row.select("select * from port_out_request where id = ?", answer.id()).get(0);
    }

    private static void assertRefused(Answer answer, Refusal inside) {
        assertEquals(Verdict.REFUSED, answer.verdict());
        assertEquals(List.of(inside.outside()), answer.reasons());
        assertEquals(inside.name(), row(answer).get("refusals"));
    }

    private long compared() {
        return Row.select("select * from port_out_request where organization_id = ? and pin_revision is not null",
                organization.id()).size();
    }

    @Test
    void showsWhatTurnsWordsRoundAsWhatItIs() {
        organization.withPin(PIN);
        var answer = desk.decide(question(PIN, number).withPon("LSR\u202e5").withSubscriber("Fr\u2066eight"));
        assertEquals("LSR\ufffd5", row(answer).get("pon"));
        assertEquals("Fr\ufffdeight", row(answer).get("subscriber_name"));
        assertEquals("Columbia Fiber LSR\ufffd5", Fixtures.orderRow(answer.orderPon()).get("name"));
    }

    @Test
    void makesAPortOrderOfWhatIsAllowedAndTellsEachAdmin() {
        var admins = List.of(organization.admin(), organization.admin());
        organization.viewer();
        organization.withPin(PIN);
        var answer = desk.decide(question(PIN, number, second).withAccount("447190382", "98101-0001"));
        assertEquals(Verdict.ALLOWED, answer.verdict());
        assertEquals(List.of(), answer.reasons());
        var order = Fixtures.orderRow(answer.orderPon());
        assertEquals(List.of("PROCESSING", "OUT", "Columbia Fiber", "LSR-1", "2", answer.id().toString()),
                List.of(order.get("state"), order.get("direction"), order.get("other_carrier"),
                        order.get("carrier_pon"), order.get("number_count"), order.get("request_id")));
        var history = Fixtures.rowsOf(answer.orderPon(), "port_order_transition");
        assertEquals(List.of("CARRIER", "Columbia Fiber"),
                List.of(history.get(0).get("actor_role"), history.get(0).get("actor_name")));
        assertEquals(admins.stream().map(Fixtures.Person::email).sorted().toList(),
                Fixtures.rowsOf(answer.orderPon(), "notice").stream().map(notice -> notice.get("recipient")).sorted()
                        .toList());
        assertEquals(1,
                Row.select("select * from audit_entry where subject_id = ? and event = 'PORT_OUT_ALLOWED'", answer.id())
                        .size());
    }

    @Test
    void refusesWithEveryReason() {
        organization.withPin(PIN);
        locks.lock(organization.id(), List.of(second), ADMIN, null);
        organization.order("Leaving").out().in("PROCESSING").withNumber(second).saved();
        var answer = desk.decide(question("", number, second).withAccount("4471-90383", "98102"));
        assertEquals(List.of(Refusal.LOCKED, Refusal.ALREADY_LEAVING, Refusal.ACCOUNT_NUMBER_INVALID,
                Refusal.ZIP_INVALID, Refusal.PIN_MISSING), answer.reasons());
        assertNull(answer.orderPon());
        assertEquals(0, compared());
    }

    @Test
    void looksAtTheNumbersBeforeAnythingElse() {
        var stranger = number();
        Fixtures.organization("Elsewhere").withNumber(stranger).saved();
        assertRefused(desk.decide(question(PIN, number())), Refusal.NOT_RECOGNISED);
        assertRefused(desk.decide(question(PIN, number, number())), Refusal.NOT_RECOGNISED);
        assertRefused(desk.decide(question(PIN, number, stranger)), Refusal.SEVERAL_ORGANIZATIONS);
        Row.update("update telephone_number set active = false where number = ?", second);
        assertRefused(desk.decide(question(PIN, number, second)), Refusal.NOT_ACTIVE);
        assertRefused(desk.decide(new PortOutQuestion(carrier, List.of())), Refusal.NOT_RECOGNISED);
        var many = IntStream.rangeClosed(0, PortOutQuestion.MOST_NUMBERS).mapToObj(i -> "+1212" + (2_000_000 + i))
                .toList();
        assertRefused(desk.decide(new PortOutQuestion(carrier, many)), Refusal.TOO_MANY_NUMBERS);
    }

    @Test
    void letsNumbersLeaveWithAPinOnly() {
        assertRefused(ask(PIN), Refusal.NO_PIN);
        organization.withPin(PIN);
        assertRefused(ask(null), Refusal.PIN_MISSING);
        assertRefused(ask(" "), Refusal.PIN_MISSING);
        assertRefused(ask("12345"), Refusal.PIN_INVALID);
        assertRefused(ask("٧٣٩١٠٤٨٢"), Refusal.PIN_INVALID);
        assertEquals(0, compared(), "what can't be a PIN is not worth a comparison");
        assertRefused(ask(WRONG), Refusal.PIN_INVALID);
        assertEquals(Verdict.ALLOWED, ask(" " + PIN + "\n").verdict());
    }

    @Test
    void knowsNoPinAbroad() {
        var french = number();
        Fixtures.organization("Lumière").inFrance().withNumber(french).saved();
        assertRefused(desk.decide(question(PIN, french)), Refusal.NOT_IN_UNITED_STATES);
    }

    @Test
    void takesNoPinThatSomebodyElseKnows() {
        organization.withPin(PIN);
        assertTrue(pinEnd.markCompromised(organization.id(), 1, ADMIN, null));
        assertRefused(ask(PIN), Refusal.PIN_UNUSABLE);
        assertEquals(0, compared());
    }

    @Test
    void asksForAccountAndZipWhereTheyAreGivenWithoutAValue() {
        organization.withPin(PIN);
        var answer = desk.decide(question(PIN, number).withAccount("", " "));
        assertEquals(List.of(Refusal.ACCOUNT_NUMBER_MISSING, Refusal.ZIP_MISSING), answer.reasons());
    }

    @Test
    void keepsNothingOfWhatWasTried() {
        organization.withPin(PIN);
        organization.admin();
        ask(WRONG);
        ask(PIN);
        for (String table : List.of("port_out_request", "port_out_retry", "port_out_guess", "port_order", "audit_entry",
                "notice")) {
            var text = Row.select("select * from " + table).toString();
            assertFalse(text.contains(WRONG) || text.contains(PIN), table);
        }
    }

    @Test
    void takesTheSameQuestionForARetry() {
        organization.withPin(PIN);
        var wrong = new PortOutQuestion(carrier, List.of(number)).withPin(WRONG)
                .withBody("a body".getBytes(StandardCharsets.UTF_8));
        var first = desk.decide(wrong);
        var again = desk.decide(wrong);
        assertEquals(first, again);
        assertEquals("2", row(first).get("times_asked"));
        assertEquals("1", guesses().get("failures"));
        var right = question(PIN, number);
        assertEquals(desk.decide(right), desk.decide(right));
        clock.pass(PortOutRetry.KEPT);
        assertNotEquals(first.id(), desk.decide(wrong).id(), "an hour later it is another question");
    }

    @Test
    void looksAgainAtARetryWhereSomethingHasChanged() {
        organization.withPin(PIN);
        locks.lockAll(organization.id(), ADMIN, null);
        var question = question(PIN, number);
        assertRefused(desk.decide(question), Refusal.LOCKED);
        locks.unlockAll(organization.id(), ADMIN, null);
        assertEquals(Verdict.ALLOWED, desk.decide(question).verdict());
        var mistyped = question(WRONG, second);
        assertRefused(desk.decide(mistyped), Refusal.PIN_INVALID);
        setPin(WRONG, 1);
        assertEquals(Verdict.ALLOWED, desk.decide(mistyped).verdict(), "the PIN is another one by now");
    }

    /** The key that this carrier's PIN attempts for the organization's numbers are counted by. */
    private String pair() {
        return GuessCount.subjectOf(organization.id(), carrier.subject());
    }

    private Map<String, String> guesses() {
        return Row.select("select * from port_out_guess where subject = ?", pair()).get(0);
    }

    private void setFailures(int failures) {
        Row.update("update port_out_guess set failures = ?, blocked_until = null where subject = ?", failures, pair());
    }

    private List<String> newsTo(Fixtures.Person reader) {
        return Row.select("select * from notice where recipient = ? order by created_at", reader.email()).stream()
                .map(mail -> mail.get("subject").split(":")[0]).toList();
    }

    @Test
    void slowsGuessingDownToTheMicrosecondAndStopsIt() {
        organization.withPin(PIN);
        var admin = organization.admin();
        ask(WRONG);
        setFailures(4);
        assertRefused(ask(WRONG), Refusal.PIN_INVALID);
        assertRefused(ask(PIN), Refusal.GUESSING_SLOWED);
        clock.pass(Duration.ofSeconds(31));
        assertRefused(ask(WRONG), Refusal.PIN_INVALID);
        clock.pass(Duration.ofSeconds(31));
        assertRefused(ask(PIN), Refusal.GUESSING_SLOWED);
        setFailures(12);
        assertRefused(ask(WRONG), Refusal.PIN_INVALID);
        clock.pass(Duration.ofDays(400));
        assertRefused(ask(PIN), Refusal.GUESSING_LOCKED);
        assertEquals(2, newsTo(admin).stream().filter("Warning"::equals).count(), newsTo(admin).toString());
        setPin("51938274", 1);
        assertEquals(Verdict.ALLOWED, ask("51938274").verdict());
    }

    @Test
    void beginsAnewAfterTheRightPin() {
        organization.withPin(PIN);
        ask(WRONG);
        setFailures(4);
        assertEquals(Verdict.ALLOWED, ask(PIN).verdict());
        assertEquals("0", guesses().get("failures"));
    }

    @Test
    void countsNothingThatCameTooEarlyToBeLookedAt() {
        organization.withPin(PIN);
        ask(WRONG);
        setFailures(4);
        ask(WRONG);
        var admin = organization.admin();
        for (int i = 0; i < 120; i++) {
            assertRefused(ask(PIN), Refusal.GUESSING_SLOWED);
        }
        assertEquals("5", guesses().get("failures"));
        assertFalse(newsTo(admin).contains("Warning"), newsTo(admin).toString());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(Verdict.ALLOWED, ask(PIN).verdict());
    }

    @Test
    void keepsOfNumbersThatAreNotOursHowManyAndADigest() {
        organization.withPin(PIN);
        var first = ThreadLocalRandom.current().nextLong(13_100_000_000L, 13_190_000_000L);
        var made = IntStream.range(0, PortOutQuestion.MOST_NUMBERS - 1).mapToObj(i -> "+" + (first + 3L * i)).toList();
        var asked = new ArrayList<>(made);
        asked.add(number);
        var one = row(desk.decide(question(PIN, asked.toArray(String[]::new))));
        assertEquals(List.of("NOT_RECOGNISED", number, "19999", "20000"),
                List.of(one.get("refusals"), one.get("numbers"), one.get("unknown_count"), one.get("number_count")));
        Collections.reverse(asked);
        var same = row(desk.decide(question(PIN, asked.toArray(String[]::new))));
        assertNotEquals(one.get("id"), same.get("id"));
        assertEquals(one.get("unknown_digest"), same.get("unknown_digest"));
        assertNotEquals(one.get("unknown_digest"), row(desk.decide(question(PIN, number()))).get("unknown_digest"));
        assertTrue(one.toString().length() < 2_000, "20,000 numbers leave less than 2 KB");
        var known = row(ask(WRONG));
        assertEquals(List.of(number, "0"), List.of(known.get("numbers"), known.get("unknown_count")));
        assertNull(known.get("unknown_digest"));
    }

    /**
     * Twelve requests of 20,000 numbers that are not ours: no table may get a row for each number, and no row may hold
     * them.
     */
    @Test
    void keepsLittleOfManyNumbersThatAreNotOurs() {
        var before = rowCounts();
        for (int request = 0; request < 12; request++) {
            var first = ThreadLocalRandom.current().nextLong(13_100_000_000L, 13_190_000_000L);
            desk.decide(question(PIN, IntStream.range(0, PortOutQuestion.MOST_NUMBERS)
                    .mapToObj(i -> "+" + (first + 3L * i)).toArray(String[]::new)));
        }
        var after = rowCounts();
        before.forEach((table, count) -> assertTrue(after.get(table) - count <= 4 * 12,
                table + " grew by " + (after.get(table) - count)));
        var kept = Row.select("select * from port_out_request where asker_id = ?", carrier.id());
        assertEquals(12, kept.size());
        assertTrue(kept.stream().allMatch(row -> row.toString().length() < 2_000), kept.get(0).toString());
    }

    private static Map<String, Long> rowCounts() {
        return Row.select(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type like '%TABLE'")
                .stream()
                .map(row -> row.get("table_name"))
                .collect(Collectors.toMap(table -> table,
                        table -> Long.valueOf(Row.select("select count(*) as n from " + table).get(0).get("n"))));
    }

    @Test
    void keepsNumbersThatTheDeskTypesInItself() {
        var stranger = number();
        var typed = row(
                desk.decide(new PortOutQuestion(new RequestingCarrier(null, "Columbia Fiber", PortOutChannel.DESK),
                        List.of(stranger)).enteredBy(ADMIN)));
        assertEquals(List.of("NOT_RECOGNISED", stranger, "0"),
                List.of(typed.get("refusals"), typed.get("numbers"), typed.get("unknown_count")));
    }

    @Test
    void knowsNumbersThatHaveBecomeOursByTheTimeOfARetry() {
        organization.withPin(PIN);
        var moved = number();
        var question = question(PIN, number, moved);
        assertRefused(desk.decide(question), Refusal.NOT_RECOGNISED);
        Row.insertAll("insert into telephone_number (number, organization_id) values (?, ?)",
                List.<Object[]>of(new Object[] {moved, organization.id()}));
        var allowed = desk.decide(question);
        assertEquals(Verdict.ALLOWED, allowed.verdict());
        assertEquals("0", row(allowed).get("unknown_count"));
        assertEquals("2", Fixtures.orderRow(allowed.orderPon()).get("number_count"));
    }

    private TimedAnswer askTimed(PortOutQuestion question) {
        return desk.decideTimed(question);
    }

    @Test
    void holdsWhatWasNotLookedAtAsLongAsAWrongPinTakes() {
        organization.withPin(PIN);
        // The duration of a comparison depends on the machine; the long one here certainly exceeds the check for a
        // delay.
        for (int i = 0; i < 600; i++) {
            timing.record(Duration.ofSeconds(3).toNanos());
        }
        var wrong = question(WRONG, number);
        assertTrue(askTimed(wrong).due().toCompletableFuture().isDone(), "it was compared");
        for (int i = 0; i < 600; i++) {
            timing.record(Duration.ofSeconds(3).toNanos());
        }
        var retry = askTimed(wrong);
        assertRefused(retry.answer(), Refusal.PIN_INVALID);
        assertFalse(retry.due().toCompletableFuture().isDone(), "the same question once more");
        setFailures(4);
        ask(WRONG);
        var begin = System.nanoTime();
        var slowed = askTimed(question(PIN, number));
        assertRefused(slowed.answer(), Refusal.GUESSING_SLOWED);
        assertFalse(slowed.due().toCompletableFuture().isDone());
        var impossible = askTimed(question("12345", number));
        assertFalse(impossible.due().toCompletableFuture().isDone(), "nor what can't be a PIN");
        assertTrue(askTimed(question(null, number)).due().toCompletableFuture().isDone(),
                "without a PIN there is nothing to hide");
        slowed.due().toCompletableFuture().join();
        assertTrue(System.nanoTime() - begin >= Duration.ofSeconds(3).toNanos());
        assertEquals(Duration.ofSeconds(3), timing.longest());
    }

    @Test
    void stopsOneCarrierAndLetsAnotherOn() {
        organization.withPin(PIN);
        var admin = organization.admin();
        ask(WRONG);
        setFailures(12);
        ask(WRONG);
        assertRefused(ask(PIN), Refusal.GUESSING_LOCKED);
        assertTrue(Row.select("select * from notice where recipient = ?", admin.email()).toString()
                .contains("To let this carrier on"));
        var other = new RequestingCarrier(UUID.randomUUID(), "Rainier", PortOutChannel.API);
        assertEquals(Verdict.ALLOWED, desk.decide(new PortOutQuestion(other, List.of(number)).withPin(PIN)).verdict());
        assertRefused(desk.decide(question(PIN, second)), Refusal.GUESSING_LOCKED);
        assertTrue(guessing.lift(pair(), ADMIN, null));
        assertEquals(Verdict.ALLOWED, desk.decide(question(PIN, second)).verdict());
    }

    @Test
    void stopsAllCarriersAtAHundredWrongPinsInARow() {
        organization.withPin(PIN);
        ask(WRONG);
        Row.update("update port_out_guess set failures = 99 where subject = ?",
                GuessCount.subjectOf(organization.id()));
        var admin = organization.admin();
        assertRefused(ask(WRONG), Refusal.PIN_INVALID);
        var other = new RequestingCarrier(UUID.randomUUID(), "Rainier", PortOutChannel.API);
        assertRefused(desk.decide(new PortOutQuestion(other, List.of(number)).withPin(PIN)), Refusal.GUESSING_LOCKED);
        assertEquals(1, newsTo(admin).stream().filter("Warning"::equals).count(), newsTo(admin).toString());
        assertEquals(1, Row.select("select * from audit_entry where organization_id = ? and event = 'GUESSING_LOCKED'",
                organization.id()).size());
    }

    /**
     * Creates further organizations, each with a PIN and one number.
     *
     * @return the numbers
     */
    private static List<String> others(int count, String pin) {
        return IntStream.range(0, count).mapToObj(i -> number())
                .peek(e164 -> Fixtures.organization("Sprayed").withNumber(e164).saved().withPin(pin)).toList();
    }

    @Test
    void slowsACarrierThatSpraysThoughRightPinsComeBetween() {
        organization.withPin(PIN);
        var staff = Fixtures.desk();
        var sprayed = others(4, "123456");
        for (int i = 0; i < 9; i++) {
            assertRefused(desk.decide(question("9" + (1_000_000 + i), sprayed.get(i % 4))), Refusal.PIN_INVALID);
            if (i == 4) {
                assertEquals(Verdict.ALLOWED, ask(PIN).verdict());
            }
        }
        assertRefused(desk.decide(question(WRONG, sprayed.get(1))), Refusal.PIN_INVALID);
        assertRefused(desk.decide(question("123456", sprayed.get(3))), Refusal.GUESSING_SLOWED);
        assertEquals(List.of("Warning"), newsTo(staff));
        var entry = Row
                .select("select * from audit_entry where subject_id = ? and event = 'GUESSING_SLOWED'", carrier.id())
                .get(0);
        assertEquals("Columbia Fiber", entry.get("subject_name"));
        assertTrue(metrics.counter("portcullis.port.out.guesses", "standing", "SLOWED", "of", "carrier").count() >= 1);
        var other = new RequestingCarrier(UUID.randomUUID(), "Rainier", PortOutChannel.API);
        assertEquals(Verdict.ALLOWED,
                desk.decide(new PortOutQuestion(other, List.of(sprayed.get(3))).withPin("123456")).verdict());
        clock.pass(Duration.ofHours(25));
        assertEquals(Verdict.ALLOWED, desk.decide(question("123456", sprayed.get(2))).verdict());
        assertRefused(desk.decide(question(WRONG, sprayed.get(1))), Refusal.PIN_INVALID);
        assertRefused(desk.decide(question(WRONG, sprayed.get(0))), Refusal.PIN_INVALID);
    }

    @Test
    void neverSlowsABusyPlatformWhoseCustomersMistype() {
        var numbers = others(60, PIN);
        var tries = 0;
        for (String e164 : numbers) {
            if (tries++ % 5 == 0) {
                assertRefused(desk.decide(question(WRONG, e164)), Refusal.PIN_INVALID);
            }
            assertEquals(Verdict.ALLOWED, desk.decide(question(PIN, e164)).verdict());
        }
    }

    @Test
    void countsAWrongAccountNumberOrZipLikeAWrongPin() {
        organization.withPin(PIN);
        var wrong = question(null, number).withAccount("1", "2");
        for (int i = 0; i < 3; i++) {
            assertEquals(List.of(Refusal.ACCOUNT_NUMBER_INVALID, Refusal.ZIP_INVALID, Refusal.PIN_MISSING),
                    desk.decide(wrong).reasons());
        }
        assertEquals("1", guesses().get("failures"), "the same bytes are the same try");
        for (int i = 0; i < 2; i++) {
            desk.decide(question(null, number).withAccount("447190382", "9999" + i));
            desk.decide(question(null, number).withAccount("44719038" + (i + 3), null));
        }
        assertEquals("5", guesses().get("failures"));
        assertEquals(0, compared());
        var right = desk.decide(question(null, number).withAccount("447190382", "98101"));
        var stillWrong = desk.decide(question(null, number).withAccount("447190382", "98102"));
        assertEquals(List.of(Refusal.PIN_MISSING), right.reasons());
        assertEquals(right.reasons(), stillWrong.reasons(), "which of them fits is not said");
        assertEquals("PIN_MISSING,GUESSING_SLOWED", row(stillWrong).get("refusals"));
        assertEquals(List.of(Refusal.PIN_INVALID),
                desk.decide(question(PIN, number).withAccount("447190382", "98102")).reasons());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(Verdict.ALLOWED, desk.decide(question(PIN, number).withAccount("447190382", "98101")).verdict());
    }

    @Test
    void takesARightAccountNumberForNoGuessAndNoRightPin() {
        organization.withPin(PIN);
        ask(WRONG);
        for (int i = 0; i < 20; i++) {
            assertRefused(desk.decide(question(null, number).withAccount("447190382", "98101")), Refusal.PIN_MISSING);
        }
        assertEquals("1", guesses().get("failures"));
    }

    @Test
    void answersForSeveralOrganizationsAsForAnUnknownNumber() {
        var stranger = number();
        Fixtures.organization("Elsewhere").withNumber(stranger).saved();
        var several = desk.decide(question(PIN, number, stranger));
        assertEquals(desk.decide(question(PIN, number, number())).reasons(), several.reasons());
        assertEquals("SEVERAL_ORGANIZATIONS", row(several).get("refusals"));
    }

    @Test
    void locksNobodyForRightPinsWhoseComparisonWasLost() {
        organization.withPin(PIN);
        var admin = organization.admin();
        var lost = new ArrayList<PortOutQuestion>();
        for (int round = 0; round < 8; round++) {
            for (int i = 0; i < 5; i++) {
                var question = question(PIN, number);
                if (!book.open(question).isLater()) {
                    lost.add(question);
                }
            }
            clock.pass(Duration.ofSeconds(61));
        }
        left.refuse();
        assertTrue(lost.size() > 10, String.valueOf(lost.size()));
        assertEquals("0", guesses().get("failures"));
        assertFalse(newsTo(admin).contains("Warning"), newsTo(admin).toString());
        assertEquals(Verdict.ALLOWED, desk.decide(lost.get(0)).verdict());
        assertEquals("0", guesses().get("unsettled"));
    }

    @Test
    void countsAnOutcomeLaterThatCouldNotBeWritten() {
        organization.withPin(PIN);
        for (int i = 0; i < 4; i++) {
            ask(WRONG);
        }
        var wrong = question(WRONG, number);
        late.add(wrong, book.open(wrong), Outcome.WRONG);
        assertEquals("4", guesses().get("failures"));
        late.settle();
        late.settle();
        assertEquals("5", guesses().get("failures"));
        assertEquals("0", guesses().get("pending"));
        clock.pass(Duration.ofSeconds(31));
        var right = question(PIN, second);
        late.add(right, book.open(right), Outcome.RIGHT);
        late.settle();
        assertEquals("0", guesses().get("failures"));
    }

    @Test
    void takesUpWhatWasLostThoughItsNumberIsNotOursAnyMore() {
        organization.withPin(PIN);
        var question = question(PIN, number);
        book.open(question);
        clock.pass(Duration.ofSeconds(61));
        Row.update("delete from telephone_number where number = ?", number);
        assertRefused(desk.decide(question), Refusal.NOT_RECOGNISED);
        assertEquals("0", guesses().get("failures"));
    }

    @Test
    void countsNothingThatWasNeverCompared() {
        organization.withPin(PIN);
        var question = question(WRONG, number);
        late.add(question, book.open(question), Outcome.NOT_COMPARED);
        late.settle();
        assertEquals(List.of("0", "0", "0"),
                List.of(guesses().get("failures"), guesses().get("pending"), guesses().get("unsettled")));
    }

    @Test
    void warnsOfASecondCampaignMonthsLater() {
        organization.withPin(PIN);
        var admin = organization.admin();
        ask(WRONG);
        Row.update("update port_out_guess set failures = 4, blocked_until = ? where subject = ?",
                clock.instant().minus(Duration.ofDays(90)).atOffset(ZoneOffset.UTC), pair());
        ask(WRONG);
        assertEquals(1, newsTo(admin).stream().filter("Warning"::equals).count(), newsTo(admin).toString());
    }

    private List<Answer> atOnce(int threads, List<PortOutQuestion> questions) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            return questions.stream().map(question -> CompletableFuture.supplyAsync(() -> desk.decide(question), pool))
                    .toList()
                    .stream().map(CompletableFuture::join).toList();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void comparesNoMoreThanTheLimitHoweverManyAskAtOnce() {
        organization.withPin(PIN);
        var answers = atOnce(12,
                IntStream.range(0, 40).mapToObj(i -> question("9" + (1_000_000 + i), number)).toList());
        assertTrue(answers.stream().allMatch(answer -> answer.reasons().equals(List.of(Refusal.PIN_INVALID))));
        assertEquals(5, compared());
        assertEquals("5", guesses().get("failures"));
    }

    @Test
    void countsAStormOfTheSameQuestionOnce() {
        organization.withPin(PIN);
        var storm = question(WRONG, number);
        var answers = atOnce(8, IntStream.range(0, 8).mapToObj(i -> storm).toList());
        assertEquals(1, answers.stream().distinct().count());
        assertEquals("1", guesses().get("failures"));
        assertEquals("8", row(answers.get(0)).get("times_asked"));
    }

    @Test
    void letsANumberLeaveOnceHoweverManyAskAtOnce() {
        organization.withPin(PIN);
        var answers = atOnce(4, IntStream.range(0, 4).mapToObj(i -> question(PIN, number)).toList());
        assertEquals(1, answers.stream().filter(Answer::isAllowed).count());
        assertEquals(3,
                answers.stream().filter(answer -> answer.reasons().equals(List.of(Refusal.ALREADY_LEAVING))).count());
    }

    @Test
    void takesUpWhatADeadProcessLeft() {
        organization.withPin(PIN);
        var question = question(WRONG, number);
        var left = desk.decide(question);
        Row.update("update port_out_request set verdict = 'DECIDING', refusals = '', comparing = true where id = ?",
                left.id());
        Row.update("update port_out_guess set pending = 1, failures = 0, pending_until = ? where subject = ?",
                clock.instant().plus(Duration.ofSeconds(60)).atOffset(ZoneOffset.UTC), pair());
        clock.pass(Duration.ofSeconds(61));
        var again = desk.decide(question);
        assertEquals(left.id(), again.id());
        assertRefused(again, Refusal.PIN_INVALID);
        assertEquals("1", guesses().get("failures"), "the same try counts once");
    }

    @Test
    void refusesWhatIsRightTooLate() {
        organization.withPin(PIN);
        var admin = organization.admin();
        var question = question(PIN, number);
        var opening = book.open(question);
        assertRefused(book.conclude(question, opening, true, clock.instant().minusSeconds(1)), Refusal.UNDECIDED);
        assertTrue(newsTo(admin).get(0).startsWith("Request for your numbers refused"), newsTo(admin).toString());
        assertEquals("0", guesses().get("failures"), "it is no guess");
        assertRefused(
                desk.decide(question(PIN, number)
                        .arrivedAt(clock.instant().minus(PortOutDecider.DECIDED_WITHIN).minusSeconds(1))),
                Refusal.UNDECIDED);
        assertEquals(Verdict.ALLOWED, desk.decide(question).verdict(), "it is decided anew");
    }

    @Test
    void decidesNothingThatAnotherAttemptHasTakenUp() {
        organization.withPin(PIN);
        var question = question(PIN, number);
        var lost = book.open(question);
        clock.pass(Duration.ofSeconds(61));
        var second = book.open(question);
        var until = clock.instant().plusSeconds(60);
        assertThrows(IllegalStateException.class, () -> book.conclude(question, lost, true, until));
        assertEquals(Verdict.ALLOWED, book.conclude(question, second, true, until).verdict());
        assertThrows(IllegalStateException.class, () -> book.conclude(question, second, true, until));
        assertEquals(1, Row.select("select * from port_order where organization_id = ?", organization.id()).size());
    }

    @Test
    void refusesOnceWhatNobodyCameBackToDecide() {
        organization.withPin(PIN);
        var admin = organization.admin();
        var question = question(PIN, number);
        var opening = book.open(question);
        clock.pass(Duration.ofSeconds(61));
        CompletableFuture.allOf(IntStream.range(0, 2).mapToObj(i -> CompletableFuture.runAsync(left::refuse))
                .toArray(CompletableFuture[]::new)).join();
        var row = Row.select("select * from port_out_request where id = ?", opening.request()).get(0);
        assertEquals(List.of("REFUSED", "UNDECIDED"), List.of(row.get("verdict"), row.get("refusals")));
        assertEquals(1, newsTo(admin).size());
        var entries = Row.select("select * from audit_entry where subject_id = ? and event = 'PORT_OUT_REFUSED'",
                opening.request());
        assertEquals(List.of("UNDECIDED"), entries.stream().map(entry -> entry.get("detail")).toList());
        assertThrows(IllegalStateException.class,
                () -> book.conclude(question, opening, true, clock.instant().plusSeconds(60)));
        var again = desk.decide(question);
        assertEquals(opening.request(), again.id());
        assertEquals(Verdict.ALLOWED, again.verdict());
    }

    @Test
    void saysNoMoreYesOnceTheOrganizationDidNotWantItOrTheOrderWasCancelled() {
        organization.withPin(PIN);
        var admin = organization.admin();
        var first = ask(PIN);
        var second = desk.decide(question(PIN, this.second));
        assertTrue(desk.answer(first.id(), carrier).orElseThrow().isAllowed());
        word.notUs(new Person(UUID.randomUUID(), "The admin", admin.email(), Role.ADMIN, organization.id(),
                organization.name()), first.id(), null);
        Row.update("update port_order set state = 'CANCELLED' where pon = ?", second.orderPon());
        for (Answer answer : List.of(first, second)) {
            var now = desk.answer(answer.id(), carrier).orElseThrow();
            assertEquals(Verdict.REFUSED, now.verdict());
            assertEquals(List.of(Refusal.REFUSED_BY_ADMIN), now.reasons());
            assertNull(now.orderPon());
        }
    }

    @Test
    void namesAnOrderThoughCarrierAndPonAreAsLongAsCanBe() {
        organization.withPin(PIN);
        var long100 = new RequestingCarrier(UUID.randomUUID(), "C".repeat(73) + "🚚".repeat(13) + "C",
                PortOutChannel.API);
        var answer = desk.decide(new PortOutQuestion(long100, List.of(number)).withPin(PIN).withPon("P".repeat(25))
                .withSubscriber("S".repeat(93)));
        assertEquals(Verdict.ALLOWED, answer.verdict());
        assertEquals(long100.name(), Fixtures.orderRow(answer.orderPon()).get("name"));
        var split = new RequestingCarrier(UUID.randomUUID(), "C".repeat(80), PortOutChannel.API);
        answer = desk.decide(
                new PortOutQuestion(split, List.of(second)).withPin(PIN).withPon("P".repeat(18) + "🚚".repeat(3)));
        assertEquals("C".repeat(80) + " " + "P".repeat(18), Fixtures.orderRow(answer.orderPon()).get("name"));
    }

    private List<PinComparison.Place> fillTheQueue() {
        var taken = new ArrayList<PinComparison.Place>();
        while (comparison.free() > 0) {
            taken.add(comparison.place());
        }
        return taken;
    }

    @Test
    void refusesAtOnceWhereTooManyPinsAreBeingCompared() {
        organization.withPin(PIN);
        var question = question(PIN, number);
        var platform = AskingCarrier.knownTo(Surroundings.portalUrl());
        var taken = fillTheQueue();
        try {
            assertThrows(OverfullException.class, () -> desk.decide(question));
            var reply = platform.ask("<Pin>" + PIN + "</Pin>", number);
            assertEquals(List.of(200, List.of(7598), false),
                    List.of(reply.status(), reply.codes(), reply.isPortable()));
        } finally {
            taken.forEach(PinComparison.Place::close);
        }
        assertEquals(0,
                Row.select("select * from port_out_request where organization_id = ?", organization.id()).size(),
                "it leaves no attempt");
        assertEquals(Verdict.ALLOWED, desk.decide(question).verdict());
    }

    @Test
    void letsNoMoreWaitForOthersThanTheQueueIsLong() {
        organization.withPin(PIN);
        ask(WRONG);
        var pending = "update port_out_guess set pending = ?, pending_until = ? where subject = ?";
        Row.update(pending, 5, clock.instant().plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC), pair());
        var settings = new TestSettings().with("portcullis.port-out.comparison-queue", "1").read();
        var small = new PortOutDecider(book, comparison, late, timing, new SimpleMeterRegistry(), settings, clock);
        var pool = Executors.newFixedThreadPool(2);
        var both = Stream.of(number, second)
                .map(e164 -> CompletableFuture.supplyAsync(() -> small.decide(question(PIN, e164)), pool)).toList();
        var first = assertThrows(CompletionException.class,
                () -> CompletableFuture.anyOf(both.toArray(CompletableFuture[]::new)).join());
        assertTrue(first.getCause() instanceof OverfullException, String.valueOf(first.getCause()));
        Row.update(pending, 0, clock.instant().atOffset(ZoneOffset.UTC), pair());
        var answers = both.stream()
                .map(future -> future.handle((answer, failure) -> failure == null && answer.isAllowed()).join())
                .toList();
        assertEquals(1, answers.stream().filter(isAllowed -> isAllowed).count());
        pool.shutdown();
    }

    @Test
    void keepsANumberWhileItsRequestIsDecided() {
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        var path = "/desk/organizations/" + organization.id() + "/numbers/" + number.substring(1) + "/removal";
        var page = desk.get(path);
        var removal = QuarkusTransaction.requiringNew().call(() -> {
            Organization.byIdForUpdate(organization.id());
            var asked = CompletableFuture.supplyAsync(() -> page.submit(path, Map.of()));
            assertThrows(TimeoutException.class, () -> asked.get(500, TimeUnit.MILLISECONDS));
            return asked;
        });
        assertEquals(303, removal.join().status());
    }

    @Test
    void asksForTwentyThousandNumbersAtOnce() {
        var first = ThreadLocalRandom.current().nextLong(13_000_000_000L, 13_090_000_000L);
        var numbers = IntStream.range(0, PortOutQuestion.MOST_NUMBERS).mapToObj(i -> "+" + (first + i)).toList();
        Row.insertAll("insert into telephone_number (number, organization_id) values (?, ?)",
                numbers.stream().map(e164 -> new Object[] {e164, organization.id()}).toList());
        organization.withPin(PIN);
        var answer = desk.decide(question(PIN, numbers.toArray(String[]::new)));
        assertEquals(Verdict.ALLOWED, answer.verdict());
        assertEquals("20000", Fixtures.orderRow(answer.orderPon()).get("number_count"));
        assertEquals(numbers, QuarkusTransaction.requiringNew()
                .call(() -> PortOutRequest.byId(answer.id()).orElseThrow().telephoneNumbers()));
    }

    @Test
    void tellsOfAFloodOnceMoreAndThenOnlyOnThePage() {
        var admin = organization.admin();
        IntStream.range(0, 10).forEach(i -> ask(PIN));
        assertEquals(6, newsTo(admin).size());
        assertTrue(newsTo(admin).get(5).startsWith("Many requests"), newsTo(admin).toString());
    }

    @Test
    void neverSaysThePinWhenItIsPrinted() {
        UnaryOperator<String> printed = pin -> question(pin, number).toString();
        assertFalse(printed.apply(PIN).contains(PIN));
        assertFalse(Arrays.toString(new Object[] {question(PIN, number)}).contains(PIN));
    }
}
