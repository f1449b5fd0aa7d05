package org.portcullis.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.Driver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.testing.Visitor;

/** What whoever runs the portal meets: the first start, a crash, a wrong setting, the demo. */
class OperatorIT {

    private static final Pattern SET_UP_LINK = Pattern.compile("http://localhost:8080(/set-up/[A-Za-z0-9_-]{43})");
    private static final String PASSWORD = "seven lamps on a pier";
    private static final String PIN_FORM = "/port-orders/pin";
    private static final String DEMO = "quarkus.profile=demo";
    private static final List<String> PINS = List.of("482913", "593024");

    /** Of a demo in which the admin signed in and set the PIN twice, until it was killed; each test that begins there has a copy. */
    @TempDir
    static Path livedIn;

    @TempDir
    static Path fresh;

    @TempDir
    Path folder;

    private static String session;
    private static PackagedPortal freshPortal;

    @BeforeAll
    static void startAfresh() {
        freshPortal = PackagedPortal.start(fresh);
    }

    @AfterAll
    static void stop() {
        freshPortal.close();
    }

    @BeforeAll
    static void liveInADemo() {
        try (var portal = PackagedPortal.start(livedIn, DEMO).awaitReady()) {
            var admin = english(portal);
            assertEquals(303, admin.signIn("admin@cascade.example", "portcullis-demo").status());
            session = admin.cookie("portcullis-session");
            for (String pin : PINS) {
                assertEquals(303, admin.get(PIN_FORM).submit(PIN_FORM, Map.of("pin", pin)).status());
            }
            showsTheDeskWhatWouldHaveBeenSent(portal);
            portal.kill();
        }
    }

    private void copyTheDemo() throws IOException {
        try (Stream<Path> files = Files.walk(livedIn)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, folder.resolve(livedIn.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Visitor english(PackagedPortal portal) {
        return Visitor.of(portal.url()).with("Accept-Language", "en-US");
    }

    private static Map<String, String> account(String name, String email, String password) {
        return Map.of("name", name, "email", email, "password", password);
    }

    @Test
    void makesItsKeysAndTheFirstAccountThroughAOneTimeLink() throws IOException, InterruptedException {
        var portal = freshPortal.awaitReady();
        var link = portal.await(SET_UP_LINK).group(1);
        assertEquals(404, portal.statusOf("/set-up/made-up"));
        var french = Visitor.of(portal.url()).with("Accept-Language", "fr");
        assertEquals("Créer le premier compte", french.get(link).heading());
        var visitor = english(portal);
        var form = visitor.get(link);
        assertEquals("Create the first account", form.heading());
        var refused = form.submit(link, account("", "nonsense", "portcullis"));
        assertEquals(400, refused.status());
        for (String problem : List.of("Enter a name.", "Enter an e-mail address such as name@example.com.",
                "at least 12 characters")) {
            assertTrue(refused.text().contains(problem), problem);
        }
        assertEquals("nonsense", refused.field("E-mail address").attr("value"));
        var made = refused.submit(link, account("First desk", "desk@example.com", PASSWORD));
        assertEquals("/sign-in", made.redirect());
        assertTrue(made.follow().text().contains("The account is created. Sign in with it."));
        assertEquals(404, visitor.get(link).status(), "the link is dead");
        assertEquals(404, french.get("/help/port-out-pin").submit("/language", Map.of("language", "en-US", "to", link))
                .follow().status());
        assertEquals(303, visitor.signIn("desk@example.com", PASSWORD).status());
        assertTrue(visitor.get("/port-orders").text().contains("There is no organization yet"));
        assertFalse(portal.log().contains(PASSWORD));
        madeKeysForItsOwnerOnlyAndSaidWhere(portal);
    }

    private static void madeKeysForItsOwnerOnlyAndSaidWhere(PackagedPortal portal) throws IOException {
        for (String file : List.of("session.key", "pin.keys", "audit.keys")) {
            var path = fresh.resolve("data").resolve(file);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            assertTrue(portal.log().contains(path.toRealPath().toString()), portal.log());
            assertFalse(portal.log().contains(Files.readString(path).strip()));
        }
    }

    @Test
    void losesNothingWhenItIsKilledAndShowsThatItIsTheDemo() throws IOException {
        copyTheDemo();
        try (var portal = PackagedPortal.start(folder, DEMO).awaitReady()) {
            var admin = english(portal).with("Cookie", "portcullis-session=" + session);
            var page = admin.get(PIN_FORM);
            assertEquals(200, page.status(), "still signed in");
            assertTrue(page.text().contains("A PIN is set."));
            assertEquals("2", page.document().selectFirst("input[name=revision]").attr("value"),
                    "both changes were kept");
            assertEquals(31, Integer.parseInt(page.document().select(".chip .count").last().text()));
            showsThatItIsTheDemo(portal);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertTrue(PINS.stream().noneMatch(content::contains), "a PIN can be read in " + file);
            }
        }
    }

    private static void showsThatItIsTheDemo(PackagedPortal portal) {
        var signIn = english(portal).get("/sign-in");
        assertTrue(signIn.text().contains("No e-mail leaves the demo."));
        for (String address : List.of("admin@cascade.example", "viewer@cascade.example", "admin@lumiere.example",
                "desk@portcullis.example")) {
            assertTrue(signIn.text().contains(address));
            var person = english(portal);
            assertEquals(303, person.signIn(address, "portcullis-demo").status());
            assertTrue(person.get("/port-orders").text().matches(".*(This is the demo|Démonstration).*"));
        }
        assertTrue(Visitor.of(portal.url()).with("Accept-Language", "fr").get("/help/port-out-pin").text()
                .contains("Démonstration"));
    }

    private static void showsTheDeskWhatWouldHaveBeenSent(PackagedPortal portal) {
        var desk = english(portal);
        desk.signIn("desk@portcullis.example", "portcullis-demo");
        var subject = "Cascade Freight: the port out PIN was set";
        // It leaves the one for the other, so that it is in one of them at least.
        var letter = Stream.of("waiting", "sent").map(stage -> desk.get("/desk/mail?stage=" + stage))
                .filter(page -> page.hasLink(subject)).findFirst().orElseThrow().click(subject);
        assertEquals(subject, letter.heading());
        assertTrue(letter.text().contains("Hello Cascade admin,"), letter.text());
    }

    @Test
    void keepsDemoAndRealDatabasesApart() throws IOException {
        copyTheDemo();
        var real = PackagedPortal.start(folder, "portcullis.data-directory=./data/demo");
        assertNotEquals(0, real.awaitEnd());
        assertTrue(real.log().contains("This database holds the demo's accounts"), real.log());
    }

    @Test
    void isWellAndHasNothingOfTheDemoWithoutItsSwitch() throws IOException, InterruptedException {
        var portal = freshPortal.awaitReady();
        assertEquals(200, portal.statusOf("/q/health"));
        assertEquals(200, portal.statusOf("/q/health/ready"));
        assertEquals(303, portal.statusOf("/q/metrics"), "metrics are on the management port");
        var signIn = english(portal).get("/sign-in");
        assertFalse(signIn.text().contains("demo"));
        assertEquals(400, english(portal).signIn("admin@cascade.example", "portcullis-demo").status());
    }

    @ParameterizedTest
    @CsvSource({
        "portcullis.pin.minimum-length=5, portcullis.pin.minimum-length must be from 6 to 10",
        "portcullis.pin.minimum-length=many, portcullis.pin.minimum-length",
        "portcullis.data-directory=data, portcullis.data-directory must be absolute or start with ./",
        "portcullis.session.key=short, portcullis.session.key must be Base64",
        "portcullis.pin.lenght=6, portcullis.pin.lenght"})
    void doesNotStartWithAWrongSettingAndSaysWhich(String setting, String sentence) {
        var portal = PackagedPortal.start(folder, setting);
        assertNotEquals(0, portal.awaitEnd());
        assertTrue(portal.log().contains(sentence), portal.log());
    }

    @Test
    void asksForKeysWhereTheDatabaseIsNotTheEmbeddedOne() {
        var url = "quarkus.datasource.jdbc.url=jdbc:h2:mem:elsewhere;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
        var portal = PackagedPortal.start(folder, url);
        assertNotEquals(0, portal.awaitEnd());
        assertTrue(portal.log().contains("portcullis.session.key must be set"), portal.log());
    }

    private PackagedPortal verification() {
        return PackagedPortal.command(folder, List.of("verify-trail"), DEMO);
    }

    private Connection database() throws SQLException {
        var url = "jdbc:h2:file:" + folder.resolve("data/demo/portcullis")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        return new Driver().connect(url, new Properties());
    }

    @Test
    void verifiesItsTrailFromTheCommandLine() throws IOException, SQLException {
        copyTheDemo();
        try (var other = database()) {
            var inUse = verification();
            assertEquals(2, inUse.awaitEnd(), inUse.log());
            assertTrue(inUse.log().contains("the embedded database is in use. Stop the portal first"), inUse.log());
        }
        var whole = verification();
        assertEquals(0, whole.awaitEnd(), whole.log());
        assertTrue(whole.log().contains("Audit trail: 6 entries read") && whole.log().contains("WHOLE"), whole.log());
        try (var other = database(); var statement = other.createStatement()) {
            assertEquals(1, statement.executeUpdate(
                    "update audit_entry set actor_name = 'Eve' where event = 'SIGNED_IN' and actor_name = 'Cascade admin'"));
        }
        var tampered = verification();
        assertEquals(1, tampered.awaitEnd(), tampered.log());
        assertTrue(tampered.log().contains("Changed, or made up"), tampered.log());
        var keys = folder.resolve("data/demo/audit.keys");
        Files.writeString(keys, "other:" + Base64.getEncoder().encodeToString(new byte[32]));
        var unknown = verification();
        assertEquals(2, unknown.awaitEnd(), unknown.log());
        assertTrue(unknown.log().contains("this key is missing: "), unknown.log());
        Files.delete(keys);
        var without = verification();
        assertEquals(2, without.awaitEnd(), without.log());
        assertTrue(Files.notExists(keys), "it makes nothing");
    }

    @Test
    void recordsARestoreFromTheCommandLine() throws IOException, SQLException {
        copyTheDemo();
        try (var other = database(); var statement = other.createStatement()) {
            assertEquals(2, statement.executeUpdate(
                    "delete from audit_entry where sequence > (select max(sequence) - 2 from audit_entry)"));
        }
        assertEquals(1, verification().awaitEnd());
        var unclear = PackagedPortal.command(folder,
                List.of("record-restore", "yesterday", "Ana Ruiz", "A lagging standby"), DEMO);
        assertEquals(2, unclear.awaitEnd(), unclear.log());
        var recorded = PackagedPortal.command(folder,
                List.of("record-restore", Instant.now().toString(), "Ana Ruiz", "A lagging standby"), DEMO);
        assertEquals(0, recorded.awaitEnd(), recorded.log());
        assertTrue(recorded.log().contains("Lost in a restore") || recorded.log().contains("were lost"),
                recorded.log());
        var known = verification();
        assertEquals(3, known.awaitEnd(), known.log());
        assertTrue(known.log().contains("KNOWN RESTORE") && known.log().contains("Lost in a restore"), known.log());
        try (var other = database(); var statement = other.createStatement()) {
            assertEquals(1, statement
                    .executeUpdate("update audit_entry set actor_name = 'Eve' where event = 'RESTORE_RECORDED'"));
        }
        assertEquals(1, verification().awaitEnd());
    }

    @Test
    void knowsNoOtherCommand() {
        var misspelt = PackagedPortal.command(folder, List.of("verify-trial"));
        assertEquals(2, misspelt.awaitEnd());
        assertTrue(misspelt.log().contains("verify-trail, set-up-link, record-restore"), misspelt.log());
    }

    @Test
    void makesAnotherSetUpLinkFromTheCommandLine() throws IOException {
        var nothing = PackagedPortal.command(folder, List.of("set-up-link"));
        assertEquals(2, nothing.awaitEnd(), nothing.log());
        copyTheDemo();
        var notNeeded = PackagedPortal.command(folder, List.of("set-up-link"), DEMO);
        assertEquals(1, notNeeded.awaitEnd(), notNeeded.log());
        assertTrue(notNeeded.log().contains("There is an account already."), notNeeded.log());
    }

    @Test
    void doesNotStartWithoutTheKeyThatItsPinsDependOn() throws IOException {
        copyTheDemo();
        Files.delete(folder.resolve("data/demo/pin.keys"));
        var portal = PackagedPortal.start(folder, DEMO);
        assertNotEquals(0, portal.awaitEnd());
        assertTrue(portal.log().contains("portcullis.pin.keys lacks the key"), portal.log());
    }
}
