package org.portcullis.portout.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.portcullis.partner.TelnyxPlatform.Request;
import org.portcullis.partner.TelnyxPlatform;
import org.portcullis.settings.TestKeys;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.TelnyxAccount;
import org.portcullis.testing.TestClock;

/** An organization, a carrier that asks for its number through Telnyx, and a portal in the test's own process. */
abstract class TelnyxTest extends PortalTest {

    static final String PIN = "7391846205";
    static final String WRONG_PIN = "6204819375";
    static final String WEBHOOK = "/carrier/telnyx/webhook";

    @Inject
    TelnyxNotifier teller;

    @Inject
    TelnyxPoller look;

    @Inject
    Clock clock;

    /** Created for each test, since Quarkus makes two instances of the test class. */
    TelnyxPlatform telnyx;
    String portOut;
    final String carrier = "Carrier " + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
    final String number = "+1425" + ThreadLocalRandom.current().nextInt(200, 999)
            + ThreadLocalRandom.current().nextInt(1000, 9999);
    final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number).saved();
    final Fixtures.Person admin = organization.admin();
    final List<String> log = new CopyOnWriteArrayList<>();
    private final Handler logKeeper = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            for (Throwable thrown = entry.getThrown(); thrown != null; thrown = thrown.getCause()) {
                log.add(String.valueOf(thrown));
            }
            log.add(entry.getMessage() + " "
                    + (entry.getParameters() == null ? List.of() : List.of(entry.getParameters())));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        telnyx = new TelnyxPlatform(TelnyxAccount.port(), TelnyxAccount.API_KEY, TelnyxAccount.keys(),
                URI.create(Surroundings.portalUrl() + WEBHOOK), clock);
        organization.withPin(PIN);
        Logger.getLogger("").addHandler(logKeeper);
    }

    @AfterEach
    void keepsSecretsToItself() {
        Logger.getLogger("").removeHandler(logKeeper);
        telnyx.close();
        ((TestClock) clock).reset();
        Row.update("update telnyx_port_out set next_attempt_at = null, status = 'CANCELED'");
        Row.update("update port_out_pin set key_id = ? where key_id = 'lost'", TestKeys.OF_PORTALS);
        var kept = new ArrayList<>(log);
        for (String table : List.of("telnyx_port_out", "telnyx_comment", "port_out_request", "port_out_guess",
                "port_out_retry", "audit_entry",
                "notice", "port_order", "port_order_comment")) {
            Row.select("select * from " + table).forEach(row -> kept.add(table + row));
        }
        for (String secret : List.of(PIN, WRONG_PIN, TelnyxAccount.API_KEY)) {
            assertEquals(List.of(), kept.stream().filter(text -> text.contains(secret)).toList());
        }
    }

    void pass(Duration time) {
        ((TestClock) clock).pass(time);
    }

    /** The carrier asks for the number, and Telnyx announces it. */
    void announce(String pin) {
        ask(pin);
        assertEquals(200, telnyx.webhooks().send(telnyx.webhooks().last(portOut)));
    }

    /** The carrier asks for the number; no webhook was sent yet. */
    void ask(String pin) {
        portOut = telnyx.open(new Request(List.of(number), carrier, pin, null, null));
    }

    /** Sends all webhooks since the last time. */
    void sendAll() {
        telnyx.webhooks().sendAll().forEach(status -> assertEquals(200, status));
    }

    /** Polls Telnyx once known port-outs are due. */
    void lookLater() {
        pass(Duration.ofMinutes(10));
        look.look();
    }

    Map<String, String> row() {
        return Row.select("select * from telnyx_port_out where id = ?", portOut).get(0);
    }

    List<Map<String, String>> requests() {
        return Row.select("select * from port_out_request where asker_name = ? order by received_at", carrier);
    }

    Map<String, String> request() {
        assertEquals(1, requests().size());
        return requests().get(0);
    }

    List<Map<String, String>> orders() {
        return Row.select("select * from port_order where organization_id = ?", organization.id());
    }

    Map<String, String> order() {
        assertEquals(1, orders().size());
        return orders().get(0);
    }

    List<String> mails(String to) {
        return Row.select("select subject from notice where recipient = ? order by created_at", to).stream()
                .map(row -> row.get("subject"))
                .filter(subject -> subject.endsWith(carrier)).toList();
    }

    String body(Fixtures.Person reader, String subject) {
        return Mails.textOf(Row.select("select * from notice where recipient = ? and subject like ?", reader.email(),
                subject + "%" + carrier).get(0));
    }

    /** @return the answers that Telnyx accepted */
    List<String> told() {
        return telnyx.answers(portOut).stream().map(answer -> answer.status() + " " + answer.code()).toList();
    }
}
