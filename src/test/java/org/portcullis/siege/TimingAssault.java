package org.portcullis.siege;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.portcullis.siege.SiegeCustomers.Customer;

/** Alternates wrong PINs that are compared with wrong PINs that are not, because guessing is delayed. */
final class TimingAssault implements Assault {

    private static final int CARRIERS = 3;
    /** Fewer than would delay a carrier, or its PIN attempts at one organization. */
    private static final int EACH = 9;
    private static final int UNTIL_SLOWED = 6;
    private static final int SLOWED = 30;
    /** Response times depend on the machine's load: the medians may differ by this factor. */
    private static final double MOST = 1.8;

    private final Samples compared = new Samples();
    private final Samples slowed = new Samples();
    private final Caller caller;
    private final Thread thread;

    TimingAssault(SiegePortal portal, SiegeCustomers customers, List<Customer> victims) {
        caller = portal.callerFrom("127.0.0.6");
        var carriers = IntStream.range(0, CARRIERS)
                .mapToObj(i -> new Asking(
                        customers.carrier("Timing " + ThreadLocalRandom.current().nextInt(), "BANDWIDTH"), null))
                .toList();
        thread = new Thread(() -> run(carriers, victims), "timing");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(List<Asking> carriers, List<Customer> victims) {
        try {
            for (var carrier : carriers) {
                for (int i = 0; i < EACH; i++) {
                    ask(carrier, victims.get(i % victims.size()), i, compared);
                }
            }
            for (int i = 0; i < UNTIL_SLOWED; i++) {
                ask(carriers.get(0), victims.get(0), EACH + i, new Samples());
            }
            for (int i = 0; i < SLOWED; i++) {
                ask(carriers.get(0), victims.get(0), EACH + UNTIL_SLOWED + i, slowed);
            }
        } catch (IOException e) {
            slowed.add(0, "no answer");
        }
    }

    private void ask(Asking carrier, Customer victim, int index, Samples samples) throws IOException {
        long begin = System.nanoTime();
        var word = Asking.word(carrier.bandwidth(caller,
                Asking.request(victim.number(0)).withPin("%08d".formatted(30_000_000 + index))));
        samples.add((System.nanoTime() - begin) / 1e6, word.equals("7513") ? null : word);
    }

    @Override
    public void end() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String got() {
        return "compared %d in %.0f ms (p50; p99 %.0f), not compared %d in %.0f ms (p99 %.0f)".formatted(
                compared.count(), compared.percentile(50),
                compared.percentile(99), slowed.count(), slowed.percentile(50), slowed.percentile(99));
    }

    @Override
    public List<String> broken() {
        double ratio = slowed.percentile(50) / compared.percentile(50);
        return compared.wrongCount() + slowed.wrongCount() == 0 && ratio < MOST && ratio > 1 / MOST ? List.of()
                : List.of("locked and wrong PINs are told apart: " + got() + " " + compared.wrong() + " "
                        + slowed.wrong());
    }
}
