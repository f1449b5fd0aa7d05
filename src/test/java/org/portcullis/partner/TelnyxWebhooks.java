package org.portcullis.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Telnyx's webhooks, each signed with Ed25519 over {@code timestamp|body} when it is sent. None is sent automatically:
 * a test or a drill sends them in any order, late, twice, or never.
 */
public final class TelnyxWebhooks {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<Event> unsent = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final PrivateKey key;
    private final URI address;
    private final Clock clock;

    TelnyxWebhooks(PrivateKey key, URI address, Clock clock) {
        this.key = key;
        this.address = address;
        this.clock = clock;
    }

    /** An event of a port-out, as announced. */
    public static final class Event {

        private final String portOut;
        private final ObjectNode data;
        private int attempts;

        private Event(String portOut, ObjectNode data) {
            this.portOut = portOut;
            this.data = data;
        }

        public String portOut() {
            return portOut;
        }

        /** @return such as {@code portout.status_changed} */
        public String type() {
            return data.get("event_type").asText();
        }

        /** @return the status in the event, or null */
        public String status() {
            return data.get("payload").path("status").asText(null);
        }

        /** @return the body, with Telnyx's counter of its attempts */
        private byte[] body(URI address) {
            attempts++;
            var body = TelnyxPlatform.JSON.createObjectNode();
            body.set("data", data);
            body.putObject("meta").put("attempt", attempts).put("delivered_to", address.toString());
            return body.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    synchronized void add(String portOut, String type, ObjectNode payload, Instant at) {
        var data = TelnyxPlatform.JSON.createObjectNode().put("event_type", type)
                .put("id", UUID.randomUUID().toString())
                .put("occurred_at", at.toString()).put("record_type", "event");
        data.set("payload", payload);
        var event = new Event(portOut, data);
        events.add(event);
        unsent.add(event);
    }

    /** @return all events of the port-out in the order of time, sent or not */
    public List<Event> of(String portOut) {
        return events.stream().filter(event -> event.portOut.equals(portOut)).toList();
    }

    /** @return the last event of the port-out */
    public Event last(String portOut) {
        var all = of(portOut);
        return all.get(all.size() - 1);
    }

    /**
     * Sends an event, also if it was sent before.
     *
     * @return the status of the portal's answer
     */
    public int send(Event event) {
        synchronized (this) {
            unsent.remove(event);
        }
        return sendRaw(event.body(address));
    }

    /**
     * Sends all events that were not sent yet, in the order of time, each once.
     *
     * @return the statuses of the portal's answers
     */
    public List<Integer> sendAll() {
        List<Event> waiting;
        synchronized (this) {
            waiting = List.copyOf(unsent);
        }
        return waiting.stream().map(this::send).toList();
    }

    /**
     * Sends an event signed with another key, as a stranger who knows the address could.
     *
     * @return the status of the portal's answer
     */
    public int sendForged(Event event) {
        try {
            var body = event.body(address);
            var timestamp = String.valueOf(clock.instant().getEpochSecond());
            return post(body, timestamp,
                    signature(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate(), timestamp, body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Drops all events that were not sent yet. */
    public synchronized void lose() {
        unsent.clear();
    }

    /** Sends any body with a valid signature. */
    public int sendRaw(byte[] body) {
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        return post(body, timestamp, signature(timestamp, body));
    }

    /** Sends any body with any signature, as a stranger who knows the address could. */
    public int post(byte[] body, String timestamp, String signature) {
        var request = HttpRequest.newBuilder(address).timeout(LONGEST_WAIT).header("Content-Type", "application/json")
                .header("telnyx-timestamp", timestamp).header("telnyx-signature-ed25519", signature)
                .POST(BodyPublishers.ofByteArray(body)).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return in Base64, as in the header */
    public String signature(String timestamp, byte[] body) {
        return signature(key, timestamp, body);
    }

    private static String signature(PrivateKey key, String timestamp, byte[] body) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update((timestamp + "|").getBytes(StandardCharsets.UTF_8));
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
