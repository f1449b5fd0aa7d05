package org.portcullis.siege;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.portcullis.testing.Page;
import org.portcullis.testing.Visitor;

/** Organizations and carriers of a portal, created by its desk on its pages. */
final class SiegeCustomers {

    static final String PASSWORD = "seven herons over the estuary";
    static final String PIN = "7391846205";
    static final String ACCOUNT_NUMBER = "4471-90382";
    private static final String DESK = "desk@portcullis.example";
    private static final String DESK_PASSWORD = "portcullis-demo";
    private static final String ORGANIZATIONS = "/desk/organizations";
    private static final Pattern LINK = Pattern.compile("(/password/\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int FIRST_EXCHANGE = 200;

    private final String url;
    private final Visitor desk;
    private final List<Customer> customers = new ArrayList<>();

    /**
     * An organization in the United States with a PIN, {@link #PIN}, and two thousand numbers.
     *
     * @param admin whose password is {@link #PASSWORD}
     */
    record Customer(int index, String path, String admin) {

        /** @return in E.164 */
        String number(int line) {
            return "+1253%03d%04d".formatted(FIRST_EXCHANGE + index, line);
        }
    }

    SiegeCustomers(String url) {
        this.url = url;
        this.desk = visitor();
        require(desk.signIn(DESK, DESK_PASSWORD), "sign in");
    }

    Visitor visitor() {
        return Visitor.of(url).with("Accept-Language", "en-US");
    }

    Visitor desk() {
        return desk;
    }

    Visitor adminOf(Customer customer) {
        var admin = visitor();
        require(admin.signIn(customer.admin, PASSWORD), "sign in");
        return admin;
    }

    /** Creates several at once, since each waits for an e-mail. */
    List<Customer> found(int count) {
        var made = new ArrayList<Customer>();
        for (int i = 0; i < count; i++) {
            made.add(found());
        }
        made.forEach(this::settle);
        return made;
    }

    private Customer found() {
        int index = customers.size();
        var path = require(desk.get(ORGANIZATIONS + "/new").submit(ORGANIZATIONS + "/new",
                Map.of("name", "Organization " + index, "country", "US",
                        "timeZone", "America/Los_Angeles", "street", "1 Pine Street", "city", "Seattle", "region", "WA",
                        "zip", "98101",
                        "accountNumbers", ACCOUNT_NUMBER)),
                "make an organization").redirect();
        var customer = new Customer(index, path, "admin" + index + "@siege.example");
        customers.add(customer);
        var numbers = path + "/numbers/new";
        require(desk.get(numbers).submit(numbers, Map.of("numbers", customer.number(0) + "-1999")), "give it numbers");
        var person = path + "/people/new";
        require(desk.get(person).submit(person, Map.of("name", "The admin", "email", customer.admin, "role", "admin")),
                "make an admin");
        return customer;
    }

    private void settle(Customer customer) {
        var link = awaitedLink(customer.admin);
        var admin = visitor();
        require(admin.get(link).submit(link, Map.of("password", PASSWORD)), "choose a password");
        var signedIn = adminOf(customer);
        require(signedIn.get("/port-orders/pin").submit("/port-orders/pin", Map.of("pin", PIN)), "set the PIN");
    }

    private String awaitedLink(String email) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var mail = desk.get("/desk/mail").document().selectFirst("tr:contains(" + email + ") a[href^=/desk/mail/]");
            var link = mail == null ? null : LINK.matcher(desk.get(mail.attr("href")).text());
            if (link != null && link.find()) {
                return link.group(1);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("No e-mail came to " + email);
    }

    /**
     * @param protocol {@code BANDWIDTH} or {@code API}
     * @return the header with the carrier's credential
     */
    String carrier(String name, String protocol) {
        var path = "/desk/carriers/new";
        var made = desk.get(path).submit(path, Map.of("name", name, "protocol", protocol));
        return basic(made.field("User name").val(), made.field("Secret").val());
    }

    static String basic(String user, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static Page require(Page page, String what) {
        if (page.status() != 303) {
            throw new IllegalStateException("Could not " + what + ": " + page.status() + " " + page.text());
        }
        return page;
    }
}
