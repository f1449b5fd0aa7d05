package org.portcullis.web.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.RawConnection;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.TelnyxAccount;
import org.portcullis.testing.Visitor;

/** Many who send ten bytes of a thousand, and then nothing, keep nobody else waiting. */
@QuarkusTest
@TestProfile(SlowSendersTest.Patient.class)
class SlowSendersTest extends PortalTest {

    private static final int MANY = 250;
    private static final String WEBHOOK = "/carrier/telnyx/webhook";

    @Inject
    Clock clock;

    private final AskingCarrier carrier = AskingCarrier.knownTo(Surroundings.portalUrl());
    private final Visitor visitor = Visitor.inEnglish()
            .signedInAs(Fixtures.organization("Cascade Freight").saved().admin());
    private final List<RawConnection> slow = new ArrayList<>();

    /** So that no slow one is cut off while the others are asked, and few threads would be enough to hold up everything. */
    public static final class Patient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("portcullis.http.body-within", "PT10M", "portcullis.http.upload-within", "PT10M",
                    "portcullis.http.page-threads", "8",
                    "portcullis.http.carrier-threads", "4", "quarkus.http.idle-timeout", "10M",
                    "portcullis.http.requests-per-address", "10");
        }
    }

    @AfterEach
    void hangUp() {
        slow.forEach(RawConnection::close);
    }

    private void holdWith(String address, String type, String... headers) {
        for (int i = 0; i < MANY; i++) {
            var lines = new ArrayList<>(List.of("POST " + address + " HTTP/1.1", "Host: localhost",
                    "X-Forwarded-For: " + Visitor.someAddress(),
                    "Content-Type: " + type, "Content-Length: 1000"));
            lines.addAll(List.of(headers));
            var connection = RawConnection.asking(lines.toArray(String[]::new));
            connection.send("a".repeat(10));
            slow.add(connection);
        }
    }

    private void assertOthersAreAnswered() {
        assertEquals(200, visitor.get("/port-orders").status());
        assertEquals(400, visitor.get("/port-orders").submit("/theme", Map.of("theme", "pink")).status());
        assertEquals(List.of(7516), carrier.ask("", "+14657110000").codes());
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        assertEquals(200, Visitor.inEnglish().with("telnyx-timestamp", timestamp)
                .with("telnyx-signature-ed25519",
                        TelnyxAccount.signed(timestamp, "{\"data\":{\"event_type\":\"x\",\"id\":\"1\"}}"))
                .send("POST", WEBHOOK, "{\"data\":{\"event_type\":\"x\",\"id\":\"1\"}}", "application/json").status());
        assertEquals(200, Visitor.inEnglish().get("/q/health").status());
        assertTrue(slow.stream().allMatch(RawConnection::isWaiting));
    }

    @Test
    void holdNoThreadOfPages() {
        holdWith("/sign-in", "application/x-www-form-urlencoded");
        assertOthersAreAnswered();
    }

    @Test
    void holdNoThreadWithUploads() {
        holdWith("/sign-in", "multipart/form-data; boundary=x");
        assertOthersAreAnswered();
    }

    @Test
    void holdNoThreadOfTelnyx() {
        holdWith(WEBHOOK, "application/json", "telnyx-timestamp: " + clock.instant().getEpochSecond(),
                "telnyx-signature-ed25519: AAAA");
        holdWith(WEBHOOK, "application/x-www-form-urlencoded", "telnyx-timestamp: " + clock.instant().getEpochSecond());
        assertOthersAreAnswered();
    }

    @Test
    void holdNoThreadOfCarriers() {
        holdWith("/carrier/bandwidth/port-out-validation", "application/xml",
                "Authorization: " + carrier.authorization());
        assertOthersAreAnswered();
    }

    @Test
    void areBoundedByAddress() {
        var sender = "X-Forwarded-For: 192.0.2.77";
        for (int i = 0; i < 10; i++) {
            slow.add(RawConnection.asking("POST /sign-in HTTP/1.1", "Host: localhost", sender,
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 10"));
        }
        await().until(() -> Visitor.inEnglish().comingFrom("192.0.2.77").get("/sign-in").status() == 429);
        assertTrue(Visitor.inEnglish().comingFrom("192.0.2.77").get("/sign-in").header("Retry-After").isPresent());
        assertEquals(200, Visitor.inEnglish().comingFrom("192.0.2.78").get("/sign-in").status());
        hangUp();
        await().until(() -> Visitor.inEnglish().comingFrom("192.0.2.77").get("/sign-in").status() == 200);
    }
}
