package org.portcullis.siege;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Many clients that repeat the same action, each over new connections. */
final class Crowd implements Assault {

    /** The pause of a client after a request without an answer. */
    private static final long BREATH = Duration.ofMillis(200).toNanos();

    private final Caller caller;
    private final Deed deed;
    private final long pause;
    private final ExecutorService threads;
    private final AtomicInteger next = new AtomicInteger();
    private final Tally got = new Tally();
    private volatile boolean isGoing = true;

    /** The action of a client. */
    interface Deed {

        /**
         * @param index increases with each action over all clients
         * @return the result, in a word
         */
        String attempt(Caller caller, int index) throws IOException;
    }

    /**
     * @param pause of each client after each action: on the portal's own machine, clients without a pause would take
     * more processor time than the attack causes
     */
    Crowd(int members, Duration pause, Caller caller, Deed deed) {
        this.caller = caller;
        this.deed = deed;
        this.pause = pause.toNanos();
        threads = Executors.newFixedThreadPool(members, work -> {
            var thread = new Thread(work, "crowd");
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; i < members; i++) {
            threads.execute(this::goOn);
        }
    }

    private void goOn() {
        while (isGoing) {
            try {
                got.add(deed.attempt(caller, next.getAndIncrement()));
                LockSupport.parkNanos(pause);
            } catch (IOException | RuntimeException e) {
                if (isGoing) {
                    got.add("no answer");
                    LockSupport.parkNanos(BREATH);
                }
            }
        }
    }

    long count(String what) {
        return got.of(what);
    }

    @Override
    public void end() {
        isGoing = false;
        threads.shutdownNow();
        caller.hangUp();
    }

    @Override
    public String got() {
        return got.toString();
    }
}
