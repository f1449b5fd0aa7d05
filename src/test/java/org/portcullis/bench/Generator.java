package org.portcullis.bench;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.portcullis.testing.Fixtures;

/** Fills a migrated, empty database with orders of many organizations, the same ones every time. */
final class Generator {

    static final Fixtures.Person DESK = new Fixtures.Person(new UUID(0, 1), "desk@bench.example", "The desk");

    private static final List<String> CARRIERS = List.of("Northwest Bell Telecom", "Evergreen Wireless",
            "Columbia Fiber", "Rainier Voice");
    private static final List<String> PLACES = List.of("Tacoma", "Spokane", "Portland", "Boise", "Everett", "Olympia",
            "Yakima", "Eugene");
    /** How many orders of a hundred are in each state that is not the end: a thousand orders fill a page of each part of the queue. */
    private static final Map<String, Integer> OPEN = Map.of("DRAFT", 3, "PROCESSING", 6, "CONTACTING_CARRIER", 6,
            "TRANSFER_APPROVED", 5,
            "TRANSFER_PENDING", 3, "ACTION_REQUIRED", 4, "PARTIALLY_COMPLETED", 3);
    private static final Map<String, String> WAITING = Map.of("DRAFT", "CUSTOMER", "PROCESSING", "DESK",
            "CONTACTING_CARRIER", "LOSING_CARRIER",
            "TRANSFER_APPROVED", "DATE", "TRANSFER_PENDING", "CARRIERS", "ACTION_REQUIRED", "CUSTOMER",
            "PARTIALLY_COMPLETED", "DESK");
    private static final List<String> STATES = states();
    private static final int OTHERS = 9;
    /** Comments that wait for an answer, however many orders there are. */
    private static final int UNANSWERED = 200;
    private static final int EACH_LARGE = 1_000;
    private static final int LARGE = 200;

    private final Instant now = Instant.now();
    private final Random random = new Random(42);
    private long lastNumber = 2_000_000_000L;

    private static List<String> states() {
        var states = new ArrayList<String>();
        OPEN.forEach((state, count) -> {
            for (int i = 0; i < count; i++) {
                states.add(state);
            }
        });
        while (states.size() < 95) {
            states.add("COMPLETED");
        }
        while (states.size() < 100) {
            states.add("CANCELLED");
        }
        return states;
    }

    /** @return how long it took */
    static Duration fill(Connection connection, Dialect dialect, int orders, int organizations) throws SQLException {
        var start = Instant.now();
        dialect.prepareForMany(connection);
        var indexes = dialect.dropIndexes(connection);
        connection.setAutoCommit(false);
        new Generator().write(connection, orders, organizations);
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("analyze");
        }
        return Duration.between(start, Instant.now());
    }

    static UUID organization(int index) {
        return new UUID(1, index);
    }

    static String organizationName(int index) {
        return "Organization %05d".formatted(index);
    }

    private void write(Connection connection, int orders, int organizations) throws SQLException {
        try (var organization = new Rows(connection, "organization", "id", "name", "country", "time_zone", "city",
                "zip", "version");
                var account = new Rows(connection, "organization_account_number", "organization_id", "place", "number");
                var user = new Rows(connection, "portal_user", "id", "email", "name", "password", "role", "active",
                        "created_at", "version");
                var order = new Rows(connection, "port_order", "id", "organization_id", "pon", "name", "sort_name",
                        "direction", "state",
                        "waiting", "waiting_since", "due_at", "other_carrier", "extent", "simple", "requested_date",
                        "foc_at", "transfer_on",
                        "number_count", "assignee_id", "assignee_name", "unanswered_since", "created_at", "changed_at",
                        "version");
                var number = new Rows(connection, "port_order_number", "order_id", "number", "organization_id",
                        "status");
                var transition = new Rows(connection, "port_order_transition", "id", "order_id", "sequence", "at",
                        "from_state", "to_state",
                        "actor_role", "actor_name")) {
            for (int i = 0; i < organizations; i++) {
                organization.add(organization(i), organizationName(i), "US", "America/Los_Angeles", "Seattle", "98101",
                        0);
                account.add(organization(i), 0, "4471-" + i);
            }
            user.add(DESK.id(), DESK.email(), DESK.name(), BcryptUtil.bcryptHash(Fixtures.PASSWORD, 4), "desk", true,
                    at(now), 0);
            for (int i = 0; i < orders; i++) {
                order(i, orders, organization(i % organizations), order, number, transition);
            }
        }
    }

    private void order(int i, int orders, UUID organization, Rows order, Rows number, Rows transition)
            throws SQLException {
        var id = new UUID(random.nextLong(), random.nextLong());
        var state = STATES.get(random.nextInt(STATES.size()));
        var created = now.minus(Duration.ofDays(730)).plusMillis(Duration.ofDays(720).toMillis() * i / orders)
                .plusNanos(1_000L * (i % 1_000));
        var changed = created.plus(Duration.ofMinutes(60 + random.nextInt(5_000)));
        var requested = LocalDate.ofInstant(created, ZoneOffset.UTC).plusDays(7);
        var confirmed = confirmed(state, changed);
        var waiting = WAITING.getOrDefault(state, "NOBODY");
        var due = List.of("CUSTOMER", "NOBODY").contains(waiting) ? null
                : random.nextInt(4) == 0 ? now.plus(Duration.ofDays(1)) : changed.plus(Duration.ofDays(2));
        var holder = List.of("DRAFT", "COMPLETED", "CANCELLED").contains(state) ? null : holder();
        var count = i % EACH_LARGE == 0 ? LARGE : 1 + random.nextInt(3);
        var name = PLACES.get(random.nextInt(PLACES.size())) + " depot " + i;
        order.add(id, organization, "PC%010d".formatted(i), name, name.toLowerCase(),
                random.nextInt(3) == 0 ? "OUT" : "IN", state,
                waiting, at(changed), at(due), CARRIERS.get(random.nextInt(CARRIERS.size())), "FULL", false, requested,
                at(confirmed),
                confirmed == null ? requested : LocalDate.ofInstant(confirmed, ZoneOffset.UTC), count,
                holder, holder == null ? null : "Person " + holder.getLeastSignificantBits(),
                i % Math.max(1, orders / UNANSWERED) == 0 ? at(changed) : null, at(created), at(changed), 1);
        for (int n = 0; n < count; n++) {
            number.add(id, "+1" + lastNumber++, organization, "WAITING");
        }
        var steps = state.equals("DRAFT") ? List.of("DRAFT")
                : state.equals("PROCESSING") ? List.of("DRAFT", state) : List.of("DRAFT", "PROCESSING", state);
        for (int s = 0; s < steps.size(); s++) {
            transition.add(new UUID(2, 10L * i + s), id, s, at(s == 0 ? created : changed),
                    s == 0 ? null : steps.get(s - 1),
                    steps.get(s), "DESK", DESK.name());
        }
    }

    /** @return for when the transfer is confirmed; too far ahead for the portal to begin any while it is measured */
    private Instant confirmed(String state, Instant changed) {
        return switch (state) {
            case "TRANSFER_APPROVED" -> now.plus(Duration.ofHours(48 + random.nextInt(480)));
            case "TRANSFER_PENDING" -> now.plus(Duration.ofMinutes(random.nextInt(1_440)));
            case "PARTIALLY_COMPLETED", "COMPLETED" -> changed.plus(Duration.ofDays(4));
            default -> null;
        };
    }

    /** @return whose an open order is: a third is of whom the benchmark looks at, so that few orders too fill that person's page */
    private UUID holder() {
        return switch (random.nextInt(3)) {
            case 0 -> DESK.id();
            case 1 -> new UUID(0, 2 + random.nextInt(OTHERS));
            default -> null;
        };
    }

    private static Object at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
