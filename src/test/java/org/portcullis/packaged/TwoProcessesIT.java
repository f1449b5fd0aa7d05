package org.portcullis.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PostgresDatabase;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.TestDatabase;

/** Two processes on one PostgreSQL: whatever is to be done is done once, also when one of them dies over it. */
@ResourceLock("portals of its own")
class TwoProcessesIT {

    private static final int NOTICES = 400;
    private static final int ORDERS = 60;
    /** Longer than a portal waits before it tries a mail a second time. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final GreenMail MAILS = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    static Path folder;

    private static String database;
    private static PackagedPortal first;
    private static PackagedPortal second;

    /** Its own for each test: a portal may still be at the mails of the one before. */
    private final String reader = UUID.randomUUID() + "@example.com";

    @BeforeAll
    static void startServers() {
        MAILS.start();
        database = DATABASE.open();
        first = portal(database);
        second = portal(database);
    }

    @AfterAll
    static void stopServers() {
        first.close();
        second.close();
        DATABASE.stop();
        MAILS.stop();
    }

    @AfterEach
    void leave() {
        Surroundings.leave();
    }

    @AfterEach
    void replaceWhoWasKilled() {
        if (!second.isAlive()) {
            second = portal(database);
        }
    }

    @BeforeEach
    void forgetOldMails() throws FolderException {
        Surroundings.enter(new Surroundings(null, database));
        Row.update("delete from notice");
        MAILS.purgeEmailFromAllMailboxes();
    }

    private static PackagedPortal portal(String url) {
        var settings = TestDatabase.settings(url);
        settings.put("quarkus.mailer.host", "127.0.0.1");
        settings.put("quarkus.mailer.port", String.valueOf(MAILS.getSmtp().getPort()));
        // Stops at once, with what it is doing: the seconds in which it would serve on are enough for all e-mails.
        settings.put("quarkus.shutdown.delay", "0S");
        return PackagedPortal.startOnPostgres(folder, settings).awaitReady();
    }

    private void fillTheOutbox() {
        // The mail server refuses what comes at once for somebody it does not know yet.
        MAILS.setUser(reader, reader);
        Row.insertAll(
                "insert into notice (id, recipient, language, subject, body, created_at, attempts, next_attempt_at)"
                        + " values (?, ?, 'en-US', 'News', 'Of an order', current_timestamp, 0, current_timestamp)",
                Stream.generate(() -> new Object[] {UUID.randomUUID(), reader}).limit(NOTICES).toList());
    }

    private static int unsent() {
        return Row.select("select id from notice where sent_at is null").size();
    }

    private static int notYetPending() {
        return Row.select("select id from port_order where state = 'TRANSFER_APPROVED'").size();
    }

    private static void awaitAtMost(int most, IntSupplier count) {
        var end = Instant.now().plus(PATIENCE);
        while (count.getAsInt() > most) {
            assertTrue(Instant.now().isBefore(end), count.getAsInt() + " are still left");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** The Message-ID of each mail received, as often as it came. */
    private List<String> received() {
        return Arrays.stream(MAILS.getReceivedMessages()).filter(message -> header(message, "To").contains(reader))
                .map(message -> header(message, "Message-ID")).toList();
    }

    private static String header(MimeMessage message, String name) {
        try {
            return message.getHeader(name)[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> approvedOrders() {
        var organization = Fixtures.organization("Cascade Freight").saved();
        organization.admin();
        var foc = Instant.now().plus(Duration.ofHours(23));
        return Stream
                .generate(() -> organization.order("Harbor").in("TRANSFER_APPROVED").confirmedFor(foc)
                        .withNumber("+12065550100").saved())
                .limit(ORDERS).toList();
    }

    private static void assertEachBecamePendingOnce(List<String> pons) {
        for (var pon : pons) {
            assertEquals(List.of("DRAFT", "TRANSFER_APPROVED", "TRANSFER_PENDING"),
                    Fixtures.rowsOf(pon, "port_order_transition").stream()
                            .sorted((a, b) -> a.get("sequence").compareTo(b.get("sequence")))
                            .map(row -> row.get("to_state")).toList());
            assertEquals(1, Fixtures.rowsOf(pon, "notice").size(), "the admin is told once");
        }
    }

    @Test
    void deliverEachNoticeOnce() {
        fillTheOutbox();
        awaitAtMost(0, TwoProcessesIT::unsent);
        assertEquals(NOTICES, received().size());
        assertEquals(NOTICES, Set.copyOf(received()).size());
    }

    @Test
    void leaveNoDoubtAboutANoticeWhenOneIsStopped() {
        var itsOwn = new PostgresDatabase();
        var url = itsOwn.open();
        Surroundings.enter(new Surroundings(null, url));
        try (var portal = portal(url)) {
            fillTheOutbox();
            assertTrue(MAILS.waitForIncomingEmail(PATIENCE.toMillis(), NOTICES / 8));
            portal.stop();
            assertTrue(unsent() > 0, "it was stopped in the middle");
            assertEquals(NOTICES - unsent(), received().size());
        } finally {
            itsOwn.stop();
        }
    }

    @Test
    void loseNoNoticeWhenOneIsKilledWhileItDelivers() {
        fillTheOutbox();
        assertTrue(MAILS.waitForIncomingEmail(PATIENCE.toMillis(), NOTICES / 8));
        second.kill();
        assertTrue(unsent() > 0, "it was killed in the middle");
        awaitAtMost(1, TwoProcessesIT::unsent);
        // The claim of the dead process runs out.
        Row.update("update notice set next_attempt_at = current_timestamp where sent_at is null");
        awaitAtMost(0, TwoProcessesIT::unsent);
        assertEquals(NOTICES, Set.copyOf(received()).size(), "none is lost");
        assertTrue(received().size() <= NOTICES + 1, "the one under way may have been sent again, under the same id");
    }

    @Test
    void makeEachOrderPendingOnce() {
        var pons = approvedOrders();
        awaitAtMost(0, TwoProcessesIT::notYetPending);
        assertEachBecamePendingOnce(pons);
    }

    private static PackagedPortal verification() {
        return PackagedPortal.commandOnPostgres(folder, List.of("verify-trail"), TestDatabase.settings(database));
    }

    private static int unsealed() {
        return Row.select("select id from audit_entry where sequence is null").size();
    }

    @Test
    void keepOneTrailThatIsVerifiedWhileTheyRun() {
        var pons = approvedOrders();
        var meanwhile = verification();
        assertEquals(0, meanwhile.awaitEnd(), meanwhile.log());
        awaitAtMost(0, TwoProcessesIT::notYetPending);
        awaitAtMost(0, TwoProcessesIT::unsealed);
        var entry = Row.select("select * from audit_entry where subject_name = ?", pons.get(0));
        assertEquals(1, entry.size());
        Row.update("update audit_entry set detail = 'DRAFT' where subject_name = ?", pons.get(0));
        var tampered = verification();
        assertEquals(1, tampered.awaitEnd(), tampered.log());
        Row.update("update audit_entry set detail = ? where subject_name = ?", entry.get(0).get("detail"), pons.get(0));
        assertTrue(tampered.log().contains("no. " + entry.get(0).get("sequence") + ": Changed, or made up"),
                tampered.log());
    }

    @Test
    void makeEachOrderPendingThoughOneIsKilledOverIt() {
        var pons = approvedOrders();
        awaitAtMost(ORDERS - 5, TwoProcessesIT::notYetPending);
        second.kill();
        awaitAtMost(0, TwoProcessesIT::notYetPending);
        assertEachBecamePendingOnce(pons);
    }
}
