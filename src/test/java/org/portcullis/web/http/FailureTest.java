package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

/** What people see when the portal itself fails. */
@QuarkusTest
class FailureTest extends PortalTest {

    @ParameterizedTest
    @ValueSource(strings = {"/help/failing", "/help/failing-early"})
    void showsAPageAndNothingOfTheException(String path) {
        var page = Visitor.inEnglish().get(path);
        assertEquals(500, page.status());
        assertEquals("Something went wrong on our side", page.heading());
        assertFalse(page.source().contains(FailingResource.SECRET));
        assertFalse(page.source().contains("Exception"));
        assertEquals("Un incident s'est produit de notre côté", Visitor.inFrench().get(path).heading());
        assertTrue(page.header("Content-Security-Policy").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help/failing/database", "/help/failing-database-early"})
    void asksToTryAgainWhereTheDatabaseCanNotBeReached(String path) {
        var page = Visitor.inEnglish().get(path);
        assertEquals(503, page.status());
        assertEquals("10", page.header("Retry-After").orElseThrow());
        assertEquals("The portal can't do that right now", page.heading());
        assertTrue(page.text().contains("try again"), page.text());
        assertFalse(page.source().contains(FailingResource.SECRET));
        var french = Visitor.inFrench().get(path);
        assertEquals("Le portail est momentanément indisponible", french.heading());
        assertTrue(french.text().contains("réessayez"), french.text());
    }

    /** The row that a PIN is set under is held by another change. */
    @Test
    void asksToTryAgainWhereAPinCanNotBeSavedInTime() {
        var organization = Fixtures.organization("Cascade Freight").saved();
        var admin = Visitor.inEnglish().signedInAs(organization.admin());
        var form = admin.get("/port-orders/pin");
        Row.holding("select id from organization where id = '" + organization.id() + "' for update", () -> {
            var page = form.submit("/port-orders/pin", Map.of("pin", "482913"));
            assertEquals(503, page.status());
            assertEquals("10", page.header("Retry-After").orElseThrow());
            assertEquals("The portal can't do that right now", page.heading());
            assertFalse(page.source().contains("482913"));
            assertTrue(page.text().contains("PINs and passwords are not kept"), page.text());
            assertEquals(Set.of("csrf-token", "revision"),
                    Set.copyOf(page.document().select("form[action=/port-orders/pin] input").eachAttr("name")));
        });
        assertEquals(303, admin.get("/port-orders/pin").submit("/port-orders/pin", Map.of("pin", "482913")).status());
    }

    /** The database is gone even before it is known who asks; what was typed can be sent from the page as soon as it is back. */
    @Test
    void keepsWhatWasTypedWhileTheDatabaseIsAway() {
        var organization = Fixtures.organization("Cascade Freight").saved();
        var admin = Visitor.inEnglish().signedInAs(organization.admin());
        var form = admin.get("/port-orders/new");
        var action = form.document().selectFirst("main form[method=post]").attr("action");
        var name = "Offices " + UUID.randomUUID();
        var page = withoutSessions(() -> form.submit(action, Map.of("name", name)));
        assertEquals(503, page.status(), page.text());
        assertEquals("10", page.header("Retry-After").orElseThrow());
        assertTrue(page.text().contains("What you typed is on this page."), page.text());
        assertTrue(page.source().contains(name));
        var sent = page.submit(action, Map.of());
        assertTrue(sent.status() == 303 || sent.source().contains(name), sent.status() + sent.text());
    }

    @Test
    void showsNothingAgainThatNoPageOfTheSessionSent() {
        var admin = Visitor.inEnglish().signedInAs(Fixtures.organization("Cascade Freight").saved().admin());
        var form = admin.get("/port-orders/new");
        var action = form.document().selectFirst("main form[method=post]").attr("action");
        var page = withoutSessions(
                () -> form.submit(action, Map.of("name", "Forged", "csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")));
        assertEquals(503, page.status());
        assertFalse(page.source().contains("Forged"));
    }

    private static Page withoutSessions(Supplier<Page> request) {
        FailingResource.databaseIsAway = true;
        try {
            return request.get();
        } finally {
            FailingResource.databaseIsAway = false;
        }
    }

    @Test
    void givesAReferenceThatTheLogHasToo() {
        assertTrue(Visitor.inEnglish().get("/help/failing").text().matches(".*Reference: [0-9a-f-]{36}.*"));
    }

    private static final class Keeper extends Handler {

        private final List<String> logged = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            logged.add(new SimpleFormatter().formatMessage(record) + Arrays.toString(record.getParameters()));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }

    /** @return what the package logged meanwhile */
    private static List<String> logged(Runnable work) {
        var keeper = new Keeper();
        var logger = Logger.getLogger("org.portcullis.web");
        logger.addHandler(keeper);
        try {
            work.run();
        } finally {
            logger.removeHandler(keeper);
        }
        return keeper.logged;
    }

    @Test
    void logsNoOneTimeLink() {
        var logged = logged(() -> {
            Row.update("alter table password_link rename to password_link_gone");
            try {
                assertEquals(500, Visitor.inEnglish().get("/password/one-time-secret").status());
                assertEquals(500, Visitor.inEnglish().get("/password/failing-early/one-time-secret").status());
            } finally {
                Row.update("alter table password_link_gone rename to password_link");
            }
        });
        assertEquals(2, logged.stream().filter(line -> line.contains("/password/…")).count(), logged.toString());
        assertFalse(logged.toString().contains("one-time-secret"));
    }

    /** A visitor may ask as often as it likes, and with other words each time. */
    @ParameterizedTest
    @ValueSource(strings = {"/help/failing/often", "/help/failing-often-early"})
    void logsAFailureOnceHoweverOftenItIsAskedFor(String path) {
        var pages = new ArrayList<String>();
        var logged = logged(() -> {
            for (int i = 0; i < 20; i++) {
                pages.add(Visitor.inEnglish().get(path + "?words=" + i).text());
            }
        });
        assertEquals(1, logged.stream().filter(line -> line.contains(path)).count(), logged.toString());
        var references = Pattern.compile("Reference: ([0-9a-f-]{36})").matcher(pages.toString()).results()
                .map(found -> found.group(1)).distinct().toList();
        assertTrue(references.size() <= 1 && references.stream().allMatch(logged.toString()::contains),
                references + " in " + logged);
    }

    @Test
    void saysWhenThereWereTooManyTries() {
        var page = Visitor.inEnglish().get("/help/too-many");
        assertEquals(429, page.status());
        assertEquals("Too many requests", page.heading());
        assertEquals("Trop de demandes", Visitor.inFrench().get("/help/too-many").heading());
    }

    @Test
    void showsThePageEvenWhereTheDatabaseFails() {
        var visitor = Visitor.inFrench().signedInAs(Fixtures.organization("Cascade Freight").saved().admin());
        Row.update("alter table user_session rename to user_session_gone");
        try {
            var page = visitor.get("/port-orders");
            assertEquals(500, page.status());
            assertEquals("Un incident s'est produit de notre côté", page.heading());
        } finally {
            Row.update("alter table user_session_gone rename to user_session");
        }
        assertEquals(200, visitor.get("/port-orders").status(), "and it is back by itself");
    }
}
