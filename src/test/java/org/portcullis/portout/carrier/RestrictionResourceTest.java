package org.portcullis.portout.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.partner.BandwidthJudgement;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.TestCertificate;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;

/** The desk sets carriers' restrictions, and carriers that violate them are refused. */
@QuarkusTest
class RestrictionResourceTest extends PortalTest {

    private static final String BANDWIDTH = "/carrier/bandwidth/port-out-validation";
    private static final String API = "/api/port-out-requests";
    private static final String UNKNOWN_REQUEST = API + "/" + new UUID(0, 0);
    private static final String INSIDE = "10.77.0.9";
    private static final String HEADER = "Client-Cert";

    private static final TestCertificate CERTIFICATE = TestCertificate.named("client.example.com");

    @Inject
    TestClock clock;

    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);
    private final String name = "Rainier Voice " + UUID.randomUUID();
    private String authorization;
    private String path;

    @AfterEach
    void setTheClockBack() {
        clock.reset();
        Row.update("delete from carrier_certificate where fingerprint = ?", CERTIFICATE.fingerprint());
    }

    private void make(String protocol) {
        var made = desk.get("/desk/carriers/new").submit("/desk/carriers/new",
                Map.of("name", name, "protocol", protocol));
        var credential = made.field("User name").val() + ":" + made.field("Secret").val();
        authorization = "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
        path = "/desk/carriers/" + Row.select("select id from carrier where name = ?", name).get(0).get("id");
    }

    private Page restrict(String ranges, String proof) {
        return desk.get(path + "/restriction").submit(path + "/restriction", Map.of("ranges", ranges, "proof", proof));
    }

    private Page register(String text) {
        return desk.get(path + "/certificates/new").submit(path + "/certificates/new", Map.of("certificate", text));
    }

    private static Visitor from(String address) {
        return Visitor.inEnglish().comingFrom(address);
    }

    private Visitor carrier(String address) {
        return from(address).with("Authorization", authorization);
    }

    private static Page ask(Visitor carrier) {
        return carrier.send("POST", BANDWIDTH, AskingCarrier.xml("<PON>P-1</PON>", "+14657110000"), "application/xml");
    }

    private static void assertAsked(Page answer) {
        assertTrue(answer.source().contains("<Code>7516</Code>"), answer.source());
    }

    /**
     * A refusal of the protocol with the numbers of the request, without which the platform may take it for an
     * approval.
     */
    private static void assertKeptOut(Page answer) {
        var judgement = BandwidthJudgement.of(answer.status(), "application/xml",
                answer.source().getBytes(StandardCharsets.UTF_8));
        assertTrue(judgement.isKept(), answer.source());
        assertEquals(List.of(7598), judgement.codes());
        assertTrue(answer.source().contains("<PON>P-1</PON>")
                && answer.source().contains("<TelephoneNumber>4657110000</TelephoneNumber>"), answer.source());
    }

    private List<String> noted(String event) {
        return Row
                .select("select detail from audit_entry where event = ? and subject_name = ? order by at", event, name)
                .stream().map(row -> row.get("detail")).toList();
    }

    @Test
    void refusesAGoodCredentialFromElsewhereInTheWordsOfTheProtocol() {
        make("BANDWIDTH");
        assertAsked(ask(carrier("192.0.2.1")));
        var saved = restrict("10.77.0.1/24, 2001:db8::/48", "SECRET").follow();
        assertTrue(saved.text().contains("Saved. It takes effect with the next request."));
        assertTrue(saved.text().contains("10.77.0.0/24"), saved.text());
        assertAsked(ask(carrier(INSIDE)));
        assertAsked(ask(carrier("2001:db8::7")));
        assertKeptOut(ask(carrier("192.0.2.1")));
        assertKeptOut(ask(carrier("192.0.2.2")));
        assertEquals(401,
                ask(from("192.0.2.1").with("Authorization", authorization.substring(0, authorization.length() - 8)))
                        .status());
        assertEquals(List.of("BANDWIDTH OTHER_ADDRESS"), noted("CREDENTIAL_KEPT_OUT"), "one for each minute");
        assertEquals(List.of("BANDWIDTH SECRET 10.77.0.0/24, 2001:db8::/48"), noted("CARRIER_RESTRICTED"));
        var page = desk.get(path);
        assertTrue(page.text().contains("Outside its address ranges") && page.text().contains("192.0.2.1,"),
                page.text());
        var trail = desk.get("/desk/trail?kind=credential").text();
        assertTrue(trail.contains("good credential kept out") && trail.contains("from outside of its address ranges"),
                trail);
        var french = Visitor.inFrench().signedInAs(person).get("/desk/trail?kind=credential").text();
        assertTrue(french.contains("Identifiant valable") && french.contains("depuis une adresse hors de ses plages"),
                french);
    }

    @Test
    void tellsAProgramThatItIsKeptOut() {
        make("API");
        restrict("10.77.0.0/24", "SECRET");
        assertEquals(404, carrier(INSIDE).get(UNKNOWN_REQUEST).status());
        var looked = carrier("192.0.2.1").get(UNKNOWN_REQUEST);
        var asked = carrier("192.0.2.1").send("POST", API, "{}", "application/json");
        for (Page answer : List.of(looked, asked)) {
            assertEquals(403, answer.status());
            assertEquals("application/problem+json", answer.header("Content-Type").orElseThrow());
            assertTrue(answer.source().contains("urn:portcullis:problem:kept-out"), answer.source());
        }
    }

    @Test
    void asksForAClientCertificateBesideTheSecret() {
        make("BANDWIDTH");
        assertEquals(400, restrict("", "SECRET_AND_CERTIFICATE").status(), "there is none yet");
        assertTrue(register(CERTIFICATE.pem()).follow().text().contains("CN=client.example.com"));
        assertEquals(303, restrict("", "SECRET_AND_CERTIFICATE").status());
        assertAsked(ask(carrier(INSIDE).with(HEADER, CERTIFICATE.header())));
        assertKeptOut(ask(carrier(INSIDE)));
        assertKeptOut(ask(carrier(INSIDE).with(HEADER, TestCertificate.named("other.example.com").header())));
        assertEquals(401, ask(from(INSIDE).with(HEADER, CERTIFICATE.header())).status(),
                "the certificate alone is nothing");
        assertTrue(noted("CREDENTIAL_KEPT_OUT").get(0).equals("BANDWIDTH CERTIFICATE_MISSING"));
        assertTrue(noted("CREDENTIAL_KEPT_OUT").get(1).matches("BANDWIDTH CERTIFICATE_UNKNOWN [0-9a-f]{64}"));
        clock.pass(Duration.ofDays(735));
        assertKeptOut(ask(carrier(INSIDE).with(HEADER, CERTIFICATE.header())));
    }

    @Test
    void knowsACarrierByItsCertificateAlone() {
        make("API");
        register("SHA256 Fingerprint=" + CERTIFICATE.fingerprint().toUpperCase());
        assertTrue(desk.get(path).text().contains("Not used yet"));
        assertEquals(303, restrict("10.77.0.0/24", "CERTIFICATE").status());
        assertEquals(404, from(INSIDE).with(HEADER, CERTIFICATE.header()).get(UNKNOWN_REQUEST).status());
        assertTrue(desk.get(path).text().contains("CN=client.example.com"),
                "read from the certificate when it is first shown");
        assertEquals(403, from("192.0.2.1").with(HEADER, CERTIFICATE.header()).get(UNKNOWN_REQUEST).status());
        assertEquals(401, from(INSIDE).with(HEADER, TestCertificate.named("other.example.com").header())
                .get(UNKNOWN_REQUEST).status());
        assertEquals(401, from(INSIDE).with(HEADER, "nonsense").get(UNKNOWN_REQUEST).status());
        assertEquals(401, from(INSIDE).get(UNKNOWN_REQUEST).status());
        assertEquals(403, carrier(INSIDE).get(UNKNOWN_REQUEST).status(), "the secret needs it, too");
        assertEquals(303, from(INSIDE).with(HEADER, CERTIFICATE.header()).get("/port-orders").status(),
                "it opens no page");
    }

    @Test
    void takesSeveralCertificatesUntilOneIsRemoved() {
        make("API");
        var next = TestCertificate.named("next.example.com");
        register(CERTIFICATE.pem());
        register(next.pem());
        restrict("", "CERTIFICATE");
        assertEquals(404, from(INSIDE).with(HEADER, CERTIFICATE.header()).get(UNKNOWN_REQUEST).status());
        assertEquals(404, from(INSIDE).with(HEADER, next.header()).get(UNKNOWN_REQUEST).status());
        var first = Row.select("select id from carrier_certificate where fingerprint = ?", CERTIFICATE.fingerprint())
                .get(0).get("id");
        var removal = desk.get(path + "/certificates/" + first + "/removal");
        assertFalse(removal.text().contains("all of its requests are refused"));
        assertTrue(removal.press("Remove", Map.of()).follow().text().contains("The client certificate is removed."));
        assertEquals(401, from(INSIDE).with(HEADER, CERTIFICATE.header()).get(UNKNOWN_REQUEST).status());
        assertEquals(404, from(INSIDE).with(HEADER, next.header()).get(UNKNOWN_REQUEST).status());
        assertEquals(List.of("API " + CERTIFICATE.fingerprint()), noted("CLIENT_CERTIFICATE_REMOVED"));
        desk.get(path + "/revocation").press("Revoke the carrier", Map.of());
        assertEquals(401, from(INSIDE).with(HEADER, next.header()).get(UNKNOWN_REQUEST).status());
    }

    @Test
    void warnsBeforeTheLastCertificateEnds() {
        make("BANDWIDTH");
        register(TestCertificate.lasting("ending.example.com", "-1d", 20).pem());
        assertFalse(desk.get("/desk/carriers").text().contains("the last valid client certificate ends"),
                "none is needed");
        restrict("", "SECRET_AND_CERTIFICATE");
        assertTrue(desk.get("/desk/carriers").text().contains(name + ": the last valid client certificate ends on"));
        assertTrue(desk.get(path).text().contains("the last valid client certificate ends on"));
        register(CERTIFICATE.pem());
        assertFalse(desk.get("/desk/carriers").text().contains(name + ": the last valid"));
        assertFalse(desk.get(path).text().contains("the last valid"));
        var french = Visitor.inFrench().signedInAs(person).get(path);
        assertTrue(french.text().contains("Certificats clients")
                && french.text().contains("Secret et certificat client"));
    }

    @Test
    void saysWhatIsWrongWithEachLine() {
        make("API");
        var page = restrict("10.0.0.0/33\nexample.com 192.0.2.0/24\n0.0.0.0/0", "SECRET");
        assertEquals(400, page.status());
        var problem = page.problemOf(page.field("Address ranges"));
        assertTrue(problem.contains("10.0.0.0/33: This is no address range.")
                && problem.contains("example.com: This is no address range."), problem);
        assertTrue(problem.contains("0.0.0.0/0: This is every address."), problem);
        assertEquals("10.0.0.0/33\nexample.com 192.0.2.0/24\n0.0.0.0/0", page.field("Address ranges").wholeText());
        var many = new StringBuilder();
        for (int i = 0; i < 31; i++) {
            many.append("10.0.").append(i).append(".1\n");
        }
        assertTrue(restrict(many.toString(), "SECRET").text().contains("Enter at most 30 ranges."));
    }

    @Test
    void keepsNoPrivateKeyOnThePage() {
        make("API");
        var page = register("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQ\n-----END PRIVATE KEY-----");
        assertEquals(400, page.status());
        assertTrue(page.text().contains("This holds a private key"));
        assertFalse(page.source().contains("MC4CAQAwBQ"));
        assertTrue(register("hello").problemOf(register("hello").field("Certificate or fingerprint"))
                .contains("neither a certificate nor"));
        register(CERTIFICATE.pem());
        var taken = register(CERTIFICATE.fingerprint());
        assertEquals(400, taken.status());
        assertTrue(taken.text().contains("This certificate is registered already"));
    }

    @Test
    void overwritesNothingUnseen() {
        make("API");
        var form = desk.get(path + "/restriction");
        restrict("192.0.2.0/24", "SECRET");
        var overtaken = form.submit(path + "/restriction", Map.of("ranges", "198.51.100.0/24", "proof", "SECRET"));
        assertEquals(400, overtaken.status());
        assertTrue(overtaken.text().contains("Somebody else has changed this"));
        assertEquals("198.51.100.0/24", overtaken.field("Address ranges").wholeText());
        assertEquals(303, overtaken.submit(path + "/restriction", Map.of()).status());
        assertEquals("198.51.100.0/24",
                Row.select("select address_ranges from carrier where name = ?", name).get(0).get("address_ranges"));
    }

    @Test
    void asksForThePasswordAndKeepsWhatWasTyped() {
        make("API");
        var form = desk.get(path + "/restriction");
        var other = desk.get(path + "/certificates/new");
        clock.pass(Duration.ofMinutes(6));
        assertTrue(desk.get(path + "/restriction").redirect().startsWith("/sign-in/again"));
        assertTrue(desk.get(path + "/certificates/new").redirect().startsWith("/sign-in/again"));
        var again = other.submit(path + "/certificates/new", Map.of("certificate", CERTIFICATE.pem())).follow();
        var back = again.submit("/sign-in/again", Map.of("password", Fixtures.PASSWORD)).follow();
        assertEquals(303, back.submit(path + "/certificates/new", Map.of()).status());
        assertTrue(desk.get(path).text().contains("CN=client.example.com"));
        form = desk.get(path + "/restriction");
        clock.pass(Duration.ofMinutes(6));
        back = form.submit(path + "/restriction", Map.of("ranges", "192.0.2.9/24", "proof", "CERTIFICATE")).follow()
                .submit("/sign-in/again", Map.of("password", Fixtures.PASSWORD)).follow();
        assertEquals("192.0.2.0/24", back.field("Address ranges").wholeText());
        assertTrue(back.document().selectFirst("input[value=CERTIFICATE]").hasAttr("checked"));
    }
}
