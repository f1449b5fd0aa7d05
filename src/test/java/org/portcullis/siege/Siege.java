package org.portcullis.siege;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Attacks the packaged demo in a list of ways, each for a minute, and prints what the other users experience meanwhile
 * beside the values without an attack. It exits with 1 if a promise was broken, and with 2 if one is broken even
 * without an attack, because the machine is busy with other jobs.
 */
public final class Siege {

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final List<Use> ROUND = List.of(Use.PAGES, Use.BANDWIDTH, Use.API, Use.SIGN_IN, Use.HEALTH);
    /** Successful rounds in a row that count as recovery, at most this many times slower than without an attack. */
    private static final int ROUNDS = 3;
    private static final double SLOWER = 2;
    /** The additional tolerance in milliseconds. */
    private static final double TOLERANCE = 500;
    /** The tolerance for open files, such as connections, above those of an idle portal. */
    private static final double MORE_FILES = 50;
    private static final double OVERDUE_SECONDS = 60;
    private static final int TOO_BUSY = 2;

    private final SiegePortal portal;
    private final Duration time;
    private final Set<String> chosen;
    private final List<Outcome> outcomes = new ArrayList<>();
    private Others others;
    private double idleRound;
    private double idleFiles;

    private Siege(SiegePortal portal, Duration time, Set<String> chosen) {
        this.portal = portal;
        this.time = time;
        this.chosen = chosen;
    }

    /**
     * @param arguments the folder of the packaged portal, the duration of each attack in seconds, and the names of the
     * attacks; by default all
     */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "siege");
        var chosen = new TreeSet<>(Arrays.asList(arguments).subList(2, arguments.length));
        int exit;
        try (var portal = new SiegePortal(Path.of(arguments[0]), folder)) {
            exit = new Siege(portal, Duration.ofSeconds(Integer.parseInt(arguments[1])), chosen).run();
        }
        System.exit(exit);
    }

    private int run() throws IOException {
        var town = new SiegeCustomers(portal.url());
        var customers = town.found(
                chosen.isEmpty() || chosen.stream().anyMatch(GuessAttacks.NAMES::contains) ? 3 + GuessAttacks.VICTIMS
                        : 3);
        var attacker = customers.get(2);
        others = new Others(portal, town, customers.get(0), customers.get(1));
        var attacks = Stream
                .of(new SlowAttacks(portal, town, attacker).all(), new FloodAttacks(portal, town, attacker).all(),
                        new GuessAttacks(portal, town, customers.get(0), customers.subList(3, customers.size())).all())
                .flatMap(List::stream)
                .filter(attack -> chosen.isEmpty() || chosen.contains(attack.name())).toList();
        others.observe(WARM_UP);
        var idle = others.observe(time);
        idleRound = ROUND.stream().mapToDouble(use -> idle.get(use).percentile(99)).sum();
        idleFiles = portal.metric("process_files_open_files", "");
        printHead();
        print("idle", idle);
        if (!Outcome.broken(idle).isEmpty()) {
            System.out.printf("This machine is too busy to tell anything: without an attack, %s.%n",
                    String.join("; ", Outcome.broken(idle)));
            return TOO_BUSY;
        }
        for (Attack attack : attacks) {
            var outcome = attempt(attack);
            outcomes.add(outcome);
            print(attack.name(), outcome.others());
            System.out.printf("    %s; recovered after %s%n", outcome.got(),
                    outcome.recovered() == null ? "–" : outcome.recovered().toMillis() + " ms");
            outcome.broken().forEach(broken -> System.out.printf("    BROKEN: %s%n", broken));
        }
        return printVerdict();
    }

    private Outcome attempt(Attack attack) throws IOException {
        if (attack.isCold()) {
            portal.startAnew();
        }
        long process = portal.processId();
        var assault = attack.start().get();
        var seen = others.observe(time);
        assault.end();
        long end = System.nanoTime();
        var ownBroken = assault.broken();
        var recovered = recovered(end);
        return new Outcome(attack, seen, assault.got(), recovered, ownBroken, left(process, end));
    }

    /** @return the time from the end of the attack to the first of the good rounds; or null */
    private Duration recovered(long end) {
        long first = end;
        int good = 0;
        while (good < ROUNDS && System.nanoTime() - end < Outcome.RECOVERS_WITHIN.multipliedBy(2).toNanos()) {
            long begin = System.nanoTime();
            var isRight = ROUND.stream().map(others::problem).filter(problem -> problem != null).findAny().isEmpty();
            boolean isGood = isRight && (System.nanoTime() - begin) / 1e6 < SLOWER * idleRound + TOLERANCE;
            first = isGood && good == 0 ? begin : first;
            good = isGood ? good + 1 : 0;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        var taken = Duration.ofNanos(first - end);
        return good == ROUNDS && taken.compareTo(Outcome.RECOVERS_WITHIN) <= 0 ? taken : null;
    }

    /** Resources that were not released within the recovery time, and events that must never occur. */
    private List<String> left(long process, long end) throws IOException {
        var left = new ArrayList<String>();
        if (portal.hasRunOutOfMemory()) {
            left.add("out of memory");
        }
        if (portal.processId() != process) {
            left.add("the process has ended");
            portal.startAnew();
            return left;
        }
        while (System.nanoTime() - end < Outcome.RECOVERS_WITHIN.toNanos()
                && (hasMoreFiles() || portal.countBodies() > 0)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        if (hasMoreFiles()) {
            left.add("%.0f files are open, %.0f before".formatted(portal.metric("process_files_open_files", ""),
                    idleFiles));
        }
        if (portal.countBodies() > 0) {
            left.add(portal.countBodies() + " files of bodies are left");
        }
        if (portal.mostOverdue() > OVERDUE_SECONDS) {
            left.add("a task is overdue by %.0f s".formatted(portal.mostOverdue()));
        }
        return left;
    }

    private boolean hasMoreFiles() throws IOException {
        return portal.metric("process_files_open_files", "") > idleFiles + MORE_FILES;
    }

    private static void printHead() {
        System.out.printf("%-20s |", "p50 / p99 in ms");
        for (Use use : Use.values()) {
            System.out.printf("%18s |", use.words);
        }
        System.out.println();
    }

    private static void print(String name, Map<Use, Samples> others) {
        System.out.printf("%-20s |%s%n", name, Outcome.times(others));
    }

    private int printVerdict() {
        System.out.printf("%n%-20s  %-80s %s%n", "attack", "", "promises");
        outcomes.forEach(
                outcome -> System.out.printf("%-20s  %-80s %s%n", outcome.attack().name(), outcome.attack().what(),
                        outcome.broken().isEmpty() ? "kept" : "BROKEN"));
        long broken = outcomes.stream().filter(outcome -> !outcome.broken().isEmpty()).count();
        System.out.printf("%n%s%n", broken == 0 ? "Every promise was kept."
                : "Promises were broken under " + broken + " of " + outcomes.size() + " attacks.");
        return broken == 0 ? 0 : 1;
    }
}
