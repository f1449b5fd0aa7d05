package org.portcullis.portout.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.TestLimits;
import org.portcullis.partner.BandwidthJudgement;
import org.portcullis.testing.AskingCarrier.Reply;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;

/** What a carrier over its limit is answered, and what the other carriers are answered meanwhile. */
@QuarkusTest
class CarrierShareTest extends PortalTest {

    private static final String PIN = "73910482";

    @Inject
    MeterRegistry metrics;

    private final String number = "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number)
            .saved();
    private final AskingCarrier greedy = AskingCarrier.knownTo(Surroundings.portalUrl());
    private final AskingCarrier other = AskingCarrier.knownTo(Surroundings.portalUrl());

    /** @return the name that the carrier's requests are counted by */
    private String caller() {
        return "carrier:" + UUID.fromString(
                Row.select("select asker_id from port_out_request where organization_id = ?", organization.id()).get(0)
                        .get("asker_id"));
    }

    private double closed() {
        return metrics.counter("portcullis.port.out.closed", "channel", "BANDWIDTH", "cause", "OVERFULL").count();
    }

    private static void assertRefused(Reply reply) {
        var judgement = BandwidthJudgement.of(reply.status(), reply.type(),
                reply.body().getBytes(StandardCharsets.UTF_8));
        assertTrue(judgement.isKept(), reply.body());
        assertEquals(List.of(7598), judgement.codes(), reply.body());
    }

    @Test
    void oneCarrierThatHoldsAllItsPlacesKeepsNoOtherFromAVerdict() {
        organization.withPin(PIN);
        assertEquals(List.of(7512), greedy.ask("", number).codes());
        var caller = caller();
        var limits = new TestLimits().with(CostlyWork.VERDICT, 3, 2).install();
        var first = limits.enter(CostlyWork.VERDICT, caller);
        var second = limits.enter(CostlyWork.VERDICT, caller);
        var before = closed();
        var refused = greedy.ask("<PON>LSR-7</PON><Pin>" + PIN + "</Pin>", number);
        assertRefused(refused);
        assertTrue(refused.body().contains("<PON>LSR-7</PON>")
                && refused.body().contains("<TelephoneNumber>" + number.substring(2)), refused.body());
        assertRefused(greedy.post(BodyPublishers.ofString("no request"), "application/xml"));
        var many = IntStream.range(0, 5_000).mapToObj(i -> "+1310%07d".formatted(2_000_000 + i)).toArray(String[]::new);
        assertRefused(greedy.ask("<Pin>" + PIN + "</Pin>", many));
        assertEquals(before + 3, closed());
        assertEquals(List.of(7512), other.ask("", number).codes());
        first.close();
        second.close();
        assertTrue(greedy.ask("<Pin>" + PIN + "</Pin>", number).isPortable());
    }

    @Test
    void aCarrierThatAsksTooOftenWithinAMinuteIsRefusedUndecided() {
        organization.withPin(PIN);
        new TestLimits().withPerMinute(CostlyWork.VERDICT, 1).install();
        assertEquals(List.of(7512), greedy.ask("", number).codes());
        var refused = greedy.ask("<Pin>" + PIN + "</Pin>", number);
        assertRefused(refused);
        assertTrue(other.ask("<Pin>" + PIN + "</Pin>", number).isPortable());
    }
}
