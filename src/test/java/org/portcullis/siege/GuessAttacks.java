package org.portcullis.siege;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.portcullis.siege.Crowd.Deed;
import org.portcullis.siege.SiegeCustomers.Customer;

/** Attacks that guess passwords and PINs, and attacks that lock users out. */
final class GuessAttacks {

    /** How many organizations are needed. */
    static final int VICTIMS = 7;
    static final List<String> NAMES = List.of("sign-ins", "spraying", "lock-out", "oracle", "timing");

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String ELSEWHERE = "127.0.0.4";
    /** The default number of failures in a row that cause no delay. */
    private static final int FREE_OF_ACCOUNT = 10;
    private static final int FREE_OF_PAIR = 5;
    private static final int FREE_OF_CARRIER = 10;
    private static final int SPRAYED = 5;
    /** Compared wrong PINs of {@link Others}, by Telnyx, which the same metric counts. */
    private static final int OF_OTHERS = 2;

    private final SiegePortal portal;
    private final SiegeCustomers customers;
    private final Customer owner;
    private final List<Customer> victims;

    /**
     * @param owner whose user the attack tries to lock out
     * @param victims {@link #VICTIMS}, or none if no attack needs them
     */
    GuessAttacks(SiegePortal portal, SiegeCustomers customers, Customer owner, List<Customer> victims) {
        this.portal = portal;
        this.customers = customers;
        this.owner = owner;
        this.victims = victims;
    }

    List<Attack> all() {
        return List.of(
                Attack.of(NAMES.get(0), "wrong passwords for a known address, 12 at once, of changing /64s of IPv6",
                        this::signIns),
                Attack.of(NAMES.get(1),
                        "wrong PINs at 4 organizations by a carrier, right ones of its own customer between",
                        this::spraying),
                Attack.of(NAMES.get(2), "wrong PINs at one organization by one carrier, 12 at once", this::lockOut),
                Attack.of(NAMES.get(3), "account numbers and ZIP codes without a PIN, 12 at once", this::oracle),
                Attack.of(NAMES.get(4), "wrong PINs before and after guessing is slowed, one after the other",
                        () -> new TimingAssault(portal, customers, victims.subList(0, SPRAYED))));
    }

    /** @return the most attempts at an account or a pair in that time, with the default settings */
    static int most(int free, Duration time) {
        int most = free;
        for (long delay = 30, passed = delay; passed <= time.toSeconds(); delay *= 2, passed += delay) {
            most++;
        }
        return most;
    }

    /** An attack that must stay within a limit, besides the promises that are checked for every attack. */
    private final class Counted implements Assault {

        private final long begin = System.nanoTime();
        private final double comparedBefore = compared();
        private final Crowd crowd;
        private final Crowd watch;
        private final Limit limit;

        private Counted(Crowd crowd, Crowd watch, Limit limit) {
            this.crowd = crowd;
            this.watch = watch;
            this.limit = limit;
        }

        @Override
        public void end() {
            crowd.end();
            if (watch != null) {
                watch.end();
            }
        }

        @Override
        public String got() {
            return crowd.got() + (watch == null ? "" : "; the owner meanwhile: " + watch.got());
        }

        @Override
        public List<String> broken() {
            return limit.broken(crowd, watch, (long) (compared() - comparedBefore),
                    Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    /** The promised limit. */
    private interface Limit {

        /** @param compared how many PINs, account numbers and ZIP codes were checked and wrong */
        List<String> broken(Crowd crowd, Crowd watch, long compared, Duration time);
    }

    private double compared() {
        try {
            return portal.metric("portcullis_port_out_guesses_total", "of=\"carrier\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> atMost(String what, long count, long most) {
        return count <= most ? List.of()
                : List.of(count + " " + what + " were compared, of which " + most + " should have been");
    }

    private Crowd crowd(int members, Deed deed) {
        return new Crowd(members, PAUSE, portal.callerFrom(ELSEWHERE), deed);
    }

    private Assault signIns() {
        var form = Form.of(customers.visitor(), "/sign-in", "/sign-in");
        var crowd = new Crowd(12, PAUSE, portal.callerFrom("127.0.0.1"),
                (caller, index) -> form.comingFrom("2001:db8:%x:%x::1".formatted(any(), any()))
                        .send(caller, Map.of("username", owner.admin(), "password", "wrong " + index)));
        return new Counted(crowd, null,
                (all, watch, compared, time) -> atMost("passwords", all.count("400"), most(FREE_OF_ACCOUNT, time)));
    }

    private static int any() {
        return ThreadLocalRandom.current().nextInt(1 << 16);
    }

    private Asking carrier(String name) {
        return new Asking(customers.carrier(name + " " + any(), "BANDWIDTH"), null);
    }

    private static String wrongPin(int index) {
        return "%08d".formatted(20_000_000 + index);
    }

    private Assault spraying() {
        var carrier = carrier("Spraying");
        var crowd = crowd(4, (caller, index) -> Asking.word(carrier.bandwidth(caller, index % SPRAYED == 0
                ? Asking.request(victims.get(0).number(index % 1_900)).withPin(SiegeCustomers.PIN)
                : Asking.request(victims.get(index % SPRAYED).number(0)).withPin(wrongPin(index)))));
        return new Counted(crowd, null, (all, watch, compared, time) -> atMost("PINs", compared,
                Math.max(FREE_OF_CARRIER, all.count("allowed") / 4) + (time.toSeconds() / 30) + OF_OTHERS));
    }

    private Assault lockOut() {
        var victim = victims.get(SPRAYED);
        var carrier = carrier("Locking out");
        var other = carrier("Honest");
        var crowd = crowd(12, (caller, index) -> Asking
                .word(carrier.bandwidth(caller, Asking.request(victim.number(0)).withPin(wrongPin(index)))));
        var watch = new Crowd(1, Duration.ofSeconds(2), portal.callerFrom("127.0.0.5"),
                (caller, index) -> Asking.word(
                        other.bandwidth(caller, Asking.request(victim.number(1 + index)).withPin(SiegeCustomers.PIN))));
        return new Counted(crowd, watch, (all, others, compared, time) -> {
            var broken = new ArrayList<>(atMost("PINs", compared, most(FREE_OF_PAIR, time) + OF_OTHERS));
            if (!others.got().matches("allowed × \\d+")) {
                broken.add("another carrier got with the right PIN: " + others.got());
            }
            return broken;
        });
    }

    /** At the end, the right account number must be answered like a wrong one. */
    private Assault oracle() {
        var victim = victims.get(SPRAYED + 1);
        var carrier = carrier("Asking");
        var crowd = crowd(12, (caller, index) -> Asking.word(carrier.bandwidth(caller, index % 2 == 0
                ? Asking.request(victim.number(0)).withAccountNumber("4471-" + (10_000 + index))
                : Asking.request(victim.number(0)).withZip("%05d".formatted(index)))));
        Supplier<List<String>> words = () -> List.of(word(carrier, victim, SiegeCustomers.ACCOUNT_NUMBER),
                word(carrier, victim, "4471-00000"));
        return new Counted(crowd, null, (all, watch, compared, time) -> {
            var broken = new ArrayList<>(
                    atMost("account numbers and ZIP codes", compared, most(FREE_OF_PAIR, time) + OF_OTHERS));
            var answers = words.get();
            if (answers.stream().distinct().count() > 1) {
                broken.add("the right and a wrong account number got " + answers);
            }
            return broken;
        });
    }

    private String word(Asking carrier, Customer victim, String accountNumber) {
        try {
            return Asking.word(carrier.bandwidth(portal.callerFrom(ELSEWHERE),
                    Asking.request(victim.number(0)).withAccountNumber(accountNumber)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
