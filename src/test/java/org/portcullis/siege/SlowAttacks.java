package org.portcullis.siege;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.portcullis.order.document.Pdfs;
import org.portcullis.partner.BandwidthPlatform;
import org.portcullis.siege.HeldConnections.Plan;
import org.portcullis.siege.SiegeCustomers.Customer;

/** Connections that are held open at no cost to the attacker. */
final class SlowAttacks {

    private static final int SLOW = 205;
    private static final int IDLE = 3_000;
    private static final int NETWORKS = 8;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final SiegePortal portal;
    private final SiegeCustomers customers;
    private final Customer customer;
    private final String bandwidth;
    private final String api;

    /** @param customer whose user attacks */
    SlowAttacks(SiegePortal portal, SiegeCustomers customers, Customer customer) {
        this.portal = portal;
        this.customers = customers;
        this.customer = customer;
        this.bandwidth = "Authorization: " + customers.carrier("Slow Bandwidth", "BANDWIDTH");
        this.api = "Authorization: " + customers.carrier("Slow API", "API");
    }

    List<Attack> all() {
        return List.of(
                slow("slow-sign-in", "205 slow bodies of 8 addresses at sign-in", NETWORKS,
                        () -> body("/sign-in", FORM)),
                slow("slow-sign-in-alone", "205 slow bodies of one address at sign-in", 1,
                        () -> body("/sign-in", FORM)),
                slow("slow-upload", "205 slow uploads of 8 addresses at sign-in", NETWORKS,
                        () -> body("/sign-in", "Content-Type: multipart/form-data; boundary=x")),
                slow("slow-bandwidth", "205 slow bodies with a credential at Bandwidth's address", NETWORKS,
                        () -> body(BandwidthPlatform.PATH, "Content-Type: application/xml", bandwidth)),
                slow("slow-api", "205 slow bodies with a credential at the API", NETWORKS,
                        () -> body("/api/port-out-requests", "Content-Type: application/json", api)),
                slow("slow-webhook", "205 slow bodies at Telnyx' webhook", NETWORKS,
                        () -> body("/carrier/telnyx/webhook", "Content-Type: application/json",
                                "telnyx-timestamp: " + System.currentTimeMillis() / 1_000,
                                "telnyx-signature-ed25519: " + "A".repeat(86) + "==")),
                Attack.of("slow-heads", "3,000 heads of 50 addresses that go on for ever, a byte a second",
                        () -> held(IDLE, 50,
                                new Plan(() -> "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-A: ", "a", SECOND,
                                        true))),
                Attack.of("slow-heads-alone", "3,000 heads of one address that go on for ever",
                        () -> held(IDLE, 1,
                                new Plan(() -> "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-A: ", "a", SECOND,
                                        true))),
                Attack.of("idle", "3,000 connections of 50 addresses that say nothing",
                        () -> held(IDLE, 50, new Plan(() -> "", "", MINUTE, true))),
                Attack.of("unread-downloads", "90 downloads of 5 MB by a customer who does not read them",
                        this::unreadDownloads));
    }

    private Attack slow(String name, String what, int sources, Supplier<String> head) {
        return Attack.of(name, what, () -> held(SLOW, sources, new Plan(head, "a", MINUTE, true)));
    }

    private HeldConnections held(int count, int sources, Plan plan) {
        return new HeldConnections(portal.port(), count, sources, plan);
    }

    private static String body(String path, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n" + "a".repeat(10);
    }

    private Assault unreadDownloads() {
        var admin = customers.adminOf(customer);
        var order = Orders.draft(admin);
        var documents = order + "/draft/documents";
        admin.get(documents).submit(documents, Map.of("go", "upload-LOA"), "file-LOA", "letter.pdf",
                Pdfs.large(5_000_000));
        var link = admin.get(documents).document().selectFirst("a[href^=/port-orders/documents/]").attr("href");
        var head = "GET " + link + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + admin.cookies() + "\r\n\r\n";
        return held(90, NETWORKS, new Plan(() -> head, "", MINUTE, false));
    }
}
