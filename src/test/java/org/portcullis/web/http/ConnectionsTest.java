package org.portcullis.web.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.RawConnection;
import org.portcullis.testing.Visitor;

/** Connections that are held, before anything is asked over them. */
@QuarkusTest
@TestProfile(ConnectionsTest.Few.class)
class ConnectionsTest extends PortalTest {

    private static final int MOST = 5;
    private static final String GREEDY = "127.0.0.9";
    private static final String OTHER = "127.0.0.10";
    private static final String HEAD = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n";

    @Inject
    MeterRegistry metrics;

    private final List<RawConnection> open = new ArrayList<>();

    public static final class Few implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("portcullis.http.connections-per-address", String.valueOf(MOST),
                    "portcullis.http.body-within", "PT1S",
                    "quarkus.http.idle-timeout", "10M");
        }
    }

    @AfterEach
    void hangUp() {
        open.forEach(RawConnection::close);
        open.clear();
    }

    private RawConnection from(String address) {
        var connection = RawConnection.from(address);
        open.add(connection);
        return connection;
    }

    private static boolean isAnswered(RawConnection connection) {
        connection.send(HEAD + "Connection: close\r\n\r\n");
        return connection.untilClosed().startsWith("HTTP/1.1 200 ");
    }

    private double closed(String reason) {
        return metrics.counter("portcullis.http.connections.closed", "reason", reason).count();
    }

    @Test
    void areBoundedForEachAddressAndForNoTrustedProxy() {
        for (int i = 0; i < MOST; i++) {
            from(GREEDY);
        }
        var before = closed("TOO_MANY");
        assertEquals("", from(GREEDY).untilClosed());
        assertEquals(before + 1, closed("TOO_MANY"));
        assertTrue(isAnswered(from(OTHER)));
        for (int i = 0; i < 3 * MOST; i++) {
            assertEquals(200, Visitor.inEnglish().get("/sign-in").status());
        }
        assertTrue(isAnswered(open.get(0)), "one that was there before");
    }

    @Test
    void areFreeAgainOnceTheyAreClosed() {
        for (int i = 0; i < MOST; i++) {
            from(GREEDY);
        }
        hangUp();
        await().until(() -> isAnswered(from(GREEDY)));
    }

    @Test
    void endWhereAHeadGoesOnForEver() {
        var before = closed("SLOW_HEAD");
        var kept = from(OTHER);
        kept.send(HEAD + "\r\n");
        assertTrue(kept.head().startsWith("HTTP/1.1 200 "));
        var first = from(OTHER);
        first.send(HEAD + "X-A: ");
        assertEquals("", first.untilClosed());
        var second = from(OTHER);
        second.send(HEAD + "\r\n");
        assertTrue(second.head().startsWith("HTTP/1.1 200 "));
        second.send("GET /q/health/live HTTP/1.1\r\nX-A: ");
        second.untilClosed();
        assertEquals(before + 2, closed("SLOW_HEAD"));
        assertTrue(isRightAfterItsFirstBody(kept));
    }

    /** One that said nothing meanwhile was left alone; the rest of its first answer comes before the second. */
    private static boolean isRightAfterItsFirstBody(RawConnection kept) {
        kept.send(HEAD + "Connection: close\r\n\r\n");
        return kept.untilClosed().contains("HTTP/1.1 200 ");
    }
}
