package org.portcullis.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A platform that asks over Bandwidth's protocol, with a credential made by the desk. */
public final class AskingCarrier {

    private static final String PATH = "/carrier/bandwidth/port-out-validation";

    private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final String portal;
    private final String authorization;

    private AskingCarrier(String portal, String authorization) {
        this.portal = portal;
        this.authorization = authorization;
    }

    /** The desk creates the credential. */
    public static AskingCarrier knownTo(String portal) {
        return knownTo(portal, Fixtures.desk());
    }

    /** This user of the desk creates the credential. */
    public static AskingCarrier knownTo(String portal, Fixtures.Person person) {
        var desk = Visitor.of(portal).with("Accept-Language", "en-US").signedInAs(person);
        var path = "/desk/carriers/new";
        var made = desk.get(path).submit(path,
                Map.of("name", "Platform " + UUID.randomUUID(), "protocol", "BANDWIDTH"));
        var credential = made.field("User name").val() + ":" + made.field("Secret").val();
        return new AskingCarrier(portal,
                "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same platform, asking another process of the portal. */
    public AskingCarrier at(String otherPortal) {
        return new AskingCarrier(otherPortal, authorization);
    }

    /** @return the header with its credential */
    public String authorization() {
        return authorization;
    }

    public AskingCarrier showing(String otherAuthorization) {
        return new AskingCarrier(portal, otherAuthorization);
    }

    /** An answer of the protocol. */
    public record Reply(int status, String type, String body) {

        public boolean isPortable() {
            return body.contains("<Portable>true</Portable>");
        }

        /** @return the codes, in their order */
        public List<Integer> codes() {
            return Pattern.compile("<Code>(\\d+)</Code>").matcher(body).results()
                    .map(code -> Integer.valueOf(code.group(1))).toList();
        }
    }

    /** @param elements before the numbers, such as {@code <Pin>482913</Pin>} */
    public static String xml(String elements, String... e164) {
        return List.of(e164).stream().map(number -> "<TelephoneNumber>" + number.substring(2) + "</TelephoneNumber>")
                .collect(Collectors.joining("", "<PortOutValidationRequest>" + elements + "<TelephoneNumbers>",
                        "</TelephoneNumbers></PortOutValidationRequest>"));
    }

    public Reply ask(String elements, String... e164) {
        return post(BodyPublishers.ofString(xml(elements, e164)), "application/xml");
    }

    public Reply post(BodyPublisher body, String type) {
        return send("POST", PATH, body, type);
    }

    /** Asks with any method and address. */
    public Reply send(String method, String path, BodyPublisher body, String type) {
        var request = HttpRequest.newBuilder(URI.create(portal + path)).method(method, body).header("Content-Type",
                type);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers().firstValue("Content-Type").orElse(null),
                    response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
