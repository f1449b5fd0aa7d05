package org.portcullis.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.portcullis.packaged.PackagedPortal;
import org.portcullis.testing.Visitor;

/**
 * Prints the median time of each page with a thousand orders of two organizations and with many of many, side by side,
 * on both databases; and whether any query of the page reads all orders.
 */
public final class Benchmark {

    private static final int ORDERS_EACH = 500;
    private static final int FEW = 1_000;
    /** Organizations that are looked at in turn, so that not one of them alone is in memory. */
    private static final int LOOKED_AT = 20;
    private static final int WARM_UP = 40;
    /** All pages are gone through so often, few orders and many in turn: what else the machine is busy with falls on both alike. */
    private static final int PASSES = 5;
    private static final int ROUNDS = 40;
    private static final Pattern SQL = Pattern
            .compile("\\[org\\.hibernate\\.SQL] \\([^)]*\\) (select .*port_order .*)");

    private final Dialect dialect;
    private final Path application;
    private final int orders;
    private final int organizations;
    private final Path folder;
    private final String url;

    private Benchmark(Dialect dialect, Path application, int orders, Path folder, String url) {
        this.dialect = dialect;
        this.application = application;
        this.orders = orders;
        this.organizations = orders / ORDERS_EACH;
        this.folder = folder;
        this.url = url;
    }

    /** @param arguments the folder of the portal built for H2, of that built for PostgreSQL, and how many orders are many */
    public static void main(String[] arguments) throws Exception {
        int many = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000_000;
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench");
        for (int orders : List.of(FEW, many)) {
            Files.createDirectories(folder.resolve("h2-" + orders));
        }
        report(Dialect.H2, onH2(folder, Path.of(arguments[0]), FEW), onH2(folder, Path.of(arguments[0]), many));
        try (var postgres = EmbeddedPostgres.builder().setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB").start()) {
            report(Dialect.POSTGRESQL, onPostgres(postgres, folder, Path.of(arguments[1]), FEW),
                    onPostgres(postgres, folder, Path.of(arguments[1]), many));
        }
    }

    private static Benchmark onH2(Path folder, Path application, int orders) throws Exception {
        var data = folder.resolve("h2-" + orders);
        return new Benchmark(Dialect.H2, application, orders, data, "jdbc:h2:file:" + data.resolve("portcullis")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH").filled();
    }

    private static Benchmark onPostgres(EmbeddedPostgres postgres, Path folder, Path application, int orders)
            throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database orders" + orders);
        }
        var url = postgres.getJdbcUrl("postgres", "orders" + orders);
        return new Benchmark(Dialect.POSTGRESQL, application, orders, folder, url).filled();
    }

    private Benchmark filled() throws Exception {
        try (var portal = start()) {
            portal.awaitReady();
            portal.stop();
        }
        try (var connection = connect("&reWriteBatchedInserts=true")) {
            var took = Generator.fill(connection, dialect, orders, organizations);
            System.out.printf("%s: made %,d orders of %,d organizations in %d s%n", dialect, orders, organizations,
                    took.toSeconds());
        }
        return this;
    }

    /** @return the median of each page in milliseconds, first with few orders, then with many */
    private static Map<String, double[]> medians(Benchmark few, Benchmark many) {
        try (var fewRunning = few.start(); var manyRunning = many.start()) {
            var visitors = List.of(few.desk(fewRunning), many.desk(manyRunning));
            var both = List.of(few, many);
            var pages = few.pages(0).keySet();
            // First all of them, so that none is measured while the compiler is still busy with what they share.
            pages.forEach(page -> both.forEach(each -> each.times(visitors.get(both.indexOf(each)), page, WARM_UP)));
            var times = new LinkedHashMap<String, List<List<Double>>>();
            for (int pass = 0; pass < PASSES; pass++) {
                for (String page : pages) {
                    var ofPage = times.computeIfAbsent(page, key -> List.of(new ArrayList<>(), new ArrayList<>()));
                    for (int i = 0; i < both.size(); i++) {
                        both.get(i).times(visitors.get(i), page, LOOKED_AT);
                        ofPage.get(i).addAll(both.get(i).times(visitors.get(i), page, ROUNDS));
                    }
                }
            }
            fewRunning.stop();
            manyRunning.stop();
            var medians = new LinkedHashMap<String, double[]>();
            times.forEach((page, each) -> medians.put(page, each.stream().mapToDouble(Benchmark::median).toArray()));
            return medians;
        }
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** @return in milliseconds */
    private List<Double> times(Visitor visitor, String page, int rounds) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            int turn = i % Math.min(organizations, LOOKED_AT);
            var path = pages(turn * Math.max(1, organizations / LOOKED_AT)).get(page);
            long start = System.nanoTime();
            var status = visitor.get(path).status();
            times.add((System.nanoTime() - start) / 1e6);
            if (status != 200) {
                throw new IllegalStateException(path + " answered " + status);
            }
        }
        return times;
    }

    /** @return whether any query of each page would read all orders, as the database itself says */
    private Map<String, Boolean> scans() throws IOException, SQLException {
        var queries = new LinkedHashMap<String, TreeSet<String>>();
        try (var portal = start("quarkus.log.category.\"org.hibernate.SQL\".level=DEBUG")) {
            var visitor = desk(portal);
            pages(0).forEach((page, path) -> {
                int before = portal.log().length();
                visitor.get(path);
                var asked = new TreeSet<String>();
                SQL.matcher(portal.log().substring(before)).results().forEach(query -> asked.add(query.group(1)));
                queries.put(page, asked);
            });
            portal.stop();
        }
        var scans = new LinkedHashMap<String, Boolean>();
        try (var connection = connect("")) {
            for (var page : queries.entrySet()) {
                boolean any = page.getValue().isEmpty();
                for (String sql : page.getValue()) {
                    any |= dialect.scansOrders(connection, sql);
                }
                scans.put(page.getKey(), any);
            }
        }
        return scans;
    }

    private Map<String, String> pages(int organization) {
        var list = "/port-orders?organization=" + Generator.organization(organization);
        var number = "%2B1" + (2_000_000_000L + 450 + organization);
        var pages = new LinkedHashMap<String, String>();
        pages.put("list", list);
        pages.put("list, one state", list + "&state=processing");
        pages.put("list, filtered", list + "&direction=in&carrier=rainier&from=2000-01-01&to=2100-01-01");
        pages.put("list by last change", list + "&sort=changed");
        pages.put("list by name", list + "&sort=name");
        pages.put("list by transfer", list + "&sort=transfer");
        pages.put("list, search by name", list + "&q=depot");
        pages.put("list, search by number", list + "&q=" + number);
        pages.put("queue", "/desk");
        pages.put("queue, nobody's", "/desk?assigned=nobody");
        pages.put("queue, mine", "/desk?assigned=me");
        pages.put("queue, overdue", "/desk?overdue=yes");
        pages.put("queue, carrier overdue", "/desk?lane=carrier");
        pages.put("queue, transfer", "/desk?lane=transfer");
        pages.put("queue, rejected", "/desk?lane=rejected");
        pages.put("queue, one organization",
                "/desk?organization=" + Generator.organizationName(organization).replace(" ", "%20"));
        pages.put("queue, port outs", "/desk?direction=out");
        pages.put("queue, commented", "/desk?lane=commented");
        pages.put("queue, search by number", "/desk?q=" + number);
        pages.put("queue, search by PON", "/desk?q=PC%010d".formatted(organization));
        return pages;
    }

    private Visitor desk(PackagedPortal portal) {
        return Visitor.of(portal.awaitReady().url()).with("Accept-Language", "en-US").signedInAs(Generator.DESK);
    }

    private PackagedPortal start(String... more) {
        var settings = new ArrayList<>(List.of("quarkus.log.console.json.enabled=false",
                "portcullis.data-directory=" + folder,
                "portcullis.session.key=" + base64("bench-session-key-of-no-secret-x"),
                "portcullis.pin.keys=bench:" + base64("bench-pin-key-of-no-secret-at-al"),
                "portcullis.audit.keys=bench:" + base64("bench-audit-key-of-no-secret-at-")));
        if (dialect == Dialect.POSTGRESQL) {
            settings.add("quarkus.datasource.jdbc.url=" + url);
        }
        settings.addAll(List.of(more));
        return PackagedPortal.startAsOperated(application, folder, settings.toArray(String[]::new));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Connection connect(String more) throws SQLException {
        return DriverManager.getConnection(dialect == Dialect.H2 ? url + ";CACHE_SIZE=1000000" : url + more);
    }

    private static void report(Dialect dialect, Benchmark few, Benchmark many) throws IOException, SQLException {
        var medians = medians(few, many);
        var scans = many.scans();
        System.out.printf("%n%-28s %,12d %,12d %7s  %s%n", dialect, few.orders, many.orders, "times",
                "reads all orders");
        medians.forEach((page, each) -> System.out.printf("%-28s %9.1f ms %9.1f ms %7.2f  %s%n", page, each[0], each[1],
                each[1] / each[0],
                scans.get(page) ? "YES" : "no"));
        System.out.println();
    }
}
