package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.lock.PortOutLocks;
import org.portcullis.pin.PortOutPinChange;
import org.portcullis.pin.PortOutPinEnd;
import org.portcullis.portout.AdminApproval.Result;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;

/** The provider requires the admin's approval, and approves requests that are not answered in time. */
@QuarkusTest
@TestProfile(AdminApprovalTest.ApprovalWanted.class)
class AdminApprovalTest extends PortalTest {

    /** PINs are valid for one port-out as well. */
    public static class ApprovalWanted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("portcullis.port-out.approval", "admin", "portcullis.port-out.silence", "allow",
                    "portcullis.pin.single-use", "true");
        }
    }

    private static final String PIN = "73910482";
    private static final String OTHER_PIN = "51938274";

    @Inject
    PortOutDecider desk;

    @Inject
    AdminApproval word;

    @Inject
    PortOutPinChange pins;

    @Inject
    PortOutPinEnd pinEnd;

    @Inject
    PortOutLocks locks;

    @Inject
    MeterRegistry metrics;

    @Inject
    TestClock clock;

    private final String number = number();
    private final String second = number();
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number)
            .withNumber(second).saved();
    private final Fixtures.Person reader = organization.admin();
    private final Person admin = new Person(UUID.randomUUID(), "The admin", reader.email(), Role.ADMIN,
            organization.id(), organization.name());
    private final String carrier = "Carrier " + UUID.randomUUID();

    @BeforeEach
    void setPin() {
        organization.withPin(PIN);
    }

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private static String number() {
        return "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    }

    private void setPin(String pin, int revision) {
        assertTrue(pins.apply(pins.prepare(pin, organization.id(), Set.of()).orElseThrow(), revision, actor(), null));
    }

    private Actor actor() {
        return admin.asActor();
    }

    private PortOutQuestion question(PortOutChannel channel, String pin, String e164) {
        return new PortOutQuestion(new RequestingCarrier(new UUID(1, carrier.hashCode()), carrier, channel),
                List.of(e164)).withPin(pin)
                .withBody(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    }

    private Answer await(PortOutChannel channel, String e164) {
        var answer = desk.decide(question(channel, PIN, e164));
        assertEquals(Verdict.AWAITING_APPROVAL, answer.verdict());
        return answer;
    }

    private static Map<String, String> row(UUID id) {
        return Row.select("select * from port_out_request where id = ?", id).get(0);
    }

    private List<Map<String, String>> orders() {
        return Row.select("select * from port_order where organization_id = ?", organization.id());
    }

    private Result approve(Answer answer) {
        return word.approve(admin, answer.id(), null);
    }

    @Test
    void letsNumbersLeaveThatAnAdminApproved() {
        var answer = await(PortOutChannel.API, number);
        assertEquals(Result.DONE, approve(answer));
        assertEquals("ALLOWED", row(answer.id()).get("verdict"));
        assertEquals(1, orders().size());
        var counted = metrics.counter("portcullis.port.out.verdicts", "channel", "API", "carrier", carrier, "verdict",
                "ALLOWED", "reason", "NONE");
        assertEquals(1, counted.count());
    }

    @Test
    void countsWhatAnAdminRefused() {
        var answer = await(PortOutChannel.API, number);
        assertEquals(Result.DONE, word.refuse(admin, answer.id(), null));
        var counted = metrics.counter("portcullis.port.out.verdicts", "channel", "API", "carrier", carrier, "verdict",
                "REFUSED", "reason", "REFUSED_BY_ADMIN");
        assertEquals(1, counted.count());
    }

    /** Changes after which a check no longer passes. */
    private Stream<Runnable> changes() {
        return Stream.of(
                () -> assertTrue(pinEnd.markCompromised(organization.id(), 1, actor(), null)),
                () -> Row.update("update telephone_number set active = false where number = ?", number),
                () -> Row.update("update telephone_number set organization_id = ? where number = ?",
                        Fixtures.organization("Elsewhere").saved().id(), number),
                () -> Row.update("delete from telephone_number where number = ?", number),
                () -> Row.update("update organization set country = 'FR' where id = ?", organization.id()),
                () -> locks.lockAll(organization.id(), actor(), null),
                () -> setPin(OTHER_PIN, 1));
    }

    private void undo() {
        Row.update("delete from telephone_number where number = ?", number);
        Row.update("insert into telephone_number (number, organization_id) values (?, ?)", number, organization.id());
        Row.update("update organization set country = 'US' where id = ?", organization.id());
        Row.update("delete from port_out_lock where organization_id = ?", organization.id());
        Row.update("update port_out_pin set compromised_at = null, revision = 1 where organization_id = ?",
                organization.id());
    }

    @Test
    void makesTheChecksAgainBeforeAWordDecides() {
        var answer = await(PortOutChannel.API, number);
        changes().forEach(change -> {
            change.run();
            assertEquals(Result.IN_THE_WAY, approve(answer));
            undo();
        });
        assertEquals(List.of(), orders());
        assertEquals(Result.DONE, approve(answer));
    }

    @Test
    void makesTheChecksAgainBeforeSilenceDecides() {
        changes().forEach(change -> {
            var answer = await(PortOutChannel.API, number);
            change.run();
            clock.pass(Duration.ofHours(25));
            word.endWaiting();
            assertEquals("WORD_EXPIRED", row(answer.id()).get("refusals"));
            undo();
        });
        assertEquals(List.of(), orders());
    }

    @Test
    void usesAPinOnceThoughTwoRequestsWait() {
        var first = await(PortOutChannel.API, number);
        var other = await(PortOutChannel.API, second);
        assertEquals(Result.DONE, approve(first));
        assertEquals(Result.IN_THE_WAY, approve(other));
        setPin(OTHER_PIN, 1);
        assertEquals(Result.IN_THE_WAY, approve(other), "it came with another PIN");
        assertNull(organization.pinRows().get(0).get("used_at"), "nobody has used the new one");
    }

    @Test
    void keepsAnApprovalForACarrierThatAsksAgain() {
        var question = question(PortOutChannel.BANDWIDTH, PIN, number);
        var answer = desk.decide(question);
        assertEquals(Verdict.AWAITING_APPROVAL, answer.verdict());
        assertEquals(Result.DONE, approve(answer));
        locks.lockAll(organization.id(), actor(), null);
        assertEquals(List.of(Refusal.LOCKED), desk.decide(question).reasons());
        locks.unlockAll(organization.id(), actor(), null);
        var again = desk.decide(question);
        assertEquals(answer.id(), again.id());
        assertEquals(Verdict.ALLOWED, again.verdict());
        assertEquals("The admin", row(answer.id()).get("decided_by"));
        assertEquals(1, orders().size());
        assertEquals(Verdict.ALLOWED, desk.decide(question).verdict(), "it stands");
        assertEquals(1, orders().size());
    }

    @Test
    void allowsOverBandwidthWhatWasApproved() {
        var platform = AskingCarrier.knownTo(Surroundings.portalUrl());
        var pin = "<Pin>" + PIN + "</Pin>";
        assertEquals(List.of(7519), platform.ask(pin, number).codes());
        var id = UUID
                .fromString(Row.select("select id from port_out_request where organization_id = ?", organization.id())
                        .get(0).get("id"));
        assertEquals(Result.DONE, word.approve(admin, id, null));
        assertTrue(platform.ask(pin, number).isPortable(), "the same bytes");
        setPin(OTHER_PIN, 1);
        var other = "<Pin>" + OTHER_PIN + "</Pin>";
        assertEquals(List.of(7519), platform.ask(other, second).codes());
        var next = UUID.fromString(Row
                .select("select id from port_out_request where organization_id = ? and verdict = 'AWAITING_APPROVAL'",
                        organization.id())
                .get(0).get("id"));
        assertEquals(Result.DONE, word.approve(admin, next, null));
        assertTrue(platform.ask("<PON>LSR-2</PON>" + other, second).isPortable(), "other bytes");
        assertEquals(2, orders().size());
    }

    @Test
    void forgetsAnApprovalThatTheOrganizationDidNotWant() {
        var question = question(PortOutChannel.BANDWIDTH, PIN, number);
        var answer = desk.decide(question);
        assertEquals(Result.DONE, approve(answer));
        word.notUs(admin, answer.id(), null);
        locks.unlockAll(organization.id(), actor(), null);
        assertEquals(Verdict.REFUSED, desk.decide(question).verdict());
        setPin(OTHER_PIN, 1);
        assertEquals(Verdict.AWAITING_APPROVAL,
                desk.decide(question(PortOutChannel.BANDWIDTH, OTHER_PIN, number)).verdict());
    }

    @Test
    void tellsWhatSilenceHasAllowed() {
        var answer = await(PortOutChannel.BANDWIDTH, number);
        clock.pass(Duration.ofHours(25));
        word.endWaiting();
        var row = row(answer.id());
        assertEquals("ALLOWED", row.get("verdict"));
        var mail = Row.select("select * from notice where recipient = ? and topic = 'WORD_EXPIRED'", reader.email());
        assertEquals(1, mail.size());
        assertTrue(Mails.textOf(mail.get(0)).contains("Allowed"));
        var entry = Row.select("select * from audit_entry where subject_id = ? and event = 'PORT_OUT_WORD_EXPIRED'",
                answer.id()).get(0);
        assertEquals(List.of("Portcullis", "ALLOWED"), List.of(entry.get("actor_name"), entry.get("detail")));
        var page = Visitor.inEnglish().signedInAs(reader).get("/port-out-requests/" + answer.id()).text();
        assertTrue(page.contains("Nobody in your organization approved or refused it in time"), page);
        assertFalse(page.contains("Your organization approved it"), page);
        assertEquals(Verdict.ALLOWED, desk.decide(question(PortOutChannel.BANDWIDTH, PIN, number)).verdict());
    }

    @Test
    void goesOnAfterOneThatCannotBeDecided() {
        var bad = await(PortOutChannel.API, number);
        var good = await(PortOutChannel.API, second);
        Row.update("update port_out_request set organization_id = ?, answer_by = ? where id = ?", UUID.randomUUID(),
                clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC), bad.id());
        clock.pass(Duration.ofHours(25));
        word.endWaiting();
        assertEquals("ALLOWED", row(good.id()).get("verdict"));
        assertEquals("AWAITING_APPROVAL", row(bad.id()).get("verdict"));
        Row.update("update port_out_request set verdict = 'REFUSED', refusals = 'WORD_EXPIRED' where id = ?", bad.id());
    }

    @Test
    void repeatsNoYesOverTheApiThatIsNoneAnyMore() {
        var made = Visitor.inEnglish().signedInAs(Fixtures.desk()).get("/desk/carriers/new")
                .submit("/desk/carriers/new", Map.of("name", carrier, "protocol", "API"));
        var asking = Visitor.inEnglish().with("Authorization", "Bearer " + made.field("Key").val()).with("Accept",
                "application/json");
        asking.with("Idempotency-Key", UUID.randomUUID().toString());
        var keyed = "{\"numbers\":[\"" + number + "\"],\"pin\":\"" + PIN + "\"}";
        var first = asking.send("POST", "/api/port-out-requests", keyed, "application/json");
        var keyedId = UUID.fromString(first.redirect().substring(first.redirect().lastIndexOf('/') + 1));
        Row.update("update api_answer set verdict = 'ALLOWED', reasons = '' where request_id = ?", keyedId);
        assertEquals(Result.DONE, word.approve(admin, keyedId, null));
        assertTrue(asking.send("POST", "/api/port-out-requests", keyed, "application/json").source()
                .contains("\"ALLOWED\""));
        word.notUs(admin, keyedId, null);
        var replay = asking.send("POST", "/api/port-out-requests", keyed, "application/json");
        assertEquals(201, replay.status());
        assertTrue(replay.source().contains("REFUSED_BY_ADMIN") && !replay.source().contains("\"ALLOWED\""),
                replay.source());
        assertTrue(asking.get(first.redirect()).source().contains("REFUSED_BY_ADMIN"));
    }
}
