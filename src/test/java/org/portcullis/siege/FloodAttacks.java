package org.portcullis.siege;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portcullis.order.document.Pdfs;
import org.portcullis.siege.Crowd.Deed;
import org.portcullis.siege.SiegeCustomers.Customer;
import org.portcullis.testing.Visitor;

/** Attacks with more requests at once than the memory or the processors can bear. */
final class FloodAttacks {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LARGE = 5_000_000;
    private static final int COSTLY = 154_000;
    private static final int UNKNOWN_NUMBERS = 20_000;
    private static final int CSV_NUMBERS = 100_000;
    private static final String ELSEWHERE = "127.0.0.3";

    private final SiegePortal portal;
    private final SiegeCustomers customers;
    private final Customer customer;
    private final AtomicInteger nextNumber = new AtomicInteger();
    private final Asking carrier;
    private final Asking apiCarrier;

    /** @param customer whose user attacks, and whose numbers the attacking carrier asks for */
    FloodAttacks(SiegePortal portal, SiegeCustomers customers, Customer customer) {
        this.portal = portal;
        this.customers = customers;
        this.customer = customer;
        this.carrier = new Asking(customers.carrier("Flood Bandwidth", "BANDWIDTH"), null);
        this.apiCarrier = new Asking(customers.carrier("Flood API", "API"), null);
    }

    List<Attack> all() {
        return List.of(
                Attack.onCold("uploads", "80 uploads of 5 MB at once by a customer, to a cold portal",
                        () -> uploads(80, Pdfs.large(LARGE))),
                Attack.onCold("strangers-uploads", "80 uploads of 20 MB at once by strangers, to a cold portal",
                        this::strangersUploads),
                Attack.onCold("large-requests", "80 requests of 0.9 MB at once by a carrier, to a cold portal",
                        () -> largeRequests(true)),
                Attack.onCold("large-api-requests", "the same over the API", () -> largeRequests(false)),
                Attack.of("costly-pdfs", "40 uploads of a costly PDF of 154 KB at once",
                        () -> uploads(40, Pdfs.costly(COSTLY))),
                Attack.of("stale-pins", "60 saves at once of a PIN that was changed meanwhile", this::stalePins),
                Attack.of("passwords", "60 strangers at once who give names that are not there", this::passwords),
                Attack.of("passwords-again", "40 times at once the right password, by a customer",
                        this::passwordsAgain),
                Attack.of("verdicts", "90 connections of a carrier that ask with the right PIN", this::verdicts),
                Attack.of("exports", "40 exports, certificates and letters at once by a customer", this::exports),
                Attack.of("csv-imports", "8 imports at once of 100,000 numbers each, by a desk account",
                        this::csvImports),
                Attack.of("unknown-numbers", "requests of 20,000 numbers each that are not ours",
                        this::unknownNumbers));
    }

    private Crowd crowd(int members, Deed deed) {
        return new Crowd(members, PAUSE, portal.callerFrom(ELSEWHERE), deed);
    }

    private Assault uploads(int members, byte[] pdf) {
        var admin = customers.adminOf(customer);
        var documents = Orders.draft(admin) + "/draft/documents";
        var upload = Form.of(admin, documents, documents).upload(Map.of("go", "upload-LOA"), "file-LOA", "letter.pdf",
                pdf);
        return crowd(members, (caller, index) -> upload.send(caller));
    }

    private Assault strangersUploads() {
        var upload = Form.of(customers.visitor(), "/sign-in", "/sign-in")
                .upload(Map.of("username", "a", "password", "b"), "file", "a", new byte[20_000_000]);
        return new Crowd(80, PAUSE, portal.callerFrom("127.0.0.1"),
                (caller, index) -> upload.comingFrom(Visitor.someAddress()).send(caller));
    }

    private Assault largeRequests(boolean isOfBandwidth) {
        var numbers = unknown();
        var request = Asking.request(numbers).withPin(SiegeCustomers.PIN);
        var body = (isOfBandwidth ? "<PortOutValidationRequest><Pin>" + SiegeCustomers.PIN + "</Pin><TelephoneNumbers>"
                + numbers.stream()
                        .map(number -> "<TelephoneNumber>" + number.substring(2) + "</TelephoneNumber>")
                        .collect(Collectors.joining())
                + "</TelephoneNumbers></PortOutValidationRequest>" : padded(Asking.json(request)))
                .getBytes(StandardCharsets.UTF_8);
        return crowd(80, (caller, index) -> Asking
                .word(isOfBandwidth ? carrier.bandwidth(caller, body) : apiCarrier.api(caller, body)));
    }

    private static String padded(String json) {
        return json + " ".repeat(Math.max(0, 900_000 - json.length()));
    }

    private List<String> unknown() {
        int first = 2_000_000 + nextNumber.getAndAdd(UNKNOWN_NUMBERS) % 6_000_000;
        return IntStream.range(first, first + UNKNOWN_NUMBERS).mapToObj("+1509%07d"::formatted).toList();
    }

    private Assault stalePins() {
        var admin = customers.adminOf(customer);
        var form = Form.of(admin, "/port-orders/pin", "/port-orders/pin");
        var stale = Map.of("pin", "8264019375", "revision", "0");
        return crowd(60, (caller, index) -> form.send(caller, stale));
    }

    private Assault passwords() {
        var form = Form.of(customers.visitor(), "/sign-in", "/sign-in");
        return new Crowd(60, PAUSE, portal.callerFrom("127.0.0.1"), (caller, index) -> form
                .comingFrom(Visitor.someAddress())
                .send(caller,
                        Map.of("username", UUID.randomUUID() + "@siege.example", "password", "a wrong password")));
    }

    /** Each sign-in is from a device that the user has used before. */
    private Assault passwordsAgain() {
        var admin = customers.adminOf(customer);
        admin.get("/account").submit("/sign-out", Map.of());
        var form = Form.of(admin, "/sign-in", "/sign-in");
        return crowd(40, (caller, index) -> form.send(caller,
                Map.of("username", customer.admin(), "password", SiegeCustomers.PASSWORD)));
    }

    private Assault verdicts() {
        return crowd(90, (caller, index) -> Asking.word(carrier.bandwidth(caller,
                Asking.request(customer.number(nextNumber.getAndIncrement() % 1_900)).withPin(SiegeCustomers.PIN))));
    }

    private Assault exports() {
        var admin = customers.adminOf(customer);
        var letter = Orders.draft(admin) + "/draft/letter";
        var paths = List.of("/port-orders.csv", "/port-orders/certificate.pdf", letter, "/port-orders/certificate");
        var headers = Map.of("Cookie", admin.cookies());
        return crowd(40,
                (caller, index) -> String.valueOf(caller.get(paths.get(index % paths.size()), headers).status()));
    }

    private Assault csvImports() {
        var path = customer.path() + "/numbers/import";
        var file = ("PhoneNumber\n" + IntStream.range(2_000_000, 2_000_000 + CSV_NUMBERS)
                .mapToObj("+1208%07d\n"::formatted).collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
        var form = Form.of(customers.desk(), path, path);
        return crowd(8, (caller, index) -> form
                .upload(Map.of("work", UUID.randomUUID().toString()), "file", "numbers.csv", file).send(caller));
    }

    private Assault unknownNumbers() {
        return crowd(4, (caller, index) -> Asking
                .word(carrier.bandwidth(caller, Asking.request(unknown()).withPin(SiegeCustomers.PIN))));
    }
}
