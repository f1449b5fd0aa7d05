package org.portcullis.portout.bandwidth;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.partner.BandwidthJudgement;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.RawConnection;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.Visitor;
import org.portcullis.web.http.RequestKind;
import org.portcullis.web.http.RequestThreads;

/** The answer when no thread is free, and the answer to a client that sends too slowly. */
@QuarkusTest
@TestProfile(HeldThreadsTest.Impatient.class)
class HeldThreadsTest extends PortalTest {

    /** More than the threads of any kind of job. */
    private static final int ALL_THREADS = 100;
    /** More than the places in their queues. */
    private static final int ALL_PLACES = 1_000;
    private static final int QUARKUS_THREADS = 300;
    private static final String PATH = "/carrier/bandwidth/port-out-validation";

    @Inject
    RequestThreads threads;

    @Inject
    ExecutorService quarkusThreads;

    private final AskingCarrier carrier = AskingCarrier.knownTo(Surroundings.portalUrl());

    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("portcullis.http.body-within", "PT1S", "portcullis.http.upload-within", "PT1S",
                    "portcullis.port-out.answer-within", "PT3S");
        }
    }

    private static void assertRefused(String answer) {
        var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        var judgement = BandwidthJudgement.of(Integer.parseInt(answer.substring(9, 12)), "application/xml",
                body.getBytes(StandardCharsets.UTF_8));
        assertTrue(judgement.isKept(), answer);
        assertEquals(List.of(7598), judgement.codes(), answer);
    }

    /** Fills threads and queues with tasks that wait; further ones are refused at once. */
    private void hold(int tasks, CountDownLatch end) {
        for (int i = 0; i < tasks; i++) {
            for (RequestKind work : RequestKind.values()) {
                threads.run(work, () -> {
                    end.await();
                    return null;
                });
            }
        }
        for (int i = 0; i < QUARKUS_THREADS; i++) {
            quarkusThreads.execute(() -> {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ALL_THREADS, ALL_PLACES})
    void leaveThePlatformARefusal(int tasks) {
        var end = new CountDownLatch(1);
        try {
            hold(tasks, end);
            for (String authorization : new String[] {carrier.authorization(), "Basic Ym9iOmJvYg=="}) {
                try (var connection = RawConnection.asking("POST " + PATH + " HTTP/1.1", "Host: localhost",
                        "Connection: close",
                        "Content-Type: application/xml", "Content-Length: 0", "Authorization: " + authorization)) {
                    assertRefused(connection.untilClosed());
                }
            }
        } finally {
            end.countDown();
        }
        await().until(() -> carrier.ask("", "+14657110000").codes().equals(List.of(7516)));
    }

    private static RawConnection slow(String path, String... headers) {
        var connection = RawConnection.asking("POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\nX-Forwarded-For: " + Visitor.someAddress()
                + "\r\n" + String.join("\r\n", headers));
        connection.send("a".repeat(10));
        return connection;
    }

    @ParameterizedTest
    @CsvSource({"application/x-www-form-urlencoded, en, That took too long to arrive",
        "application/x-www-form-urlencoded, fr, L’envoi a pris trop de temps",
        "multipart/form-data; boundary=x, fr, L’envoi a pris trop de temps"})
    void tellASlowSenderInBothLanguages(String type, String language, String words) {
        try (var connection = slow("/sign-in", "Content-Type: " + type, "Accept-Language: " + language)) {
            var answer = connection.untilClosed();
            assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
            assertTrue(answer.toLowerCase().contains("\r\nconnection: close\r\n"), answer);
            assertTrue(answer.contains(words), answer);
        }
    }

    @Test
    void tellASlowSenderInTheWordsOfEachProtocol() {
        try (var connection = slow(PATH, "Content-Type: application/xml",
                "Authorization: " + carrier.authorization())) {
            assertRefused(connection.untilClosed());
        }
        try (var connection = slow("/carrier/telnyx/webhook", "Content-Type: application/json",
                "telnyx-timestamp: " + System.currentTimeMillis() / 1000)) {
            assertTrue(connection.untilClosed().startsWith("HTTP/1.1 408 "));
        }
        try (var connection = slow("/api/port-out-requests", "Content-Type: application/json")) {
            assertTrue(connection.untilClosed().startsWith("HTTP/1.1 401 "));
        }
    }
}
