package org.portcullis.portout.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.TestCertificate;
import org.portcullis.testing.Visitor;

/** A portal that terminates TLS itself and asks for client certificates. */
@QuarkusTest
@TestProfile(ClientCertificateTlsTest.Tls.class)
class ClientCertificateTlsTest extends PortalTest {

    private static final TestCertificate SERVER = TestCertificate.named("localhost");
    private static final String REQUEST = "/api/port-out-requests/" + new UUID(0, 0);

    @TestHTTPResource(value = "/", tls = true)
    URI portal;

    /** The server's certificate is generated for the test. */
    public static final class Tls implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.tls-configuration-name", "portal", "quarkus.tls.portal.key-store.p12.path",
                    SERVER.store().toString(),
                    "quarkus.tls.portal.key-store.p12.password", TestCertificate.PASSWORD, "quarkus.http.test-ssl-port",
                    "0",
                    "portcullis.http.ask-for-client-certificate", "true");
        }
    }

    /** @param client null for a client without a certificate */
    private int status(TestCertificate client, String path, String... headers) throws Exception {
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(SERVER.keys());
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        if (client != null) {
            keys.init(client.keys(), TestCertificate.PASSWORD.toCharArray());
        }
        var tls = SSLContext.getInstance("TLS");
        tls.init(client == null ? new KeyManager[0] : keys.getKeyManagers(), trusted.getTrustManagers(), null);
        var request = HttpRequest.newBuilder(portal.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newBuilder().sslContext(tls).build().send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static void knowByCertificate(TestCertificate certificate) {
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        var name = "Rainier Voice " + UUID.randomUUID();
        desk.get("/desk/carriers/new").submit("/desk/carriers/new", Map.of("name", name, "protocol", "API"));
        var path = "/desk/carriers/" + Row.select("select id from carrier where name = ?", name).get(0).get("id");
        assertEquals(303, desk.get(path + "/certificates/new")
                .submit(path + "/certificates/new", Map.of("certificate", certificate.pem())).status());
        assertEquals(303, desk.get(path + "/restriction")
                .submit(path + "/restriction", Map.of("ranges", "", "proof", "CERTIFICATE")).status());
    }

    @Test
    void knowsACarrierByTheCertificateOfItsConnection() throws Exception {
        var client = TestCertificate.named("client.example.com");
        knowByCertificate(client);
        assertEquals(404, status(client, REQUEST));
        assertEquals(401, status(null, REQUEST));
        assertEquals(401, status(TestCertificate.named("other.example.com"), REQUEST));
        assertEquals(401, status(null, REQUEST, "Client-Cert", client.header()), "from no proxy");
        assertEquals(401, status(client, REQUEST, "X-Forwarded-For", "192.0.2.1"),
                "the certificate is the proxy's own");
        assertEquals(303, status(client, "/port-orders"));
        assertTrue(status(null, "/sign-in") == 200);
    }
}
