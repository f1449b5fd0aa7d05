package org.portcullis.siege;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.portcullis.partner.BandwidthPlatform.PortOut;
import org.portcullis.partner.TelnyxPlatform.Fate;
import org.portcullis.partner.TelnyxPlatform.Request;
import org.portcullis.partner.TelnyxWebhooks.Event;
import org.portcullis.siege.SiegeCustomers.Customer;
import org.portcullis.testing.Visitor;

/**
 * The users who don't attack: an organization with its admin, two carriers, Telnyx and the operator. They act at a
 * steady rate, independent of the answers, and response times count from when each action was due.
 */
final class Others {

    private static final int MOST_WAITING = 40;
    private static final String NUMBER_ELSEWHERE = "+14657110000";
    private static final String WRONG_PIN = "1234567";
    private static final String SECRET = "portcullis-demo-carrier";

    private final SiegePortal portal;
    private final Customer customer;
    private final Customer told;
    private final Visitor signedIn;
    private final Visitor owner;
    private final Caller caller;
    private final Asking bandwidth = new Asking(SiegeCustomers.basic("bandwidth-demo", SECRET), "203.0.113.10");
    private final Asking api = new Asking(SiegeCustomers.basic("api-demo", SECRET), "203.0.113.20");
    private final AtomicInteger nextNumber = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(Others::daemon);

    /** @param told whose PIN is tried through Telnyx, wrong each time */
    Others(SiegePortal portal, SiegeCustomers customers, Customer customer, Customer told) {
        this.portal = portal;
        this.customer = customer;
        this.told = told;
        this.signedIn = customers.adminOf(customer);
        this.owner = customers.adminOf(customer);
        this.caller = portal.callerFrom("127.0.0.1");
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "others");
        thread.setDaemon(true);
        return thread;
    }

    /** @return the results of all actions due in that time, once each is answered or too late */
    Map<Use, Samples> observe(Duration time) {
        var samples = new EnumMap<Use, Samples>(Use.class);
        var places = new EnumMap<Use, Semaphore>(Use.class);
        var timer = Executors.newSingleThreadScheduledExecutor(Others::daemon);
        for (Use use : Use.values()) {
            samples.put(use, new Samples());
            places.put(use, new Semaphore(most(use)));
            timer.scheduleAtFixedRate(() -> begin(use, samples.get(use), places.get(use)), 0, use.every.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
        LockSupport.parkNanos(time.toNanos());
        timer.shutdownNow();
        long end = System.nanoTime();
        places.forEach((use, free) -> awaitAnswers(use, free, samples.get(use), end));
        return samples;
    }

    /** The owner has one browser, so requests are sequential. */
    private static int most(Use use) {
        return use == Use.SIGN_IN ? 1 : MOST_WAITING;
    }

    private void begin(Use use, Samples samples, Semaphore free) {
        long due = System.nanoTime();
        if (free.tryAcquire()) {
            threads.execute(() -> {
                try {
                    var problem = problem(use);
                    samples.add((System.nanoTime() - due) / 1e6, problem);
                } finally {
                    free.release();
                }
            });
        } else if (use != Use.SIGN_IN) {
            samples.add(use.within.toMillis(), "not answered for long");
        }
    }

    private static void awaitAnswers(Use use, Semaphore free, Samples samples, long end) {
        while (free.availablePermits() < most(use) && System.nanoTime() - end < use.within.toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        for (int i = free.availablePermits(); i < most(use); i++) {
            samples.add(use.within.toMillis(), "not answered in time");
        }
    }

    /**
     * Acts once.
     *
     * @return null on success, or the problem in a few words
     */
    String problem(Use use) {
        try {
            return switch (use) {
                case PAGES -> page();
                case BANDWIDTH -> verdict(true);
                case API -> verdict(false);
                case SIGN_IN -> expect("303",
                        String.valueOf(owner.signInOnceMore(customer.admin(), SiegeCustomers.PASSWORD).status()));
                case TELNYX -> telnyx();
                case HEALTH -> health();
            };
        } catch (IOException | IllegalStateException e) {
            return "no answer";
        }
    }

    private String page() throws IOException {
        return expect("200", turn.incrementAndGet() % 2 == 0 ? String.valueOf(signedIn.get("/port-orders").status())
                : String.valueOf(caller.get("/sign-in", Map.of("X-Forwarded-For", Visitor.someAddress())).status()));
    }

    private String verdict(boolean isOfBandwidth) throws IOException {
        return switch (turn.incrementAndGet() % 3) {
            case 0 -> expect("allowed", ask(isOfBandwidth,
                    Asking.request(customer.number(nextNumber.getAndIncrement())).withPin(SiegeCustomers.PIN)));
            case 1 ->
                expect(isOfBandwidth ? "7512" : "refused", ask(isOfBandwidth, Asking.request(customer.number(1_999))));
            default -> expect(isOfBandwidth ? "7516" : "refused",
                    ask(isOfBandwidth, Asking.request(NUMBER_ELSEWHERE).withPin(SiegeCustomers.PIN)));
        };
    }

    private String ask(boolean isOfBandwidth, PortOut portOut) throws IOException {
        return Asking.word(isOfBandwidth ? bandwidth.bandwidth(caller, portOut) : api.api(caller, portOut));
    }

    /** Telnyx repeats a webhook that was not accepted. */
    private String telnyx() {
        var telnyx = portal.telnyx();
        var id = telnyx.open(new Request(List.of(told.number(0)), "Siege", WRONG_PIN, null, null));
        var event = telnyx.webhooks().last(id);
        long end = System.nanoTime() + Use.TELNYX.within.toNanos();
        var isTaken = false;
        while (telnyx.fate(id) == Fate.WAITS && System.nanoTime() < end) {
            if (!isTaken) {
                isTaken = isTaken(event);
            }
            LockSupport.parkNanos(Duration.ofMillis(isTaken ? 100 : 2_000).toNanos());
        }
        return expect(Fate.STAYS.name(), telnyx.fate(id).name());
    }

    private boolean isTaken(Event event) {
        try {
            return portal.telnyx().webhooks().send(event) == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The health of a portal without overdue jobs. */
    private String health() throws IOException {
        var live = caller.get("/q/health/live", Map.of()).status();
        var ready = caller.get("/q/health/ready", Map.of()).status();
        return live == 200 && ready == 200 ? null : "live " + live + ", ready " + ready;
    }

    private static String expect(String expected, String got) {
        return expected.equals(got) ? null : got + " for " + expected;
    }
}
