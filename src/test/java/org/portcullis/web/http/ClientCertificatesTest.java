package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCertificatesTest {

    private static final byte[] DER = {0x30, 3, 2, 1, 5, (byte) 0xfb, (byte) 0xff, (byte) 0xbe};

    private static String base64() {
        return Base64.getEncoder().encodeToString(DER);
    }

    private static String pem() {
        return "-----BEGIN CERTIFICATE-----\n" + base64() + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void areReadAsEachProxyWritesThem() {
        assertArrayEquals(DER, ClientCertificates.read(":" + base64() + ":").orElseThrow(), "RFC 9440");
        assertArrayEquals(DER, ClientCertificates.read(base64()).orElseThrow(), "Caddy");
        var escaped = URLEncoder.encode(pem(), StandardCharsets.UTF_8).replace("+", "%20");
        assertArrayEquals(DER, ClientCertificates.read(escaped).orElseThrow(), "nginx");
        assertArrayEquals(DER, ClientCertificates.read(escaped.replace("%2B", "+").replace("%2F", "/")).orElseThrow(),
                "nginx leaves these as they are");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "::", ":", "(null)", "%", "-----BEGIN%2", "-----BEGIN CERTIFICATE-----",
        ":MA==:, :MA==:"})
    void areNothingElse(String header) {
        assertTrue(ClientCertificates.read(header).filter(der -> der.length > 0).isEmpty());
    }

    @Test
    void areNeverSeveral() {
        assertTrue(ClientCertificates.ofPem(pem() + pem()).isEmpty());
    }

    @Test
    void areAskedForOnlyIfTheOperatorSaysSo() {
        var options = new HttpServerOptions();
        new ClientCertificates(Optional.empty(), false).customizeHttpsServer(options);
        assertEquals(ClientAuth.NONE, options.getClientAuth());
        new ClientCertificates(Optional.empty(), true).customizeHttpsServer(options);
        assertEquals(ClientAuth.REQUEST, options.getClientAuth());
        assertFalse(options.getTrustOptions() == null);
    }
}
