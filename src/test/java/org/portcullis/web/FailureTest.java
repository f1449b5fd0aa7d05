package org.portcullis.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.testing.Given;
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
        var organization = Given.organization("Cascade Freight").saved();
        var admin = Visitor.inEnglish().signedInAs(organization.admin());
        var form = admin.get("/port-orders/pin");
        Row.holding("select id from organization where id = '" + organization.id() + "' for update", () -> {
            var page = form.submit("/port-orders/pin", Map.of("pin", "482913"));
            assertEquals(503, page.status());
            assertEquals("10", page.header("Retry-After").orElseThrow());
            assertEquals("The portal can't do that right now", page.heading());
            assertFalse(page.source().contains("482913"));
        });
        assertEquals(303, admin.get("/port-orders/pin").submit("/port-orders/pin", Map.of("pin", "482913")).status());
    }

    @Test
    void givesAReferenceThatTheLogHasToo() {
        assertTrue(Visitor.inEnglish().get("/help/failing").text().matches(".*Reference: [0-9a-f-]{36}.*"));
    }

    @Test
    void logsNoOneTimeLink() {
        var logged = new CopyOnWriteArrayList<String>();
        var handler = new Handler() {

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
        };
        var logger = Logger.getLogger("org.portcullis.web");
        logger.addHandler(handler);
        Row.update("alter table password_link rename to password_link_gone");
        try {
            assertEquals(500, Visitor.inEnglish().get("/password/one-time-secret").status());
            assertEquals(500, Visitor.inEnglish().get("/password/failing-early/one-time-secret").status());
        } finally {
            Row.update("alter table password_link_gone rename to password_link");
            logger.removeHandler(handler);
        }
        assertEquals(2, logged.stream().filter(line -> line.contains("/password/…")).count(), logged.toString());
        assertFalse(logged.toString().contains("one-time-secret"));
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
        var visitor = Visitor.inFrench().signedInAs(Given.organization("Cascade Freight").saved().admin());
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
