package org.portcullis.portout.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.partner.BandwidthJudgement;
import org.portcullis.testing.AskingCarrier.Reply;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;

/**
 * Failures that are answered with a refusal, and counted once. Runs in the test's own process, which has the counters.
 */
@QuarkusTest
class ClosedAnswersTest extends PortalTest {

    private static final String ENTRANCE = "/carrier/bandwidth/port-out-validation";
    private static final String NOBODYS = AskingCarrier.xml("", "+14657110000");

    @Inject
    MeterRegistry metrics;

    private final AskingCarrier carrier = AskingCarrier.knownTo(Surroundings.portalUrl());

    private double counted(String name) {
        return metrics.find(name).tag("channel", "BANDWIDTH").counters().stream().mapToDouble(Counter::count).sum();
    }

    private static void assertRefused(int code, Reply reply) {
        var judgement = BandwidthJudgement.of(reply.status(), reply.type(),
                reply.body().getBytes(StandardCharsets.UTF_8));
        assertTrue(judgement.isKept(), () -> judgement + reply.body());
        assertEquals(List.of(code), judgement.codes(), reply.body());
    }

    @ParameterizedTest
    @CsvSource({"POST, /carrier/bandwidth", "POST, /carrier/bandwidth/", "POST, /carrier/bandwidth/port-out",
        "PUT, /carrier/bandwidth/port-out-validation",
        "GET, /carrier/bandwidth/port-out-validation", "POST, /carrier/bandwidth/port-out-validation/1",
        "POST, /carrier/bandwidth/Port-Out-Validation",
        "DELETE, /carrier/bandwidth/a/b/c", "POST, /carrier/bandwidth/port-out-validation.xml",
        "PATCH, /carrier/bandwidth/x"})
    void areGivenBesideTheEntranceToo(String method, String path) {
        var before = counted("portcullis.port.out.malformed");
        assertRefused(7598, carrier.send(method, path,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(NOBODYS), "application/xml"));
        assertEquals(before + 1, counted("portcullis.port.out.malformed"));
        assertEquals("WRONG_ADDRESS",
                Row.select("select fault from port_out_request where fault is not null order by asked_at desc").get(0)
                        .get("fault"));
        var stranger = carrier.showing("Basic Ym9iOmJvYg==").send(method, path, BodyPublishers.noBody(),
                "application/xml");
        assertEquals("401 ", stranger.status() + " " + stranger.body());
        assertEquals(before + 1, counted("portcullis.port.out.malformed"));
    }

    /** Java's own client can't send addresses that are no valid URI. */
    @ParameterizedTest
    @ValueSource(strings = {"/carrier/bandwidth/port-out-validation?a=%zz",
        "/carrier/bandwidth/port-out-validation?a=\"|^",
        "/carrier/bandwidth/%zz", "/carrier/bandwidth/port-out-validation\\"})
    void areGivenToAnAddressThatIsNone(String address) throws IOException {
        var portal = URI.create(Surroundings.portalUrl());
        try (var socket = new Socket(portal.getHost(), portal.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                            + carrier.authorization()
                            + "\r\nContent-Type: application/xml\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var body = answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.UTF_8);
            assertTrue(
                    BandwidthJudgement.of(Integer.parseInt(answer.substring(9, 12)), "application/xml", body).isKept(),
                    answer);
        }
    }

    @Test
    void areNotGivenForASlashTooMany() {
        assertRefused(7516, carrier.send("POST", ENTRANCE + "/", BodyPublishers.ofString(NOBODYS), "application/xml"));
        assertRefused(7516,
                carrier.send("POST", ENTRANCE + "?a=b", BodyPublishers.ofString(NOBODYS), "application/xml"));
    }

    @Test
    void areGivenOnceToWhatIsTooLong() {
        var before = counted("portcullis.port.out.malformed");
        assertRefused(7598, carrier.post(BodyPublishers.ofByteArrays(Collections.nCopies(500, new byte[1 << 14])),
                "application/xml"));
        assertEquals(before + 1, counted("portcullis.port.out.malformed"));
        assertRefused(7516, carrier.post(BodyPublishers.ofString(NOBODYS), "application/xml"));
    }
}
