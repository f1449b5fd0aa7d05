package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.lock.PortOutLocks;
import org.portcullis.portoutpin.PortOutPinChange;
import org.portcullis.portoutpin.PortOutPinEnd;
import org.portcullis.testing.Given;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.TestClock;

@QuarkusTest
class PortOutDeskTest extends PortalTest {

    private static final String PIN = "73910482";
    private static final String WRONG = "73910483";
    private static final Actor ADMIN = new Actor(UUID.randomUUID(), "The admin", null);

    @Inject
    PortOutDesk desk;

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
    private final Given.Organization organization = Given.organization("Cascade Freight").withNumber(number).withNumber(second).saved();
    private final Asker asker = new Asker(UUID.randomUUID(), "Columbia Fiber", Channel.BANDWIDTH);

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private static String number() {
        return "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    }

    private void setPin(String pin, int revision) {
        assertTrue(pins.apply(pins.prepare(pin, organization.id()).orElseThrow(), revision, ADMIN, null));
    }

    /** A question unlike every other one, unless its body says that it is the same. */
    private PortOutQuestion question(String pin, String... numbers) {
        return new PortOutQuestion(asker, List.of(numbers)).withPin(pin).withPon("LSR-1").withBody(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
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
        return Row.select("select * from port_out_request where organization_id = ? and pin_revision is not null", organization.id()).size();
    }

    @Test
    void makesAPortOrderOfWhatIsAllowedAndTellsEachAdmin() {
        var admins = List.of(organization.admin(), organization.admin());
        organization.viewer();
        setPin(PIN, 0);
        var answer = desk.decide(question(PIN, number, second).withAccount("447190382", "98101-0001"));
        assertEquals(Verdict.ALLOWED, answer.verdict());
        assertEquals(List.of(), answer.reasons());
        var order = Given.orderRow(answer.orderPon());
        assertEquals(List.of("PROCESSING", "OUT", "Columbia Fiber", "LSR-1", "2", answer.id().toString()),
                List.of(order.get("state"), order.get("direction"), order.get("other_carrier"), order.get("carrier_pon"), order.get("number_count"), order.get("request_id")));
        var history = Given.rowsOf(answer.orderPon(), "port_order_transition");
        assertEquals(List.of("CARRIER", "Columbia Fiber"), List.of(history.get(0).get("actor_role"), history.get(0).get("actor_name")));
        assertEquals(admins.stream().map(Given.Person::email).sorted().toList(),
                Given.rowsOf(answer.orderPon(), "notice").stream().map(notice -> notice.get("recipient")).sorted().toList());
        assertEquals(1, Row.select("select * from audit_entry where subject_id = ? and event = 'PORT_OUT_ALLOWED'", answer.id()).size());
    }

    @Test
    void refusesWithEveryReason() {
        setPin(PIN, 0);
        locks.lock(organization.id(), List.of(second), ADMIN, null);
        organization.order("Leaving").out().in("PROCESSING").withNumber(second).saved();
        var answer = desk.decide(question("", number, second).withAccount("4471-90383", "98102"));
        assertEquals(List.of(Refusal.LOCKED, Refusal.ALREADY_LEAVING, Refusal.ACCOUNT_NUMBER_INVALID, Refusal.ZIP_INVALID, Refusal.PIN_MISSING), answer.reasons());
        assertNull(answer.orderPon());
        assertEquals(0, compared());
    }

    @Test
    void looksAtTheNumbersBeforeAnythingElse() {
        var stranger = number();
        Given.organization("Elsewhere").withNumber(stranger).saved();
        assertRefused(desk.decide(question(PIN, number())), Refusal.NOT_RECOGNISED);
        assertRefused(desk.decide(question(PIN, number, number())), Refusal.NOT_RECOGNISED);
        assertRefused(desk.decide(question(PIN, number, stranger)), Refusal.SEVERAL_ORGANIZATIONS);
        Row.update("update telephone_number set active = false where number = ?", second);
        assertRefused(desk.decide(question(PIN, number, second)), Refusal.NOT_ACTIVE);
        assertRefused(desk.decide(new PortOutQuestion(asker, List.of())), Refusal.NOT_RECOGNISED);
        var many = IntStream.rangeClosed(0, PortOutQuestion.MOST_NUMBERS).mapToObj(i -> "+1212" + (2_000_000 + i)).toList();
        assertRefused(desk.decide(new PortOutQuestion(asker, many)), Refusal.TOO_MANY_NUMBERS);
    }

    @Test
    void letsNumbersLeaveWithAPinOnly() {
        assertRefused(ask(PIN), Refusal.NO_PIN);
        setPin(PIN, 0);
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
        Given.organization("Lumière").inFrance().withNumber(french).saved();
        assertRefused(desk.decide(question(PIN, french)), Refusal.NOT_IN_UNITED_STATES);
    }

    @Test
    void takesNoPinThatSomebodyElseKnows() {
        setPin(PIN, 0);
        assertTrue(pinEnd.markCompromised(organization.id(), 1, ADMIN, null));
        assertRefused(ask(PIN), Refusal.PIN_UNUSABLE);
        assertEquals(0, compared());
    }

    @Test
    void asksForAccountAndZipWhereTheyAreGivenWithoutAValue() {
        setPin(PIN, 0);
        var answer = desk.decide(question(PIN, number).withAccount("", " "));
        assertEquals(List.of(Refusal.ACCOUNT_NUMBER_MISSING, Refusal.ZIP_MISSING), answer.reasons());
    }

    @Test
    void keepsNothingOfWhatWasTried() {
        setPin(PIN, 0);
        organization.admin();
        ask(WRONG);
        ask(PIN);
        for (String table : List.of("port_out_request", "port_out_retry", "port_out_guess", "port_order", "audit_entry", "notice")) {
            var text = Row.select("select * from " + table).toString();
            assertFalse(text.contains(WRONG) || text.contains(PIN), table);
        }
    }

    @Test
    void takesTheSameQuestionForARetry() {
        setPin(PIN, 0);
        var wrong = new PortOutQuestion(asker, List.of(number)).withPin(WRONG).withBody("a body".getBytes(StandardCharsets.UTF_8));
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
        setPin(PIN, 0);
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

    private Map<String, String> guesses() {
        return Row.select("select * from port_out_guess where subject = ?", GuessCount.subjectOf(organization.id())).get(0);
    }

    private void setFailures(int failures) {
        Row.update("update port_out_guess set failures = ?, tries = ?, blocked_until = null where subject = ?",
                failures, failures, GuessCount.subjectOf(organization.id()));
    }

    private List<String> newsTo(Given.Person reader) {
        return Row.select("select * from notice where recipient = ? order by created_at", reader.email()).stream().map(mail -> mail.get("subject").split(":")[0]).toList();
    }

    @Test
    void slowsGuessingDownToTheMicrosecondAndStopsIt() {
        setPin(PIN, 0);
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
        setPin(PIN, 0);
        ask(WRONG);
        setFailures(4);
        assertEquals(Verdict.ALLOWED, ask(PIN).verdict());
        assertEquals("0", guesses().get("failures"));
    }

    @Test
    void stopsAfterAHundredTriesHoweverEarlyTheyCame() {
        setPin(PIN, 0);
        ask(WRONG);
        setFailures(4);
        ask(WRONG);
        Row.update("update port_out_guess set tries = 98 where subject = ?", GuessCount.subjectOf(organization.id()));
        assertRefused(ask(WRONG), Refusal.GUESSING_SLOWED);
        assertRefused(ask(WRONG), Refusal.GUESSING_LOCKED);
    }

    @Test
    void countsACarrierWhoeverItAsksFor() {
        setPin(PIN, 0);
        ask(WRONG);
        Row.update("update port_out_guess set failures = 49 where subject = ?", asker.subject());
        ask(WRONG);
        assertRefused(ask(PIN), Refusal.GUESSING_SLOWED);
        var other = new PortOutQuestion(new Asker(UUID.randomUUID(), "Other", Channel.API), List.of(number)).withPin(PIN);
        assertEquals(Verdict.ALLOWED, desk.decide(other).verdict());
    }

    private List<Answer> atOnce(int threads, List<PortOutQuestion> questions) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            return questions.stream().map(question -> CompletableFuture.supplyAsync(() -> desk.decide(question), pool)).toList()
                    .stream().map(CompletableFuture::join).toList();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void comparesNoMoreThanTheLimitHoweverManyAskAtOnce() {
        setPin(PIN, 0);
        var answers = atOnce(12, IntStream.range(0, 40).mapToObj(i -> question("9" + (1_000_000 + i), number)).toList());
        assertTrue(answers.stream().allMatch(answer -> answer.reasons().equals(List.of(Refusal.PIN_INVALID))));
        assertEquals(5, compared());
        assertEquals("5", guesses().get("failures"));
        assertEquals("40", guesses().get("tries"));
    }

    @Test
    void countsAStormOfTheSameQuestionOnce() {
        setPin(PIN, 0);
        var storm = question(WRONG, number);
        var answers = atOnce(8, IntStream.range(0, 8).mapToObj(i -> storm).toList());
        assertEquals(1, answers.stream().distinct().count());
        assertEquals("1", guesses().get("failures"));
        assertEquals("8", row(answers.get(0)).get("times_asked"));
    }

    @Test
    void letsANumberLeaveOnceHoweverManyAskAtOnce() {
        setPin(PIN, 0);
        var answers = atOnce(4, IntStream.range(0, 4).mapToObj(i -> question(PIN, number)).toList());
        assertEquals(1, answers.stream().filter(Answer::isAllowed).count());
        assertEquals(3, answers.stream().filter(answer -> answer.reasons().equals(List.of(Refusal.ALREADY_LEAVING))).count());
    }

    @Test
    void takesUpWhatADeadProcessLeft() {
        setPin(PIN, 0);
        var question = question(WRONG, number);
        var left = desk.decide(question);
        Row.update("update port_out_request set verdict = 'DECIDING', refusals = '' where id = ?", left.id());
        Row.update("update port_out_guess set pending = 1, failures = 0, pending_until = ? where subject = ?",
                clock.instant().plus(Duration.ofSeconds(60)).atOffset(ZoneOffset.UTC), GuessCount.subjectOf(organization.id()));
        clock.pass(Duration.ofSeconds(61));
        var again = desk.decide(question);
        assertEquals(left.id(), again.id());
        assertRefused(again, Refusal.PIN_INVALID);
        assertEquals("2", guesses().get("failures"), "the one that nobody came back from counts as wrong");
    }

    @Test
    void asksForTwentyThousandNumbersAtOnce() {
        var first = ThreadLocalRandom.current().nextLong(13_000_000_000L, 13_090_000_000L);
        var numbers = IntStream.range(0, PortOutQuestion.MOST_NUMBERS).mapToObj(i -> "+" + (first + i)).toList();
        Row.insertAll("insert into telephone_number (number, organization_id) values (?, ?)",
                numbers.stream().map(e164 -> new Object[] {e164, organization.id()}).toList());
        setPin(PIN, 0);
        var answer = desk.decide(question(PIN, numbers.toArray(String[]::new)));
        assertEquals(Verdict.ALLOWED, answer.verdict());
        assertEquals("20000", Given.orderRow(answer.orderPon()).get("number_count"));
        assertEquals(numbers, QuarkusTransaction.requiringNew().call(() -> PortOutRequest.byId(answer.id()).orElseThrow().telephoneNumbers()));
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
