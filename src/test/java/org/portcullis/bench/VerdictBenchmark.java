package org.portcullis.bench;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.portcullis.packaged.PackagedPortal;
import org.portcullis.pin.PortOutPinDigest;
import org.portcullis.testing.AskingCarrier.Reply;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Visitor;

/**
 * Prints how many port-out requests a second the packaged portal decides on its embedded database, against how many PINs
 * could be hashed on the same machine in the same run; how long answers and pages take meanwhile; and the memory held.
 */
public final class VerdictBenchmark {

    private static final String PIN = "73910482";
    private static final int ORGANIZATIONS = 20;
    private static final int NUMBERS_EACH = 5_000;
    private static final int LOCKED = ORGANIZATIONS;
    /** For which a crowd asks at once. */
    private static final int BESIEGED = ORGANIZATIONS + 1;
    private static final int ALL_ORGANIZATIONS = ORGANIZATIONS + 2;
    private static final int CLIENTS = 16;
    /** More than are compared and may wait. */
    private static final int CROWD = 200;
    /** Of each of the crowd: on one machine with the portal, making requests without a pause takes more of it than refusing them does. */
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final Duration PHASE = Duration.ofSeconds(20);
    private static final Pattern HEAP = Pattern
            .compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([0-9.E+]+)$");

    private final Path application;
    private final Path folder;
    private final Duration soak;
    private final AtomicInteger nextNumber = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private PackagedPortal portal;
    private AskingCarrier carrier;
    private int managementPort;

    private VerdictBenchmark(Path application, Path folder, Duration soak) {
        this.application = application;
        this.folder = folder;
        this.soak = soak;
    }

    /** @param arguments the folder of the packaged portal, and for how many minutes the memory is watched */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "verdicts");
        var minutes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        new VerdictBenchmark(Path.of(arguments[0]), folder, Duration.ofMinutes(minutes)).run();
    }

    private static UUID organization(int index) {
        return new UUID(3, index);
    }

    private static Fixtures.Person admin(int index) {
        return new Fixtures.Person(new UUID(4, index), "admin" + index + "@bench.example", "The admin");
    }

    /** @return numbers of the organizations in turn, each once */
    private String freshNumber() {
        int n = nextNumber.getAndIncrement();
        return number(n % ORGANIZATIONS, n / ORGANIZATIONS % NUMBERS_EACH);
    }

    private static String number(int organization, int index) {
        return "+1" + (2_100_000_000L + organization * 10_000L + index);
    }

    private void run() throws Exception {
        try (var empty = start()) {
            empty.awaitReady();
            empty.stop();
        }
        fill();
        try (var started = start()) {
            portal = started.awaitReady();
            carrier = AskingCarrier.knownTo(portal.url(), Generator.DESK);
            for (int i = 0; i < ALL_ORGANIZATIONS; i++) {
                Visitor.of(portal.url()).signedInAs(admin(i)).get("/port-orders/pin").submit("/port-orders/pin",
                        Map.of("pin", PIN));
            }
            measure();
            portal.stop();
        }
    }

    private void measure() throws Exception {
        warmUp();
        System.out.printf("%nIdle%n");
        var idleSignIn = page("sign-in page", "/sign-in", new AtomicBoolean());
        var idleOrders = page("order page", "/port-orders", new AtomicBoolean());
        System.out.printf("%nRequests a second (%d clients, %d processors)%n", CLIENTS, PROCESSORS);
        double hashes = hashes();
        double verdicts = closedLoop("verdicts with a PIN", i -> right());
        System.out.printf("  %-34s %10.2f (0.8 wanted)%n", "… against hashes alone", verdicts / hashes);
        for (var free : withoutHash().entrySet()) {
            double rate = closedLoop(free.getKey(), free.getValue());
            System.out.printf("  %-34s %10.1f (20 wanted)%n", "… times the verdicts", rate / verdicts);
        }
        System.out.printf("%nAt 80 %% of the measured maximum%n");
        openLoop(0.8 * verdicts, PHASE);
        var steady = new Thread(() -> openLoop(0.8 * verdicts, PHASE.multipliedBy(2)));
        steady.start();
        pages(idleSignIn, idleOrders, new AtomicBoolean(true));
        steady.join();
        for (var load : Map.<String, IntFunction<Reply>>of("right PINs of many organizations", i -> right(),
                "right PINs of one organization",
                i -> carrier.ask("<Pin>" + PIN + "</Pin>", number(BESIEGED, i % NUMBERS_EACH))).entrySet()) {
            pages(load.getKey(), load.getValue(), idleSignIn, idleOrders);
        }
        pages("guesses at one organization",
                i -> carrier.ask("<PON>" + i + "</PON><Pin>1234567</Pin>", number(BESIEGED, NUMBERS_EACH - 1)),
                idleSignIn, idleOrders);
        System.out.printf("%nHeap in use at 80 %%, the least of each minute%n");
        watchMemory(0.8 * verdicts);
    }

    /** First the cheap ones, of which thousands come in the same time, then long enough the few dear ones: what is not compiled yet costs more than it should. */
    private void warmUp() {
        withoutHash().values().forEach(ask -> closedLoop("warm-up", ask));
        closedLoop("warm-up", CLIENTS, i -> right(), Duration.ZERO, PHASE.multipliedBy(6), null);
        for (String path : List.of("/sign-in", "/port-orders")) {
            page("warm-up", path, new AtomicBoolean());
        }
    }

    private Map<String, IntFunction<Reply>> withoutHash() {
        return Map.of("not ours", i -> carrier.ask("<Pin>" + PIN + "</Pin>", "+1" + (2_900_000_000L + i)),
                "locked",
                i -> carrier.ask("<PON>" + i + "</PON><Pin>" + PIN + "</Pin>", number(LOCKED, i % NUMBERS_EACH)),
                "malformed", i -> carrier.ask("<Pin>1</Pin><Pin>2</Pin>", number(0, 0)));
    }

    private void pages(String what, IntFunction<Reply> ask, double idleSignIn, double idleOrders)
            throws InterruptedException {
        System.out.printf("%nPages while %d clients ask: %s%n", CROWD, what);
        var going = new AtomicBoolean(true);
        var load = new Thread(() -> closedLoop("answers", CROWD, ask, PAUSE, null, going));
        load.start();
        pages(idleSignIn, idleOrders, going);
        going.set(false);
        load.join();
    }

    private void pages(double idleSignIn, double idleOrders, AtomicBoolean going) {
        double signIn = page("sign-in page", "/sign-in", going);
        double orders = page("order page", "/port-orders", going);
        System.out.printf("  %-34s %10.1f (3 wanted)%n  %-34s %10.1f (3 wanted)%n", "sign-in page, times idle",
                signIn / idleSignIn,
                "order page, times idle", orders / idleOrders);
    }

    private Reply right() {
        return carrier.ask("<Pin>" + PIN + "</Pin>", freshNumber());
    }

    /** @return how many PINs all processors hash a second, with nothing else to do */
    private static double hashes() throws InterruptedException {
        var hash = BcryptUtil.bcryptHash(PIN, PortOutPinDigest.COST);
        return rate("hashes alone", PROCESSORS, i -> BcryptUtil.matches("1", hash), PHASE);
    }

    private double closedLoop(String what, IntFunction<Reply> ask) {
        return closedLoop(what, CLIENTS, ask, Duration.ZERO, PHASE, null);
    }

    /**
     * @param pause of each client after an answer
     * @param time for which they ask; null as long as {@code going} says
     */
    private double closedLoop(String what, int clients, IntFunction<Reply> ask, Duration pause, Duration time,
            AtomicBoolean going) {
        var allowed = new AtomicInteger();
        var times = Collections.synchronizedList(new ArrayList<Double>());
        IntFunction<Object> timed = i -> {
            long start = System.nanoTime();
            var reply = ask.apply(i);
            times.add((System.nanoTime() - start) / 1e6);
            if (reply.status() != 200) {
                throw new IllegalStateException(reply.toString());
            }
            if (reply.isPortable()) {
                allowed.incrementAndGet();
            }
            LockSupport.parkNanos(pause.toNanos());
            return reply;
        };
        try {
            double rate = time == null ? rate(null, clients, timed, going) : rate(null, clients, timed, time);
            print(what, rate, times);
            System.out.printf("  %-34s %10d of %d%n", "… of which allowed", allowed.get(), times.size());
            return rate;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double rate(String what, int threads, IntFunction<?> work, Duration time)
            throws InterruptedException {
        var going = new AtomicBoolean(true);
        var timer = Executors.newSingleThreadScheduledExecutor();
        timer.schedule(() -> going.set(false), time.toMillis(), TimeUnit.MILLISECONDS);
        double rate = rate(what, threads, work, going);
        timer.shutdown();
        if (what != null) {
            System.out.printf("  %-34s %10.1f/s%n", what, rate);
        }
        return rate;
    }

    private static double rate(String what, int threads, IntFunction<?> work, AtomicBoolean going)
            throws InterruptedException {
        var done = new AtomicInteger();
        var given = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            pool.execute(() -> {
                while (going.get()) {
                    work.apply(given.getAndIncrement());
                    done.incrementAndGet();
                }
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException(what + " did not come to an end");
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    /**
     * Sends requests at a steady rate, whether or not earlier ones were answered, and measures latency from each
     * request's scheduled time.
     */
    private void openLoop(double perSecond, Duration time) {
        var times = Collections.synchronizedList(new ArrayList<Double>());
        var closed = new AtomicInteger();
        var pool = new ScheduledThreadPoolExecutor(128);
        long pause = (long) (1e9 / perSecond);
        int count = (int) (time.toNanos() / pause);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * pause;
            pool.schedule(() -> {
                var reply = right();
                times.add((System.nanoTime() - due) / 1e6);
                if (!reply.isPortable()) {
                    closed.incrementAndGet();
                }
            }, due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        pool.shutdown();
        try {
            if (!pool.awaitTermination(1, TimeUnit.HOURS)) {
                throw new IllegalStateException("Some requests were never answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        print("verdicts with a PIN", times.size() * 1e3 / time.toMillis(), times);
        System.out.printf("  %-34s %10d%n", "… of which not allowed", closed.get());
    }

    /** @return the time in milliseconds within which 99 of 100 come */
    private double page(String what, String path, AtomicBoolean busy) {
        var visitor = path.equals("/sign-in") ? Visitor.of(portal.url())
                : Visitor.of(portal.url()).signedInAs(admin(0));
        var times = new ArrayList<Double>();
        long end = System.nanoTime() + PHASE.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            visitor.get(path);
            times.add((System.nanoTime() - start) / 1e6);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        print(what + (busy.get() ? ", busy" : ", idle"), 0, times);
        return percentile(times, 99);
    }

    private void watchMemory(double perSecond) throws Exception {
        var end = Instant.now().plus(soak);
        while (Instant.now().isBefore(end)) {
            var least = new AtomicBoolean(true);
            var lowest = new double[] {Double.MAX_VALUE};
            var watch = new Thread(() -> {
                while (least.get()) {
                    lowest[0] = Math.min(lowest[0], heap());
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                }
            });
            watch.start();
            openLoop(perSecond, Duration.ofMinutes(1));
            least.set(false);
            watch.join();
            System.out.printf("  %-34s %10.0f MB%n", "heap", lowest[0] / 1e6);
        }
    }

    private double heap() {
        try {
            var metrics = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/metrics")).build(),
                    BodyHandlers.ofString()).body();
            return HEAP.matcher(metrics).results().mapToDouble(line -> Double.parseDouble(line.group(1))).sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void print(String what, double rate, List<Double> times) {
        System.out.printf("  %-34s %10s  p50 %7.1f ms  p99 %7.1f ms%n", what, rate == 0 ? "" : "%.1f/s".formatted(rate),
                percentile(times, 50), percentile(times, 99));
    }

    private static double percentile(List<Double> times, int percent) {
        var sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private PackagedPortal start() throws IOException {
        try (var socket = new ServerSocket(0)) {
            managementPort = socket.getLocalPort();
        }
        // One carrier stands for many.
        return PackagedPortal.startAsOperated(application, folder, "portcullis.limit.verdict.per-caller=31",
                "portcullis.limit.verdict.per-minute=1000000",
                "quarkus.log.console.json.enabled=false", "portcullis.data-directory=" + folder,
                "quarkus.mailer.mock=true", "quarkus.management.port=" + managementPort);
    }

    private void fill() throws SQLException {
        var now = Instant.now().atOffset(ZoneOffset.UTC);
        var password = BcryptUtil.bcryptHash(Fixtures.PASSWORD, 4);
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("portcullis")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH")) {
            connection.setAutoCommit(false);
            try (var organization = new Rows(connection, "organization", "id", "name", "country", "time_zone", "city",
                    "zip", "version");
                    var user = new Rows(connection, "portal_user", "id", "email", "name", "password", "role",
                            "organization_id", "active", "created_at", "version")) {
                user.add(Generator.DESK.id(), Generator.DESK.email(), Generator.DESK.name(), password, "desk", null,
                        true, now, 0);
                for (int i = 0; i < ALL_ORGANIZATIONS; i++) {
                    organization.add(organization(i), "Organization " + i, "US", "America/Los_Angeles", "Seattle",
                            "98101", 0);
                }
                organization.flush();
                for (int i = 0; i < ALL_ORGANIZATIONS; i++) {
                    user.add(admin(i).id(), admin(i).email(), admin(i).name(), password, "admin", organization(i), true,
                            now, 0);
                }
            }
            try (var number = new Rows(connection, "telephone_number", "number", "organization_id");
                    var lock = new Rows(connection, "port_out_lock", "organization_id", "number", "set_at")) {
                for (int i = 0; i < ALL_ORGANIZATIONS; i++) {
                    for (int n = 0; n < NUMBERS_EACH; n++) {
                        number.add(number(i, n), organization(i));
                    }
                }
                lock.add(organization(LOCKED), "", now);
            }
            connection.commit();
        }
    }
}
