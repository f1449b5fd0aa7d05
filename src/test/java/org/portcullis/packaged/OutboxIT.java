package org.portcullis.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.h2.Driver;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.testing.TestDatabase;

/**
 * Two processes with one outbox. They share an H2 server, because a packaged portal is built for one kind of database;
 * {@code OutboxPostgresTest} has several threads deliver from one on PostgreSQL.
 */
class OutboxIT {

    private static final int NOTICES = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Server server;
    private String url;
    private Connection database;

    @BeforeEach
    void startServers() throws SQLException {
        mails.start();
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        database = new Driver().connect(url, new Properties());
    }

    @AfterEach
    void stopServers() throws SQLException {
        database.createStatement().execute("shutdown");
        server.stop();
        mails.stop();
    }

    private PackagedPortal portal() {
        var settings = TestDatabase.settings(url);
        settings.put("quarkus.mailer.host", "127.0.0.1");
        settings.put("quarkus.mailer.port", String.valueOf(mails.getSmtp().getPort()));
        return PackagedPortal.start(folder, settings.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new)).awaitReady();
    }

    private void fillTheOutbox() throws SQLException {
        database.setAutoCommit(false);
        try (var insert = database.prepareStatement("insert into notice (id, recipient, language, subject, body, created_at, attempts, next_attempt_at)"
                + " values (?, 'reader@example.com', 'en-US', 'News', 'Of an order', current_timestamp, 0, current_timestamp)")) {
            for (int i = 0; i < NOTICES; i++) {
                insert.setObject(1, UUID.randomUUID());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        database.commit();
        database.setAutoCommit(true);
    }

    private int unsent() throws SQLException {
        try (var result = database.createStatement().executeQuery("select count(*) from notice where sent_at is null")) {
            result.next();
            return result.getInt(1);
        }
    }

    private void awaitUnsentAtMost(int count) throws SQLException {
        var end = Instant.now().plus(PATIENCE);
        while (unsent() > count) {
            assertTrue(Instant.now().isBefore(end), unsent() + " are still unsent");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private Set<String> messageIds() {
        return Arrays.stream(mails.getReceivedMessages()).map(message -> {
            try {
                return message.getHeader("Message-ID")[0];
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).collect(Collectors.toSet());
    }

    @Test
    void deliversEachNoticeOnceThoughTwoProcessesTry() throws SQLException {
        try (var one = portal(); var other = portal()) {
            fillTheOutbox();
            awaitUnsentAtMost(0);
            assertEquals(NOTICES, mails.getReceivedMessages().length);
            assertEquals(NOTICES, messageIds().size());
        }
    }

    @Test
    void leavesNoDoubtAboutANoticeWhenItIsStopped() throws SQLException {
        try (var portal = portal()) {
            fillTheOutbox();
            assertTrue(mails.waitForIncomingEmail(PATIENCE.toMillis(), NOTICES / 8));
            portal.stop();
            assertTrue(unsent() > 0, "it was stopped in the middle");
            assertEquals(NOTICES - unsent(), mails.getReceivedMessages().length);
        }
    }

    @Test
    void losesNoNoticeWhenAProcessIsKilledWhileItDelivers() throws SQLException {
        try (var doomed = portal(); var survivor = portal()) {
            fillTheOutbox();
            assertTrue(mails.waitForIncomingEmail(PATIENCE.toMillis(), NOTICES / 8));
            doomed.kill();
            assertTrue(unsent() > 0, "it was killed in the middle");
            awaitUnsentAtMost(1);
            // The claim of the dead process runs out.
            database.createStatement().executeUpdate("update notice set next_attempt_at = current_timestamp where sent_at is null");
            awaitUnsentAtMost(0);
            assertEquals(NOTICES, messageIds().size(), "none is lost");
            assertTrue(mails.getReceivedMessages().length <= NOTICES + 1, "the one under way may have been sent again, under the same id");
        }
    }
}
