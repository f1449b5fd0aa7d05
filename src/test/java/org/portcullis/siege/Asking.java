package org.portcullis.siege;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portcullis.partner.BandwidthPlatform.PortOut;
import org.portcullis.partner.BandwidthPlatform;
import org.portcullis.siege.Caller.Reply;

/**
 * A carrier that asks over either protocol, with a new connection for each request.
 *
 * @param authorization the header with its credential
 * @param address the client address that a proxy on this machine forwards; null without a proxy
 */
record Asking(String authorization, String address) {

    private static final String API = "/api/port-out-requests";

    Reply bandwidth(Caller caller, PortOut portOut) throws IOException {
        return bandwidth(caller, portOut.xml().getBytes(StandardCharsets.UTF_8));
    }

    Reply bandwidth(Caller caller, byte[] xml) throws IOException {
        return caller.post(BandwidthPlatform.PATH, "application/xml; charset=utf-8", headers(), xml);
    }

    Reply api(Caller caller, PortOut portOut) throws IOException {
        return api(caller, json(portOut).getBytes(StandardCharsets.UTF_8));
    }

    Reply api(Caller caller, byte[] json) throws IOException {
        return caller.post(API, "application/json", headers(), json);
    }

    static String json(PortOut portOut) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("numbers",
                portOut.numbers().stream().map(Asking::quoted).collect(Collectors.joining(",", "[", "]")));
        fields.put("pon", quoted(portOut.pon()));
        if (portOut.pin() != null) {
            fields.put("pin", quoted(portOut.pin()));
        }
        return fields.entrySet().stream().map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private Map<String, String> headers() {
        var headers = new LinkedHashMap<>(Map.of("Authorization", authorization));
        if (address != null) {
            headers.put("X-Forwarded-For", address);
        }
        return headers;
    }

    /** @return the code of a refusal, or another short result */
    static String word(Reply reply) {
        if (reply.body().contains("<Portable>true</Portable>") || reply.body().contains("\"ALLOWED\"")) {
            return "allowed";
        }
        var code = reply.body().indexOf("<Code>");
        return code >= 0 ? reply.body().substring(code + 6, code + 10)
                : reply.body().contains("\"REFUSED\"") ? "refused" : String.valueOf(reply.status());
    }

    static PortOut request(String number) {
        return PortOut.of(number).withPon(UUID.randomUUID().toString().substring(0, 18));
    }

    static PortOut request(List<String> numbers) {
        return PortOut.of(numbers.toArray(String[]::new)).withPon(UUID.randomUUID().toString().substring(0, 18));
    }
}
