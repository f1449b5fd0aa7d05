package org.portcullis.portout.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.partner.TelnyxHttp.Fault;
import org.portcullis.partner.TelnyxPlatform.Code;
import org.portcullis.partner.TelnyxPlatform.Fate;
import org.portcullis.partner.TelnyxWebhooks.Event;
import org.portcullis.portout.Refusal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

/** The whole life of a port-out; the Telnyx stand-in decides whether the numbers leave. */
@QuarkusTest
class TelnyxLifeTest extends TelnyxTest {

    private static final String REOPENED = "Telnyx does not accept the reason of a refusal: ";

    /** How news of a port-out reaches the portal. */
    enum Way {
        /** By one webhook each. */
        ONCE,
        TWICE,
        /** By webhooks in reverse order. */
        BACKWARDS,
        /** By polling, since no webhook arrives. */
        NEVER
    }

    private void tell(Way way) {
        var waiting = telnyx.webhooks().of(portOut);
        switch (way) {
            case ONCE -> sendAll();
            case TWICE -> {
                sendAll();
                waiting.forEach(event -> assertEquals(200, telnyx.webhooks().send(event)));
            }
            case BACKWARDS -> {
                for (int i = waiting.size() - 1; i >= 0; i--) {
                    assertEquals(200, telnyx.webhooks().send(waiting.get(i)));
                }
            }
            case NEVER -> {
                telnyx.webhooks().lose();
                lookLater();
            }
        }
    }

    private void refuse() {
        announce(WRONG_PIN);
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
        // Telnyx's times have seconds or finer, and the review takes a while.
        pass(Duration.ofHours(1));
    }

    private void allow() {
        announce(PIN);
        teller.look();
        assertEquals(Fate.LEAVES, telnyx.fate(portOut));
    }

    private Instant instant(String column) {
        return OffsetDateTime.parse(order().get(column).replace(' ', 'T')).toInstant();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void answersAgainWhenARejectionIsFoundInvalid(Way way) {
        var desk = Fixtures.desk();
        refuse();
        telnyx.findInvalid(portOut);
        assertEquals(Fate.WAITS, telnyx.fate(portOut));
        tell(way);
        assertEquals(List.of(REOPENED + carrier),
                mails(admin.email()).stream().filter(each -> each.startsWith(REOPENED)).toList());
        assertEquals(List.of(REOPENED + carrier),
                mails(desk.email()).stream().filter(each -> each.startsWith(REOPENED)).toList());
        pass(Duration.ofMinutes(5));
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
        assertEquals(List.of("REJECTED_PENDING 1002", "REJECTED_PENDING 1001"), told());
        assertFalse(telnyx.isAnsweredTheSameTwice(portOut));
        var words = telnyx.answers(portOut).get(1).reason();
        assertTrue(words.contains("The port out PIN of the request is not the one that the end user has set"), words);
        pass(Duration.ofDays(3));
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut), "however long it takes");
        assertEquals("REFUSED", request().get("verdict"));
        assertEquals(List.of(), orders());
    }

    @Test
    void neverAnswersTheSameTwiceHoweverOftenItIsFoundInvalid() {
        refuse();
        for (int i = 0; i < 4; i++) {
            telnyx.findInvalid(portOut);
            telnyx.webhooks().lose();
            lookLater();
            teller.look();
            assertEquals(Fate.STAYS, telnyx.fate(portOut));
        }
        assertEquals(5, telnyx.answers(portOut).size());
        assertFalse(telnyx.isAnsweredTheSameTwice(portOut));
    }

    @Test
    void givesAnotherReasonInWordsWhereThatOneWasFoundInvalid() {
        Row.update("update telephone_number set active = false where number = ?", number);
        announce(PIN);
        teller.look();
        pass(Duration.ofHours(1));
        telnyx.list(Code.OTHER, Code.INVALID_PIN, new Code(1007, "Phone number inactive", false));
        telnyx.findInvalid(portOut);
        sendAll();
        teller.look();
        assertEquals(List.of("REJECTED_PENDING 1001", "REJECTED_PENDING 1007"), told());
        pass(Duration.ofHours(1));
        telnyx.findInvalid(portOut);
        sendAll();
        teller.look();
        assertEquals("REJECTED_PENDING 1001", told().get(2));
        assertTrue(telnyx.answers(portOut).get(2).reason().contains("no. 3"), telnyx.answers(portOut).get(2).reason());
        assertFalse(telnyx.isAnsweredTheSameTwice(portOut));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void rejectsForEveryReasonAndAgainInOtherWords(Refusal reason) {
        announce(WRONG_PIN);
        Row.update("update port_out_request set refusals = ? where asker_name = ?", reason.name(), carrier);
        teller.look();
        pass(Duration.ofHours(1));
        telnyx.findInvalid(portOut);
        telnyx.webhooks().lose();
        lookLater();
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
        assertEquals(2, told().size());
        assertFalse(telnyx.isAnsweredTheSameTwice(portOut));
        var isLikePin = reason.outside() == Refusal.PIN_INVALID || reason == Refusal.PIN_MISSING;
        assertEquals(isLikePin ? "REJECTED_PENDING 1002" : "REJECTED_PENDING 1001", told().get(0));
        assertEquals("REJECTED_PENDING 1001", told().get(1), "in words");
        var words = telnyx.answers(portOut).get(1).reason();
        assertTrue(words.length() > telnyx.answers(portOut).get(0).reason().length(), words);
        assertTrue(words.contains(carrier) && words.contains("no. 2"), words);
        if (isLikePin) {
            assertFalse(words.contains("tries") || words.contains("locked"), "a guesser learns nothing: " + words);
        }
    }

    @Test
    void showsTheNewCountdownUntilTelnyxIsTold() {
        refuse();
        telnyx.findInvalid(portOut);
        sendAll();
        var path = "/port-out-requests/" + request().get("id");
        var page = Visitor.inEnglish().signedInAs(admin).get(path).text();
        assertTrue(page.contains("The carrier waits for another answer"), page);
        assertTrue(page.contains("23 h 59 min left"), page);
        assertTrue(Visitor.inFrench().signedInAs(admin).get(path).text().contains("encore 23 h 59 min"));
        var atDesk = Visitor.inEnglish().signedInAs(Fixtures.desk()).get("/desk" + path).text();
        assertTrue(atDesk.contains("23 h 59 min left"), atDesk);
        teller.look();
        assertFalse(Visitor.inEnglish().signedInAs(admin).get(path).text().contains("waits for another answer"));
        assertNull(request().get("silence_ends_at"));
    }

    @Test
    void goesOnTellingAndWarnsAgainInTheNewSilence() {
        refuse();
        telnyx.findInvalid(portOut);
        sendAll();
        telnyx.api().fail(Fault.UNAVAILABLE, Fault.UNAVAILABLE);
        teller.look();
        assertEquals(Fate.WAITS, telnyx.fate(portOut));
        pass(Duration.ofHours(20).plusMinutes(1));
        teller.look();
        assertTrue(mails(admin.email()).contains("Telnyx could not be told yet: " + carrier),
                mails(admin.email()).toString());
        pass(Duration.ofMinutes(1));
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
    }

    @Test
    void heedsNoOldEventOfARejectionThatWasFoundInvalid() {
        refuse();
        telnyx.findInvalid(portOut);
        var events = telnyx.webhooks().of(portOut);
        assertEquals(List.of("pending", "rejected-pending", "pending"), events.stream().map(Event::status).toList());
        assertEquals(200, telnyx.webhooks().send(events.get(2)));
        assertEquals("PENDING", row().get("status"));
        assertEquals(200, telnyx.webhooks().send(events.get(1)));
        assertEquals(200, telnyx.webhooks().send(events.get(0)));
        assertEquals("PENDING", row().get("status"));
        assertNotNull(row().get("next_attempt_at"), "there is still something to tell");
        teller.look();
        assertEquals(2, told().size());
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
    }

    @Test
    void comparesAnotherPinThatComesWithIt() {
        refuse();
        telnyx.findInvalid(portOut, PIN);
        sendAll();
        assertEquals("ALLOWED", request().get("verdict"));
        assertEquals("2", request().get("times_asked"));
        teller.look();
        assertNull(request().get("silence_ends_at"));
        assertEquals(Fate.LEAVES, telnyx.fate(portOut));
        assertEquals("PROCESSING", order().get("state"));
    }

    @Test
    void keepsTheEarlierVerdictWhereAnotherPinCanNotBeCompared() {
        refuse();
        telnyx.findInvalid(portOut, PIN);
        Row.update("update port_out_pin set key_id = 'lost' where organization_id = ?", organization.id());
        assertEquals(503, telnyx.webhooks().send(telnyx.webhooks().last(portOut)));
        teller.look();
        assertEquals(Fate.WAITS, telnyx.fate(portOut), "Telnyx sends it again");
        pass(Duration.ofMinutes(6));
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
    }

    @Test
    void comparesNoOtherPinWhereSomethingElseWasWrong() {
        Row.update("update telephone_number set active = false where number = ?", number);
        announce(PIN);
        teller.look();
        pass(Duration.ofHours(1));
        Row.update("update telephone_number set active = true where number = ?", number);
        telnyx.findInvalid(portOut, PIN);
        sendAll();
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut), "a refusal stays a refusal");
        assertEquals("REFUSED", request().get("verdict"));
    }

    @Test
    void rejectsAgainWhatWasNeverAnnounced() {
        var desk = Fixtures.desk();
        ask(PIN);
        telnyx.webhooks().lose();
        lookLater();
        pass(Duration.ofHours(22));
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
        pass(Duration.ofHours(1));
        telnyx.findInvalid(portOut);
        telnyx.webhooks().lose();
        lookLater();
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
        assertFalse(telnyx.isAnsweredTheSameTwice(portOut));
        assertTrue(mails(desk.email()).contains(REOPENED + carrier), mails(desk.email()).toString());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void completesTheOrderWhenTheNumbersHaveMoved(Way way) {
        allow();
        pass(Duration.ofHours(1));
        telnyx.port(portOut);
        tell(way);
        assertEquals("COMPLETED", order().get("state"), "before any date was confirmed");
        assertEquals(List.of("PORTED"),
                Row.select("select status from port_order_number where number = ?", number).stream()
                        .map(each -> each.get("status")).toList());
        assertEquals(List.of(), Row.select("select number from telephone_number where number = ?", number),
                "it is not the organization's any more");
        assertEquals(List.of("PROCESSING", "CONTACTING_CARRIER", "TRANSFER_APPROVED", "TRANSFER_PENDING", "COMPLETED"),
                states());
        var subjects = Row.select("select subject from notice where recipient = ?", admin.email()).stream()
                .map(each -> each.get("subject")).toList();
        assertEquals(1, subjects.stream().filter(each -> each.startsWith("Your numbers have left")).count(),
                subjects.toString());
        assertEquals(0, subjects.stream().filter(each -> each.contains("within 24 hours")).count(),
                "only of what counts: " + subjects);
        assertEquals(Fate.LEFT, telnyx.fate(portOut));
    }

    private List<String> states() {
        return Row
                .select("select to_state from port_order_transition where order_id = ? order by sequence",
                        UUID.fromString(order().get("id")))
                .stream().map(each -> each.get("to_state")).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 0, -9, -11})
    void completesItWheneverTheNumbersMove(long daysBeforeDate) {
        allow();
        var foc = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        telnyx.setFocDate(portOut, foc);
        sendAll();
        pass(Duration.ofDays(3 - daysBeforeDate).plusMinutes(1));
        telnyx.port(portOut);
        sendAll();
        assertEquals("COMPLETED", order().get("state"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void cancelsTheOrderThatWasAllowed(Way way) {
        allow();
        pass(Duration.ofHours(1));
        telnyx.cancel(portOut);
        tell(way);
        assertEquals("CANCELLED", order().get("state"));
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
        assertEquals(1, Row.select("select number from telephone_number where number = ?", number).size());
    }

    @Test
    void cancelsItEvenWithinTheLastDay() {
        allow();
        telnyx.setFocDate(portOut, clock.instant().plus(Duration.ofDays(3)));
        sendAll();
        Row.update("update port_order set state = 'TRANSFER_PENDING', waiting = 'CARRIERS' where id = ?",
                UUID.fromString(order().get("id")));
        telnyx.cancel(portOut);
        sendAll();
        assertEquals("CANCELLED", order().get("state"));
    }

    @Test
    void cancelsWhatWasRefusedOrUndecided() {
        refuse();
        telnyx.cancel(portOut);
        sendAll();
        assertEquals("CANCELED", row().get("status"));
        ask(PIN);
        telnyx.cancel(portOut);
        tell(Way.BACKWARDS);
        teller.look();
        assertEquals(List.of(), told());
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void endsWithARejectionThatWasFoundValid(Way way) {
        refuse();
        telnyx.acceptRejection(portOut);
        tell(way);
        assertEquals("REJECTED", row().get("status"));
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
        assertEquals("REFUSED", request().get("verdict"));
        assertEquals(List.of(), mails(admin.email()).stream().filter(each -> each.startsWith("Warning")).toList());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void movesTheDateOfTheOrder(Way way) {
        allow();
        pass(Duration.ofMinutes(1));
        var first = clock.instant().plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.SECONDS);
        telnyx.setFocDate(portOut, first);
        if (way == Way.ONCE) {
            sendAll();
            assertEquals(first, instant("foc_at"));
        }
        pass(Duration.ofMinutes(1));
        var second = first.plus(Duration.ofDays(2));
        telnyx.setFocDate(portOut, second);
        tell(way);
        assertEquals("TRANSFER_APPROVED", order().get("state"));
        assertEquals(second, instant("foc_at"));
        var page = Visitor.inEnglish().signedInAs(admin).get("/port-orders/" + order().get("pon")).text();
        assertTrue(page.contains(carrier), "its history says who said so: " + page);
        var subjects = Row.select("select subject from notice where recipient = ?", admin.email()).stream()
                .map(each -> each.get("subject")).toList();
        assertEquals(1, subjects.stream()
                .filter(each -> each.startsWith("Your numbers are to leave, the date is confirmed")).count(),
                subjects.toString());
        assertEquals(way == Way.ONCE ? 1 : way == Way.TWICE ? 1 : 0,
                subjects.stream()
                        .filter(each -> each.startsWith("Your numbers are to leave, another date is confirmed"))
                        .count(),
                subjects.toString());
        assertFalse(Row.select("select * from audit_entry where event = 'PORT_OUT_CARRIER_NEWS' and detail = ?",
                "foc_date " + second).isEmpty());
    }

    @Test
    void movesADateThatIsNearToo() {
        allow();
        telnyx.setFocDate(portOut, clock.instant().plus(Duration.ofHours(10)));
        sendAll();
        Row.update("update port_order set state = 'TRANSFER_PENDING', waiting = 'CARRIERS' where id = ?",
                UUID.fromString(order().get("id")));
        var later = clock.instant().plus(Duration.ofDays(4)).truncatedTo(ChronoUnit.SECONDS);
        pass(Duration.ofSeconds(2));
        telnyx.setFocDate(portOut, later);
        sendAll();
        assertEquals(later, instant("foc_at"));
    }

    @Test
    void keepsADateUntilTheNumbersAreToLeave() {
        ask(PIN);
        assertEquals(200, telnyx.webhooks().send(telnyx.webhooks().last(portOut)));
        var foc = clock.instant().plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.SECONDS);
        telnyx.setFocDate(portOut, foc);
        sendAll();
        assertEquals("PROCESSING", order().get("state"));
        teller.look();
        assertEquals("TRANSFER_APPROVED", order().get("state"));
        assertEquals(foc, instant("foc_at"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void showsWhatIsSaidAmongTheCommentsOfTheOrder(Way way) {
        var desk = Fixtures.desk();
        allow();
        Row.update("update port_order set assignee_id = ?, assignee_name = ? where id = ?", desk.id(), desk.name(),
                UUID.fromString(order().get("id")));
        pass(Duration.ofMinutes(1));
        telnyx.comment(portOut, "The <b>LSR</b> is complete.\n\u202ethanks");
        tell(way);
        lookLater();
        assertEquals(1, Row
                .select("select * from port_order_comment where request_id = ?", UUID.fromString(request().get("id")))
                .size());
        var page = Visitor.inEnglish().signedInAs(admin).get("/port-orders/" + order().get("pon"));
        assertTrue(page.text().contains("Telnyx, carrier"), page.text());
        assertTrue(page.text().contains("The <b>LSR</b> is complete."), page.text());
        assertFalse(page.text().contains("\u202e"), "nothing turns the page round");
        assertNotNull(order().get("unanswered_since"));
        var subjects = Row.select("select subject from notice where recipient = ?", desk.email()).stream()
                .map(each -> each.get("subject")).toList();
        assertEquals(1, subjects.stream().filter(each -> each.startsWith("The carrier wrote about a port out")).count(),
                subjects.toString());
    }

    @Test
    void showsWhatIsSaidOnTheRequestWhereThereIsNoOrder() {
        refuse();
        telnyx.comment(portOut, "x".repeat(5_000));
        sendAll();
        var path = "/port-out-requests/" + request().get("id");
        var page = Visitor.inFrench().signedInAs(admin).get(path).text();
        assertTrue(page.contains("Telnyx, opérateur"), page);
        assertTrue(page.contains("x".repeat(2_000)));
        assertFalse(page.contains("x".repeat(2_001)));
        assertTrue(
                Visitor.inEnglish().signedInAs(Fixtures.desk()).get("/desk" + path).text().contains("Telnyx, carrier"));
    }

    @Test
    void keepsWhatIsSaidBeforeThePortOutIsAnnounced() {
        ask(PIN);
        telnyx.comment(portOut, "First things first.");
        tell(Way.BACKWARDS);
        assertEquals(List.of(), Row.select("select * from telnyx_comment where port_out_id = ?", portOut));
        assertTrue(Visitor.inEnglish().signedInAs(admin).get("/port-orders/" + order().get("pon")).text()
                .contains("First things first."));
    }

    @Test
    void takesNothingForNewsThatSaysNothing() {
        allow();
        for (String body : List.of(
                "{\"data\":{\"event_type\":\"portout.foc_date_changed\",\"payload\":{\"id\":\"" + portOut
                        + "\",\"foc_date\":\"soon\"}}}",
                "{\"data\":{\"event_type\":\"portout.foc_date_changed\",\"payload\":{\"id\":\"" + portOut
                        + "\",\"foc_date\":null}}}",
                "{\"data\":{\"event_type\":\"portout.foc_date_changed\",\"payload\":{\"id\":\"unknown\",\"foc_date\":\"2026-06-02T10:00:00Z\"}}}",
                "{\"data\":{\"event_type\":\"portout.new_comment\",\"payload\":{\"id\":\"c1\",\"portout_id\":\""
                        + portOut + "\",\"comment\":null}}}",
                "{\"data\":{\"event_type\":\"portout.new_comment\",\"payload\":{\"id\":null,\"portout_id\":\"" + portOut
                        + "\",\"comment\":\"Hi\"}}}",
                "{\"data\":{\"event_type\":\"portout.new_comment\",\"payload\":{\"id\":\"c1\",\"comment\":\"Hi\"}}}")) {
            assertEquals(200, telnyx.webhooks().sendRaw(body.getBytes(StandardCharsets.UTF_8)));
        }
        assertEquals("PROCESSING", order().get("state"));
        assertEquals(List.of(), Row.select("select * from port_order_comment where request_id = ?",
                UUID.fromString(request().get("id"))));
    }

    @Test
    void answersBeforeSilenceWhenTelnyxWasAwayForLong() {
        announce(WRONG_PIN);
        while (telnyx.fate(portOut) == Fate.WAITS && clock.instant().isBefore(telnyx.waitsUntil(portOut))) {
            telnyx.api().fail(Fault.UNAVAILABLE);
            teller.look();
            pass(Duration.ofMinutes(30));
            if (clock.instant().isAfter(telnyx.waitsUntil(portOut).minus(Duration.ofHours(1)))) {
                break;
            }
        }
        while (telnyx.fate(portOut) == Fate.WAITS) {
            pass(Duration.ofMinutes(1));
            teller.look();
        }
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
        assertFalse(telnyx.isBySilence(portOut));
    }

    @Test
    void saysSoWhenSilenceWasTakenForAYes() {
        announce(WRONG_PIN);
        pass(Duration.ofHours(25));
        assertEquals(Fate.LEAVES, telnyx.fate(portOut));
        assertTrue(telnyx.isBySilence(portOut));
        sendAll();
        assertEquals(List.of("Warning: numbers leave without a decision: " + carrier), mails(admin.email()));
        telnyx.port(portOut);
        sendAll();
        assertEquals(1, mails(admin.email()).size(), "once is enough");
        assertEquals("REFUSED", request().get("verdict"));
    }

    @Test
    void resumesWhatWasGivenUpAsLongAsTelnyxWaits() {
        announce(WRONG_PIN);
        Row.update("update telnyx_port_out set next_attempt_at = null where id = ?", portOut);
        lookLater();
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
    }

    @Test
    void looksOnWhereOnePortOutCanNotBeRead() {
        announce(WRONG_PIN);
        var unreadable = portOut;
        teller.look();
        allow();
        telnyx.port(portOut);
        telnyx.webhooks().lose();
        Row.update("update telnyx_port_out set looked_at = ? where id = ?",
                clock.instant().minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC), unreadable);
        pass(Duration.ofMinutes(10));
        telnyx.api().fail(Fault.EMPTY, Fault.OTHER_JSON);
        look.look();
        assertEquals("PORTED", row().get("status"));
        assertNotEquals(unreadable, portOut);
    }
}
