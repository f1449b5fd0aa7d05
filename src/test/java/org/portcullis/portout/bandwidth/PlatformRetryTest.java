package org.portcullis.portout.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.partner.BandwidthJudgement.Fate;
import org.portcullis.partner.BandwidthPlatform.PortOut;
import org.portcullis.partner.BandwidthPlatform;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.TestClock;

/** The platform's retries, with the same bytes and five minutes apart, whichever answer reaches it. */
@QuarkusTest
class PlatformRetryTest extends PortalTest {

    private static final String PIN = "73910482";
    private static final int TRIES = 9;

    @Inject
    TestClock clock;

    private final String number = "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number)
            .saved();
    private final BandwidthPlatform platform = new BandwidthPlatform(Surroundings.portalUrl(),
            AskingCarrier.knownTo(Surroundings.portalUrl()).authorization(), time -> {});

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    private PortOut portOut() {
        return PortOut.of(number.substring(2)).withPon("LSR-17").withSubscriber("Cascade");
    }

    /** @return the platform's decision after each try */
    private List<Fate> nineTimes(PortOut portOut) {
        return IntStream.range(0, TRIES).mapToObj(i -> {
            var fate = platform.ask(portOut).fate();
            clock.pass(BandwidthPlatform.BETWEEN_TRIES);
            return fate;
        }).distinct().toList();
    }

    @Test
    void keepRefusingAWrongPinAndCountItOnce() {
        organization.withPin(PIN);
        assertEquals(List.of(Fate.EXCEPTION), nineTimes(portOut().withPin("73910483")));
        assertEquals(List.of("1", "1"),
                Row.select("select failures from port_out_guess where subject like ?", "%" + organization.id() + "%")
                        .stream()
                        .map(row -> row.get("failures")).toList());
        var kept = Row.select("select times_asked from port_out_request where organization_id = ?", organization.id());
        assertEquals(List.of(String.valueOf(TRIES)), kept.stream().map(row -> row.get("times_asked")).toList());
    }

    @Test
    void keepRefusingWhereNoPinIsSet() {
        assertEquals(List.of(Fate.EXCEPTION), nineTimes(portOut().withPin(PIN)));
    }

    @Test
    void keepRefusingALockedNumberWithTheRightPin() {
        organization.withPin(PIN);
        Row.update(
                "insert into port_out_lock (organization_id, number, set_at, set_by_id, set_by_name) values (?, ?, current_timestamp, ?, 'The admin')",
                organization.id(), number, UUID.randomUUID());
        assertEquals(List.of(Fate.EXCEPTION), nineTimes(portOut().withPin(PIN)));
        Row.update("delete from port_out_lock where organization_id = ?", organization.id());
        assertEquals(Fate.APPROVED, platform.ask(portOut().withPin(PIN)).fate(), "the lock was what kept it");
    }

    @Test
    void repeatAnApprovalAndMakeOneOrder() {
        organization.withPin(PIN);
        assertEquals(List.of(Fate.APPROVED), nineTimes(portOut().withPin(PIN)));
        assertEquals(1, Row.select("select id from port_order where organization_id = ?", organization.id()).size());
    }

    @Test
    void keepRefusingWhatCanNotBeRead() {
        var unreadable = PortOut.of("206555010").withPin(PIN);
        assertEquals(List.of(Fate.EXCEPTION), nineTimes(unreadable));
        assertTrue(platform.ask(unreadable).codes().contains(7598));
    }
}
