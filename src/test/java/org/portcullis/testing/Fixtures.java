package org.portcullis.testing;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.portcullis.pin.CheapDigest;
import org.portcullis.settings.TestKeys;

/** Test data: {@code Fixtures.organization("Cascade").withZip("98101").saved()}. Each test has its own. */
public final class Fixtures {

    public static final String PASSWORD = "a quiet harbour at noon";
    /** The lowest bcrypt cost: these are not real passwords. */
    private static final String PASSWORD_HASH = BcryptUtil.bcryptHash(PASSWORD, 4);

    private Fixtures() {
    }

    public static OrganizationBuilder organization(String name) {
        return new OrganizationBuilder(name);
    }

    public static Person desk() {
        return person("desk", null);
    }

    private static Person person(String role, UUID organizationId) {
        var id = UUID.randomUUID();
        var email = role + "-" + id.toString().substring(0, 8) + "@example.com";
        Row.of("portal_user").with("id", id).with("email", email).with("name", "The " + role)
                .with("password", PASSWORD_HASH)
                .with("role", role).with("organization_id", organizationId).with("active", true)
                .with("created_at", Instant.now()).with("version", 0).insert();
        return new Person(id, email, "The " + role);
    }

    /** An e-mail in the outbox that, by default, is not due before the year 2100. */
    public static MailBuilder mail(String subject) {
        return new MailBuilder(subject);
    }

    /** An account; its password is {@link #PASSWORD}. */
    public record Person(UUID id, String email, String name) {

        public Person prefers(String language, String timeZone) {
            Row.update("update portal_user set language = ?, time_zone = ? where id = ?", language, timeZone, id);
            return this;
        }

        /** @return the PONs of the orders that are assigned to this desk user */
        public List<String> assignedOrders() {
            return Row.select("select pon from port_order where assignee_id = ?", id).stream()
                    .map(row -> row.get("pon")).toList();
        }

        public void deactivated() {
            Row.update("update portal_user set active = false where id = ?", id);
        }

        public List<Map<String, String>> auditEntries() {
            return Row.select("select * from audit_entry where actor_id = ? order by at", id);
        }
    }

    /** By default, an organization in Seattle. */
    public static final class OrganizationBuilder {

        private final UUID id = UUID.randomUUID();
        private final String name;
        private String country = "US";
        private String timeZone = "America/Los_Angeles";
        private String accountNumber = "4471-90382";
        private String zip = "98101";
        private String btn;
        private final List<String> numbers = new ArrayList<>();

        private OrganizationBuilder(String name) {
            this.name = name;
        }

        public OrganizationBuilder inFrance() {
            country = "FR";
            timeZone = "Europe/Paris";
            zip = "69002";
            return this;
        }

        public OrganizationBuilder withZip(String value) {
            zip = value;
            return this;
        }

        public OrganizationBuilder withAccountNumber(String value) {
            accountNumber = value;
            return this;
        }

        public OrganizationBuilder withBtn(String e164) {
            btn = e164;
            return this;
        }

        public OrganizationBuilder withNumber(String e164) {
            numbers.add(e164);
            return this;
        }

        public Organization saved() {
            Row.of("organization").with("id", id).with("name", name).with("country", country)
                    .with("time_zone", timeZone)
                    .with("street", "1200 Alaskan Way").with("city", "Seattle")
                    .with("region", "WA").with("zip", zip).with("btn", btn).with("version", 0).insert();
            Row.of("organization_account_number").with("organization_id", id).with("place", 0)
                    .with("number", accountNumber).insert();
            numbers.forEach(
                    number -> Row.of("telephone_number").with("number", number).with("organization_id", id).insert());
            return new Organization(id, name);
        }
    }

    /** An organization in the database. */
    public record Organization(UUID id, String name) {

        public Person admin() {
            return person("admin", id);
        }

        public Person viewer() {
            return person("viewer", id);
        }

        /** As before the desk has entered the address. */
        public Organization withoutAddress() {
            Row.update("update organization set street = null, city = null, region = null, zip = null where id = ?",
                    id);
            return this;
        }

        public OrderBuilder order(String orderName) {
            return new OrderBuilder(this, orderName);
        }

        /** A carrier's request for numbers of this organization. */
        public RequestBuilder request(String carrier) {
            return new RequestBuilder(id, carrier);
        }

        /**
         * Sets a number of wrong PINs in a row, and the end of the delay; null blocks PIN attempts until the desk lifts
         * the limit.
         */
        public Organization guessedAt(int failures, Instant blockedUntil) {
            Row.of("port_out_guess").with("subject", "organization:" + id).with("failures", failures)
                    .with("tries", failures).with("pending", 0)
                    .with("blocked_until", blockedUntil).with("locked_at", blockedUntil == null ? Instant.now() : null)
                    .with("pin_revision", pinRows().isEmpty() ? 0 : 1).insert();
            return this;
        }

        /** @return the id of a finished import of numbers */
        public String finishedWork() {
            return work(Instant.now(), Instant.now());
        }

        /** @return the id of an import of numbers whose process died */
        public String interruptedWork() {
            return work(Instant.now().minus(Duration.ofMinutes(1)), null);
        }

        private String work(Instant leaseUntil, Instant finishedAt) {
            var work = UUID.randomUUID();
            Row.of("work").with("id", work).with("kind", "NUMBER_IMPORT").with("subject_id", id)
                    .with("subject_name", name)
                    .with("started_by_id", UUID.randomUUID()).with("started_by_name", "The desk")
                    .with("started_at", Instant.now())
                    .with("total", 2).with("done", 1).with("lease_until", leaseUntil).with("finished_at", finishedAt)
                    .insert();
            Row.of("work_item").with("work_id", work).with("place", 2).with("reference", "+12065550100")
                    .with("outcome", "ADDED").insert();
            return work.toString();
        }

        /** Sets a PIN that no test knows. */
        public Organization withPin(Instant when, String who) {
            return withDigest("none", when, who);
        }

        /** Sets this PIN now, as the first one. */
        public Organization withPin(String pin) {
            return withDigest(CheapDigest.of(pin, id), Instant.now(), "The admin");
        }

        private Organization withDigest(String digest, Instant when, String who) {
            Row.of("port_out_pin").with("organization_id", id).with("key_id", TestKeys.OF_PORTALS)
                    .with("digest", digest).with("set_at", when)
                    .with("set_by_id", UUID.randomUUID()).with("set_by_name", who).with("revision", 1)
                    .with("version", 0).insert();
            return this;
        }

        /**
         * A document of the organization's order, stored in pieces of that many bytes.
         *
         * @return its id
         */
        public UUID document(String pon, String fileName, byte[] content, int pieceSize) {
            var document = UUID.randomUUID();
            Row.of("document").with("id", document).with("order_id", orderId(pon)).with("organization_id", id)
                    .with("kind", "BILL")
                    .with("name", fileName).with("size", (long) content.length).with("stored_at", Instant.now())
                    .with("stored_by", "The admin").insert();
            for (int i = 0; i * pieceSize < content.length; i++) {
                Row.of("document_chunk").with("document_id", document).with("position", i).with("content",
                        Arrays.copyOfRange(content, i * pieceSize, Math.min(content.length, (i + 1) * pieceSize)))
                        .insert();
            }
            return document;
        }

        public UUID orderId(String pon) {
            return UUID.fromString(Row.select("select id from port_order where pon = ?", pon).get(0).get("id"));
        }

        /** Makes many orders at once. */
        public void orders(int count) {
            var now = Instant.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            Row.update(
                    "insert into port_order (id, organization_id, pon, name, sort_name, direction, state, waiting, waiting_since,"
                            + " extent, simple, number_count, created_at, changed_at, version)"
                            + " select cast(? || lpad(cast(n as varchar), 12, '0') as uuid), ?, ? || lpad(cast(n as varchar), 12, '0'), 'Order ' || n, 'order ' || n,"
                            + " 'IN', 'DRAFT', 'CUSTOMER', ?, 'FULL', false, 0, ?, ?, 0 from generate_series(1, ?) as numbers(n)",
                    id.toString().substring(0, 24), id, id.toString().substring(0, 8), now, now, now, count);
        }

        /** @return the whole database row of its PIN */
        public List<Map<String, String>> pinRows() {
            return Row.select("select * from port_out_pin where organization_id = ?", id);
        }
    }

    /** By default, a port-in order created now. */
    public static final class OrderBuilder {

        private static final Map<String, String> WAITING = Map.of("DRAFT", "CUSTOMER", "ACTION_REQUIRED", "CUSTOMER",
                "PROCESSING", "DESK", "PARTIALLY_COMPLETED", "DESK", "CONTACTING_CARRIER", "LOSING_CARRIER",
                "TRANSFER_APPROVED", "DATE", "TRANSFER_PENDING", "CARRIERS", "COMPLETED", "NOBODY", "CANCELLED",
                "NOBODY");

        private final Organization organization;
        private final String name;
        private String direction = "IN";
        private String state = "DRAFT";
        private String rejectionReasons;
        private Instant createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        private Instant focAt;
        private String noticeAddresses;
        private boolean areAddressesConfirmed;
        private String note;
        private final Map<String, String> numbers = new LinkedHashMap<>();
        private Instant dueAt;
        private String carrier = "Columbia Fiber";
        private String carrierPon;
        private LocalDate requested = LocalDate.of(2026, 6, 2);

        private OrderBuilder(Organization organization, String name) {
            this.organization = organization;
            this.name = name;
        }

        public OrderBuilder out() {
            direction = "OUT";
            return this;
        }

        public OrderBuilder in(String newState) {
            state = newState;
            if (newState.startsWith("TRANSFER") && focAt == null) {
                focAt = createdAt.plus(Duration.ofDays(3));
            }
            return this;
        }

        public OrderBuilder rejectedFor(String... reasons) {
            rejectionReasons = String.join(",", reasons);
            return in("ACTION_REQUIRED");
        }

        /** The message with the step to the current status. */
        public OrderBuilder saying(String words) {
            note = words;
            return this;
        }

        /** Adds extra e-mail addresses that were confirmed. */
        public OrderBuilder telling(String... addresses) {
            areAddressesConfirmed = true;
            return naming(addresses);
        }

        /** Adds extra e-mail addresses that were not asked for confirmation yet. */
        public OrderBuilder naming(String... addresses) {
            noticeAddresses = String.join(",", addresses);
            return this;
        }

        public OrderBuilder made(Instant when) {
            createdAt = when.truncatedTo(ChronoUnit.MICROS);
            return this;
        }

        public OrderBuilder confirmedFor(Instant when) {
            focAt = when;
            return this;
        }

        /** The requested day of the transfer, or none. */
        public OrderBuilder requestedFor(LocalDate day) {
            requested = day;
            return this;
        }

        public OrderBuilder dueAt(Instant when) {
            dueAt = when.truncatedTo(ChronoUnit.MICROS);
            return this;
        }

        /** The other carrier and its PON of the order. */
        public OrderBuilder with(String newCarrier, String ponThere) {
            carrier = newCarrier;
            carrierPon = ponThere;
            return this;
        }

        public OrderBuilder withNumber(String e164) {
            return withNumber(e164, "WAITING");
        }

        public OrderBuilder withNumber(String e164, String status) {
            numbers.put(e164, status);
            return this;
        }

        /** @return its PON */
        public String saved() {
            var id = UUID.randomUUID();
            var pon = "PC" + id.toString().replace("-", "").substring(0, 10).toUpperCase();
            Row.of("port_order").with("id", id).with("organization_id", organization.id).with("pon", pon)
                    .with("name", name)
                    .with("direction", direction).with("state", state)
                    .with("waiting", WAITING.get(state)).with("waiting_since", createdAt)
                    .with("due_at", dueAt).with("sort_name", name.toLowerCase()).with("transfer_on", transferOn())
                    .with("carrier_pon", carrierPon).with("other_carrier", carrier).with("account_number", "88-2041")
                    .with("account_name", "Cascade Freight")
                    .with("authorized_person", "The admin").with("street", "1200 Alaskan Way").with("city", "Seattle")
                    .with("region", "WA").with("zip", "98101").with("btn", "+12065550100").with("extent", "FULL")
                    .with("simple", false)
                    .with("requested_date", requested).with("foc_at", focAt).with("notice_addresses", noticeAddresses)
                    .with("number_count", numbers.size()).with("created_at", createdAt).with("changed_at", createdAt)
                    .with("version", 0).insert();
            Row.insertAll(
                    "insert into port_order_number (order_id, number, organization_id, status) values (?, ?, ?, ?)",
                    numbers.entrySet().stream()
                            .map(number -> new Object[] {id, number.getKey(), organization.id, number.getValue()})
                            .toList());
            if (areAddressesConfirmed) {
                confirm(organization.id, noticeAddresses.toLowerCase(Locale.ROOT).split(","));
            }
            transition(id, 0, null, "DRAFT", null);
            if (!state.equals("DRAFT")) {
                transition(id, 1, "DRAFT", state, rejectionReasons);
            }
            return pon;
        }

        private static void confirm(UUID organization, String... addresses) {
            for (String address : new LinkedHashSet<>(List.of(addresses))) {
                if (Row.select("select id from notice_address where organization_id = ? and address = ?", organization,
                        address).isEmpty()) {
                    Row.of("notice_address").with("id", UUID.randomUUID()).with("organization_id", organization)
                            .with("address", address)
                            .with("state", "CONFIRMED").with("asked", 1).insert();
                }
            }
        }

        private LocalDate transferOn() {
            if (focAt != null) {
                return LocalDate.ofInstant(focAt, ZoneId.of("America/Los_Angeles"));
            }
            return requested == null ? LocalDate.of(9999, 12, 31) : requested;
        }

        private void transition(UUID orderId, int sequence, String from, String to, String reasons) {
            Row.of("port_order_transition").with("id", UUID.randomUUID()).with("order_id", orderId)
                    .with("sequence", sequence)
                    .with("at", createdAt).with("from_state", from).with("to_state", to).with("actor_role", "CUSTOMER")
                    .with("actor_name", "The admin").with("rejection_reasons", reasons)
                    .with("note", reasons == null ? null : note).insert();
        }
    }

    /** A request for numbers that belong to no organization. */
    public static RequestBuilder nobodysRequest(String carrier) {
        return new RequestBuilder(null, carrier);
    }

    /** By default, a carrier's request that was refused now for a wrong PIN. */
    public static final class RequestBuilder {

        private final UUID id = UUID.randomUUID();
        private final UUID organizationId;
        private final String carrier;
        private String channel = "API";
        private String pon = "LSR-1";
        private String numbers = "+12065550100";
        private int numberCount = 1;
        private int timesAsked = 1;
        private String verdict = "REFUSED";
        private String refusals = "PIN_INVALID";
        private Integer pinRevision = 1;
        private Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        private Instant answerBy;
        private boolean told = true;
        private String decidedBy;
        private UUID orderId;
        private Instant notUsAt;

        private RequestBuilder(UUID organizationId, String carrier) {
            this.organizationId = organizationId;
            this.carrier = carrier;
        }

        public RequestBuilder refusedFor(String... reasons) {
            refusals = String.join(",", reasons);
            pinRevision = refusals.contains("PIN_INVALID") ? Integer.valueOf(1) : null;
            return this;
        }

        /** The admins got no e-mail, since there were too many refusals. */
        public RequestBuilder untold() {
            told = false;
            return this;
        }

        public RequestBuilder allowed() {
            verdict = "ALLOWED";
            refusals = "";
            return this;
        }

        /** Approved by an admin; the carrier has to ask again. */
        public RequestBuilder approved() {
            decidedBy = "The admin";
            return allowed();
        }

        /** Allowed, with the order that its numbers leave with. */
        public RequestBuilder leavingWith(UUID order) {
            orderId = order;
            return allowed();
        }

        /** The organization reported it as unwanted just now. */
        public RequestBuilder reported() {
            notUsAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
            return this;
        }

        public RequestBuilder awaitingApprovalUntil(Instant when) {
            verdict = "AWAITING_APPROVAL";
            refusals = "AWAITING_APPROVAL";
            answerBy = when.truncatedTo(ChronoUnit.MICROS);
            return this;
        }

        public RequestBuilder over(String newChannel) {
            channel = newChannel;
            return this;
        }

        public RequestBuilder withPon(String value) {
            pon = value;
            return this;
        }

        /** @param ranges in the stored form, such as {@code +12065550100-+12065550149} */
        public RequestBuilder forNumbers(String ranges, int count) {
            numbers = ranges;
            numberCount = count;
            return this;
        }

        public RequestBuilder askedTimes(int times) {
            timesAsked = times;
            return this;
        }

        public RequestBuilder received(Instant when) {
            receivedAt = when.truncatedTo(ChronoUnit.MICROS);
            return this;
        }

        /** @return its id */
        public UUID saved() {
            Row.of("port_out_request").with("id", id).with("channel", channel).with("asker_id", null)
                    .with("asker_name", carrier)
                    .with("received_at", receivedAt).with("asked_at", receivedAt).with("times_asked", timesAsked)
                    .with("pon", pon)
                    .with("numbers", numbers).with("number_count", numberCount).with("organization_id", organizationId)
                    .with("verdict", verdict).with("refusals", refusals).with("pin_revision", pinRevision)
                    .with("decided_at", receivedAt)
                    .with("answer_by", answerBy).with("decided_by", decidedBy).with("order_id", orderId)
                    .with("not_us_at", notUsAt)
                    .with("not_us_by", notUsAt == null ? null : "The admin").with("told", told).with("version", 0)
                    .insert();
            return id;
        }
    }

    /** @return the whole database row of a request */
    public static Map<String, String> requestRow(UUID id) {
        return Row.select("select * from port_out_request where id = ?", id).get(0);
    }

    /** A row of the outbox. */
    public static final class MailBuilder {

        private final UUID id = UUID.randomUUID();
        private final String subject;
        private String recipient = "somebody@example.com";
        private String pon;
        private Instant nextAttemptAt = Instant.parse("2100-01-01T00:00:00Z");
        private Instant sentAt;
        private Instant failedAt;
        private String failure;
        private int attempts;

        private MailBuilder(String subject) {
            this.subject = subject;
        }

        public MailBuilder to(String address) {
            recipient = address;
            return this;
        }

        public MailBuilder about(String orderPon) {
            pon = orderPon;
            return this;
        }

        public MailBuilder due() {
            nextAttemptAt = Instant.now();
            return this;
        }

        public MailBuilder sent(Instant when) {
            nextAttemptAt = null;
            sentAt = when;
            return this;
        }

        public MailBuilder triedInVain(int times, String reason) {
            attempts = times;
            failure = reason;
            return this;
        }

        public MailBuilder givenUp() {
            nextAttemptAt = null;
            failedAt = Instant.now();
            return this;
        }

        /** @return its id */
        public UUID saved() {
            var orderId = pon == null ? null
                    : UUID.fromString(Row.select("select id from port_order where pon = ?", pon).get(0).get("id"));
            Row.of("notice").with("id", id).with("order_id", orderId).with("recipient", recipient)
                    .with("language", "en-US")
                    .with("subject", subject).with("body", "The body of " + subject).with("created_at", Instant.now())
                    .with("attempts", attempts).with("next_attempt_at", nextAttemptAt).with("sent_at", sentAt)
                    .with("failed_at", failedAt).with("failure", failure).insert();
            return id;
        }
    }

    /** @return the whole database row of an order */
    public static Map<String, String> orderRow(String pon) {
        return Row.select("select * from port_order where pon = ?", pon).get(0);
    }

    /** @return the rows of the table that belong to an order: those of its numbers, steps, comments, e-mails … */
    public static List<Map<String, String>> rowsOf(String pon, String table) {
        return Row.select(
                "select part.* from " + table + " part join port_order o on part.order_id = o.id where o.pon = ?", pon);
    }

    /** @return the telephone numbers that the organization has now */
    public static List<String> numbersOf(Organization organization) {
        return Row
                .select("select number from telephone_number where organization_id = ? order by number",
                        organization.id)
                .stream()
                .map(row -> row.get("number")).toList();
    }

    /** @return the whole database row of an e-mail */
    public static Map<String, String> mailRow(UUID id) {
        return Row.select("select * from notice where id = ?", id).get(0);
    }
}
