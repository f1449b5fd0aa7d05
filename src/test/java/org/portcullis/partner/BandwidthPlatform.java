package org.portcullis.partner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * Bandwidth's platform: it asks whether numbers may leave, and acts on the answer as its documents say (Bandwidth's API
 * documents, "Portout Validation"). Without an answer, it asks eight more times, every five minutes.
 */
public final class BandwidthPlatform {

    public static final String PATH = "/carrier/bandwidth/port-out-validation";
    public static final Duration PATIENCE = Duration.ofSeconds(30);
    public static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);
    private static final int RETRIES = 8;
    private static final String XML = "application/xml; charset=utf-8";

    private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(PATIENCE)
            .build();
    private final URI portal;
    private final String authorization;
    private final Consumer<Duration> pause;

    /**
     * @param portal the address of the portal
     * @param pause waits before the next retry, such as by setting a test's clock
     */
    public BandwidthPlatform(String portal, String user, String secret, Consumer<Duration> pause) {
        this(portal,
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8)),
                pause);
    }

    /** @param authorization the header with the platform's credential */
    public BandwidthPlatform(String portal, String authorization, Consumer<Duration> pause) {
        this.portal = URI.create(portal);
        this.authorization = authorization;
        this.pause = pause;
    }

    /**
     * A port-out request. A field that is null is left out of the request.
     *
     * @param numbers as written in the request
     */
    public record PortOut(String pon, String pin, String accountNumber, String zip, String subscriber,
            List<String> numbers) {

        public static PortOut of(String... numbers) {
            return new PortOut(null, null, null, null, null, List.of(numbers));
        }

        public PortOut withPon(String text) {
            return new PortOut(text, pin, accountNumber, zip, subscriber, numbers);
        }

        public PortOut withPin(String text) {
            return new PortOut(pon, text, accountNumber, zip, subscriber, numbers);
        }

        public PortOut withAccountNumber(String text) {
            return new PortOut(pon, pin, text, zip, subscriber, numbers);
        }

        public PortOut withZip(String text) {
            return new PortOut(pon, pin, accountNumber, text, subscriber, numbers);
        }

        public PortOut withSubscriber(String text) {
            return new PortOut(pon, pin, accountNumber, zip, text, numbers);
        }

        /** @return the request in the form of the documents' sample, line by line */
        public String xml() {
            var lines = new ArrayList<String>();
            lines.add("<?xml version=\"1.0\"?>");
            lines.add("<PortOutValidationRequest>");
            element(lines, "PON", pon);
            element(lines, "Pin", pin);
            element(lines, "AccountNumber", accountNumber);
            element(lines, "ZipCode", zip);
            element(lines, "SubscriberName", subscriber);
            lines.add("    <TelephoneNumbers>");
            numbers.forEach(number -> element(lines, "    TelephoneNumber", number));
            lines.add("    </TelephoneNumbers>");
            lines.add("</PortOutValidationRequest>");
            return String.join("\n", lines) + "\n";
        }

        private static void element(List<String> lines, String name, String text) {
            if (text != null) {
                var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
                var indent = "    " + name.substring(0, name.lastIndexOf(' ') + 1);
                lines.add(indent + "<" + name.strip() + ">" + escaped + "</" + name.strip() + ">");
            }
        }
    }

    /** Asks, with retries if there is no answer, and decides. */
    public BandwidthJudgement submit(PortOut portOut) {
        var judgement = ask(portOut);
        for (int i = 0; i < RETRIES && judgement.isUnavailable(); i++) {
            pause.accept(BETWEEN_TRIES);
            judgement = ask(portOut);
        }
        return judgement;
    }

    /** Asks once, and interprets the answer. */
    public BandwidthJudgement ask(PortOut portOut) {
        return send(BodyPublishers.ofString(portOut.xml()), XML);
    }

    /** Asks once with any body, and interprets the answer. */
    public BandwidthJudgement send(BodyPublisher body, String type) {
        return send("POST", PATH, body, type);
    }

    /** Asks once with any method and address, and interprets the answer. */
    public BandwidthJudgement send(String method, String path, BodyPublisher body, String type) {
        try {
            var request = HttpRequest.newBuilder(portal.resolve(path)).timeout(PATIENCE).method(method, body)
                    .header("Content-Type", type);
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return BandwidthJudgement.of(response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(null), response.body());
        } catch (IOException e) {
            return BandwidthJudgement.ofSilence();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
