package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

/** Heads of requests that no browser sends, over a bare connection. */
@QuarkusTest
class RequestHeadsTest extends PortalTest {

    private static final String BANDWIDTH = "POST /carrier/bandwidth/port-out-validation HTTP/1.1";
    private static final String WEBHOOK = "POST /carrier/telnyx/webhook HTTP/1.1";

    private final AskingCarrier carrier = AskingCarrier.knownTo(Surroundings.portalUrl());

    private static String answer(String... lines) {
        try (var connection = RawConnection.asking(lines)) {
            return connection.untilClosed();
        }
    }

    private String answerToCarrier(String... lines) {
        return answer(Stream.concat(
                Stream.of(BANDWIDTH, "Authorization: " + carrier.authorization(), "Content-Type: application/xml"),
                Arrays.stream(lines)).toArray(String[]::new));
    }

    private static void assertRefused(int code, String answer) {
        var body = answer.substring(answer.lastIndexOf("\r\n\r\n") + 4);
        var judgement = BandwidthJudgement.of(Integer.parseInt(answer.substring(9, 12)), "application/xml",
                body.getBytes(StandardCharsets.UTF_8));
        assertTrue(judgement.isKept(), answer);
        assertEquals(List.of(code), judgement.codes(), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: localhost\r\nHost: other\r\nContent-Length: 0",
        "Host: localhost\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"})
    void thatAreAmbiguousAreRefusedAndTheConnectionIsClosed(String head) {
        var page = answer("POST /sign-in HTTP/1.1", head);
        assertTrue(page.startsWith("HTTP/1.1 400 "), page);
        assertRefused(7598, answerToCarrier(head));
    }

    /** At each kind of address; what follows the first head on the connection is never taken for a request. */
    @ParameterizedTest
    @CsvSource({"POST /sign-in HTTP/1.1", "POST /api/port-out-requests HTTP/1.1", WEBHOOK, BANDWIDTH})
    void thatSayTwoThingsAboutTheirLengthAreRefusedAndTheConnectionIsClosed(String line) {
        for (String lengths : List.of("Content-Length: 40\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding: chunked, identity", "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: xchunked",
                "Content-Length: 5\r\nContent-Length: 6")) {
            var answer = answer(line, "Host: localhost", "Authorization: " + carrier.authorization(),
                    "Content-Type: application/xml", lengths, "",
                    "0", "", "GET /help/port-out-pin HTTP/1.1", "Host: localhost");
            assertEquals(1, answer.split("HTTP/1\\.1 ", -1).length - 1, lengths + answer);
            if (answer.startsWith("HTTP/1.1 200 ")) {
                assertEquals(BANDWIDTH, line, lengths);
                assertRefused(7598, answer);
            } else {
                assertTrue(answer.startsWith("HTTP/1.1 400 "), lengths + answer);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GET /sign-in HTTP/1.1", "GET /api/port-out-requests/1 HTTP/1.1", WEBHOOK})
    void thatNameTwoHostsAreRefusedAndTheConnectionIsClosed(String line) {
        var answer = answer(line, "Host: localhost", "Host: other", "Content-Length: 0", "",
                "GET /help/port-out-pin HTTP/1.1", "Host: localhost");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertEquals(1, answer.split("HTTP/1\\.1 ", -1).length - 1, answer);
    }

    @Test
    void withAChunkedBodyAreAnswered() {
        var body = AskingCarrier.xml("", "+14657110000");
        assertRefused(7516, answerToCarrier("Host: localhost", "Transfer-Encoding: chunked", "",
                Integer.toHexString(body.length()), body, "0"));
    }

    @Test
    void thatExpectToBeToldToGoOnAreTold() {
        var body = AskingCarrier.xml("", "+14657110000");
        try (var connection = RawConnection.asking(BANDWIDTH, "Host: localhost",
                "Authorization: " + carrier.authorization(), "Connection: close",
                "Content-Type: application/xml", "Expect: 100-continue", "Content-Length: " + body.length())) {
            assertTrue(connection.head().startsWith("HTTP/1.1 100 "));
            connection.send(body);
            assertRefused(7516, connection.untilClosed());
        }
        try (var connection = RawConnection.asking("POST /sign-in HTTP/1.1", "Host: localhost", "Connection: close",
                "Content-Type: application/x-www-form-urlencoded", "Expect: 100-continue", "Content-Length: 3")) {
            assertTrue(connection.head().startsWith("HTTP/1.1 100 "));
            connection.send("a=b");
            assertTrue(connection.untilClosed().startsWith("HTTP/1.1 400 "));
        }
    }

    @Test
    void thatExpectToBeToldToGoOnAreToldOrRefusedByTheOtherMachinesToo() {
        for (String line : List.of("POST /api/port-out-requests HTTP/1.1", WEBHOOK)) {
            try (var connection = RawConnection.asking(line, "Host: localhost", "Connection: close",
                    "Content-Type: application/json",
                    "telnyx-timestamp: " + System.currentTimeMillis() / 1000, "Expect: 100-continue",
                    "Content-Length: 2")) {
                var head = connection.head();
                assertTrue(head.startsWith("HTTP/1.1 100 ") || head.startsWith("HTTP/1.1 4"), head);
                if (head.startsWith("HTTP/1.1 100 ")) {
                    connection.send("{}");
                    assertTrue(connection.untilClosed().startsWith("HTTP/1.1 4"));
                }
            }
        }
    }

    @Test
    void thatAskForHttp2GetHttp1() {
        var answer = answer("GET /sign-in HTTP/1.1", "Host: localhost", "Connection: Upgrade, HTTP2-Settings, close",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    }

    @Test
    void thatAreLongAreReadAtBandwidthsAddress() {
        assertRefused(7598, answerToCarrier("Host: localhost", "Connection: close", "X-Long: " + "x".repeat(40_000),
                "Content-Length: 0"));
        assertRefused(7598,
                answer("POST /carrier/bandwidth/port-out-validation?a=" + "x".repeat(20_000) + " HTTP/1.1",
                        "Host: localhost", "Connection: close",
                        "Authorization: " + carrier.authorization(), "Content-Length: 0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: x", "Accept: text/*;q=", "Content-Type: x",
        "Content-Type: application/x-www-form-urlencoded", "Accept-Language: §$%"})
    void thatAreNonsenseAreNoFailureOfOurs(String header) {
        for (String line : List.of(WEBHOOK, "POST /api/port-out-requests HTTP/1.1", "POST /sign-in HTTP/1.1",
                "GET /nowhere HTTP/1.1", "GET /carrier/telnyx HTTP/1.1")) {
            var answer = answer(line, "Host: localhost", "Connection: close", header,
                    "telnyx-timestamp: " + System.currentTimeMillis() / 1000, "Content-Length: 3", "", "a=b");
            assertFalse(answer.substring(9).startsWith("5"), line + answer);
        }
        assertRefused(7598, answerToCarrier("Host: localhost", "Connection: close", header, "Content-Length: 0"));
    }

    @Test
    void ofWebhooksWithAFormAreAnsweredAtOnce() {
        assertTrue(answer(WEBHOOK, "Host: localhost", "Connection: close",
                "Content-Type: application/x-www-form-urlencoded",
                "telnyx-timestamp: " + System.currentTimeMillis() / 1000, "Content-Length: 3", "", "a=b")
                .startsWith("HTTP/1.1 4"));
    }

    @Test
    void withAnUnreadableLanguageGetEnglish() {
        for (String header : List.of("-", "fr;q=x", "fr_FR", "*;;", ",", "fr-FR;q=0.5;q", "fr;q=2")) {
            var page = Visitor.speaking(header).get("/sign-in");
            assertEquals("en-US", page.language(), header);
            assertEquals("en-US", page.header("Content-Language").orElseThrow(), header);
            assertEquals("en-US", Visitor.speaking(header).get("/api/nothing").header("Content-Language").orElseThrow(),
                    header);
        }
        assertTrue(
                answer("GET /sign-in HTTP/1.1", "Host: localhost", "Connection: close", "Accept-Language: \u00e9;q=x")
                        .toLowerCase(Locale.ROOT)
                        .contains("content-language: en-us"));
    }
}
